import { describe, expect, test } from 'vitest';
import { compareLanguages } from '../../../src/guides/compare-languages.ts';
import { groupByName } from '../../../src/guides/guide-files.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';

const english = `---
title: Tags
description: What tags are.
sidebar:
  order: 2
---

A tag of \`web\`.

## Moving a tag

Run \`oc tag\` with \`--alias\`, or \`oc tag\` again.

\`\`\`console
$ oc tag web:1 web:2
Tag web:2 set to web:1.
\`\`\`
`;
const vietnamese = english.replace('Tags', 'Tag').replace('A tag of', 'Một tag của').replace('Moving a tag', 'Dời tag').replace(', or `oc tag` again', '');

function compare(translation: string | undefined) {
  const pages = [readGuidePage('content/docs/en/guides/tags.md', english)];
  if (translation !== undefined) pages.push(readGuidePage('content/docs/vi/guides/tags.md', translation));
  return compareLanguages(groupByName(pages), ['en', 'vi'], 'en');
}

describe('the languages of a page', () => {
  test('agree when only the words differ', () => {
    expect(compare(vietnamese)).toEqual([]);
  });

  test('must all be there', () => {
    expect(compare(undefined)).toEqual(['guides/tags: there is no page in vi']);
  });

  test('must have the same commands and outputs', () => {
    expect(compare(vietnamese.replace('$ oc tag web:1', '$ oc tag web:3'))).toEqual([
      'content/docs/vi/guides/tags.md:15: the code block differs from content/docs/en/guides/tags.md:15',
    ]);
    expect(compare(vietnamese.replace(/```console[\s\S]*/, ''))).toEqual([
      'content/docs/vi/guides/tags.md: 0 code blocks, content/docs/en/guides/tags.md has 1',
    ]);
  });

  test('must have the same code spans under each heading', () => {
    expect(compare(vietnamese.replace('`--alias`', '`--allias`'))).toEqual([
      'content/docs/vi/guides/tags.md:10: `--alias` is missing; see content/docs/en/guides/tags.md:10',
      'content/docs/vi/guides/tags.md:10: in the original `--allias` is not there; see content/docs/en/guides/tags.md:10',
    ]);
  });

  test('must have the same headings', () => {
    expect(compare(vietnamese.replace('## Dời', '### Dời'))).toEqual([
      'content/docs/vi/guides/tags.md: headings of depth 1 3, content/docs/en/guides/tags.md has 1 2',
    ]);
  });

  test('must have a title, a description and the same place in the sidebar', () => {
    expect(compare(vietnamese.replace('description: What tags are.\n', '').replace('order: 2', 'order: 3'))).toEqual([
      'content/docs/vi/guides/tags.md: frontmatter.description: expected a text',
      'content/docs/vi/guides/tags.md: frontmatter.sidebar.order: expected 2, as in content/docs/en/guides/tags.md',
    ]);
  });
});
