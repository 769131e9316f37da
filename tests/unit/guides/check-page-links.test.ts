import { expect, test } from 'vitest';
import { checkPageLinks } from '../../../src/guides/check-page-links.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';

const tags = readGuidePage('content/docs/ko/guides/tags.md', '## Move {#move}\n');
const check = (link: string, file = 'content/docs/ko/guides/a.md') =>
  checkPageLinks([readGuidePage(file, `## B {#b}\n\n[c](${link})\n`), tags], ['reference/glossary']);

test.each(['../tags/', '../tags/#move', '#b', '../../reference/glossary/#tag', '../../reference/glossary/more/'])('a link to %s holds', (link) => {
  expect(check(link)).toEqual([]);
});

test('the links of a home page and of a lab count from where they stand', () => {
  expect(check('guides/tags/#move', 'content/docs/ko/index.mdx')).toEqual([]);
  expect(check('../../guides/tags/', 'exercises/x/instructions/ko.md')).toEqual([]);
});

test.each([
  ['../gone/', ': there is no such page'],
  ['../tags', ': there is no such page'],
  ['../tags/#lost', ': the page has no section #lost'],
  ['https://example.com/', ' leads out of the site'],
])('a link to %s does not', (link, problem) => {
  expect(check(link)).toEqual([`content/docs/ko/guides/a.md:1: the link to ${link}${problem}`]);
});
