import { describe, expect, test } from 'vitest';
import { compareLanguages } from '../../../src/guides/compare-languages.ts';
import { groupByName } from '../../../src/guides/guide-files.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';
import { sourceHash, withSource } from '../../../src/guides/translation-source.ts';

const english = `---
title: Tags
description: What tags are.
objectives:
  - move a tag with \`oc tag\`
  - move it back
needs: [a]
minutes: 10
labs: []
---

A tag of \`web\`, see [streams](../streams/#what) of 4.18.

## Moving a tag {#move}

Run \`oc tag\` with \`--alias\`, or \`oc tag\` again, within 15 minutes.

| A | B |
| - | - |
| 1 | 2 |

![A stream](../../img/stream.svg)

:::note
A note.
:::

\`\`\`console
$ oc tag web:1 web:2
Tag web:2 set to web:1.
\`\`\`

:::check[Is \`web:2\` there?]
Yes.
:::
`;
const en = 'content/docs/en/guides/tags.md';
const vi = 'content/docs/vi/guides/tags.md';
const original = readGuidePage(en, english);
const stamped = (text: string) => withSource(readGuidePage(vi, text), original);
const words = english.replace('Tags', 'Tag').replace('A tag of', 'Một tag của').replace('Moving a tag', 'Dời tag').replace(', or `oc tag` again', '');
const vietnamese = stamped(words);

function compare(translation: string | undefined) {
  const pages = [original];
  if (translation !== undefined) pages.push(readGuidePage(vi, translation));
  return compareLanguages(groupByName(pages), ['en', 'vi'], 'en');
}

/** The translation with one thing changed. */
function planted(from: string | RegExp, to: string): string {
  const text = vietnamese.replace(from, to);
  expect(text).not.toBe(vietnamese);
  return text;
}

describe('the languages of a page', () => {
  test('agree when only the words differ', () => {
    expect(compare(vietnamese)).toEqual([]);
  });

  test('must all be there, and no page that English lacks, and no language of its own', () => {
    expect(compare(undefined)).toEqual(['guides/tags: there is no page in vi']);
    expect(compareLanguages(groupByName([readGuidePage(vi, vietnamese)]), ['en', 'vi'], 'en')).toEqual(['guides/tags: there is no page in en']);
    expect(compareLanguages(groupByName([original, readGuidePage('content/docs/de/guides/tags.md', vietnamese)]), ['en'], 'en')).toEqual([
      'guides/tags: de is no language of the site',
    ]);
  });

  test('must have the same commands and outputs', () => {
    expect(compare(planted('$ oc tag web:1', '$ oc tag web:3'))).toEqual([`${vi}:30: the code block differs from ${en}:29`]);
    expect(compare(planted('```console', '```console pass="15m"'))).toEqual([`${vi}:30: the code block differs from ${en}:29`]);
    expect(compare(planted(/```console[\s\S]*?```\n/, ''))).toEqual([`${vi}: 0 code blocks, ${en} has 1`]);
  });

  test.each([
    ['`--alias`', '`--allias`', ['`--alias` is missing', 'in the original `--allias` is not there']],
    ['../streams/#what', '../streams/', ['the link to ../streams/#what is missing', 'in the original the link to ../streams/ is not there']],
    ['15 minutes', '50 phút', ['the figure 15 is missing', 'in the original the figure 50 is not there']],
    ['4.18', '4.17', ['the figure 4.18 is missing', 'in the original the figure 4.17 is not there']],
    ['{#move}', '{#doi}', ['the heading has {#doi}, in the original {#move}']],
    ['| 1 | 2 |\n', '', ['tables (rows x columns): 1 x 2, in the original 2 x 2']],
    ['stream.svg', 'other.svg', ['images: other.svg, in the original stream.svg']],
    [':::note', ':::tip', ['asides: :::tip, :::check, in the original :::note, :::check']],
    ['Is `web:2`', 'Có `web:1`', ['`web:2` is missing', 'in the original `web:1` is not there']],
  ])('must have the same under each heading: %s, not %s', (from, to, differences) => {
    const section = from.startsWith('../') || from === '4.18' ? [1, 1] : [15, 14];
    expect(compare(planted(from, to))).toEqual(differences.map((text) => `${vi}:${section[0]}: ${text}; see ${en}:${section[1]}`));
  });

  test('must have headings of the same depths', () => {
    expect(compare(planted('## Dời', '### Dời'))).toEqual([`${vi}: headings of depth 1 3, ${en} has 1 2`]);
  });

  test.each([
    ['needs: [a]', 'needs: [b]', ['needs: ["b"], in the original ["a"]']],
    ['minutes: 10', 'minutes: 15', ['minutes: 15, in the original 10']],
    ['labs: []\n', '', ['labs: nothing, in the original []']],
    ['  - move it back\n', '', ['objectives: 1, in the original 2']],
    ['with `oc tag`', 'bằng `oc`', ['`oc tag` is missing', 'in the original `oc` is not there']],
    ['What tags are', 'Tag trong 4.18', ['in the original the figure 4.18 is not there']],
  ])('must say the same at their heads: %s, not %s', (from, to, differences) => {
    expect(compare(planted(from, to))).toEqual(differences.map((text) => `${vi}: frontmatter: ${text}; see ${en}`));
  });
});

describe('a translation', () => {
  const stale = `${vi}: made from another English text; bring it up to date, then npm run guides:translated -- vi/guides/tags`;

  test('says from which text it was made', () => {
    expect(compare(words)).toEqual([stale]);
    expect(compare(planted(/source: "\w+"/, 'source: "000000000000"'))).toEqual([stale]);
  });

  test('is not stale when only a code block changed, and is when a word did', () => {
    const changed = (text: string) => sourceHash(readGuidePage(en, text)) !== sourceHash(original);
    expect(sourceHash(original)).toMatch(/^[0-9a-f]{12}$/);
    expect(changed(english.replace('Tag web:2 set to web:1.', 'Tag web:2 set\nto web:1.'))).toBe(false);
    expect(changed(english.replace('```console\n$ oc tag web:1 web:2\nTag web:2 set to web:1.\n```', '```console\n```'))).toBe(false);
    expect(changed(english.replace('A note.', 'A hint.'))).toBe(true);
    expect(changed(english.replace('move it back', 'move it on'))).toBe(true);
  });

  test('is stamped at its head, and stamped anew', () => {
    expect(vietnamese).toContain(`labs: []\nsource: "${sourceHash(original)}"\n---\n\nMột tag`);
    expect(stamped(planted(/source: "\w+"/, 'source: old'))).toBe(vietnamese);
  });
});
