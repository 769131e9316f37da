import { describe, expect, test } from 'vitest';
import { checkBlocks, countBlocks } from '../../../src/guides/check-blocks.ts';
import { checkCourse } from '../../../src/guides/check-course.ts';
import { checkForm } from '../../../src/guides/check-pages.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';

const course = { pages: ['guides/a', 'guides/tags', 'guides/z', 'reference/b'], labs: ['images-review'] };
const guide = `---
title: Tags
description: What tags are.
objectives:
  - move a tag with \`oc tag\`
  - move it back
needs: [a]
minutes: 10
labs: [images-review]
---

A tag.

## Move a tag {#move-a-tag}

\`\`\`console
$ oc tag web:1 web:2
\`\`\`

:::check[What does \`web:2\` name now?]
The image of \`web:1\`.
:::
`;
const file = 'content/docs/vi/guides/tags.md';
const check = (text: string, name = file) => checkForm(readGuidePage(name, text), course);
const without = (line: string) => {
  expect(guide).toContain(line);
  return guide.replace(line, '');
};

test('a guide as it should be has nothing wrong', () => {
  expect(check(guide)).toEqual([]);
});

describe('the fields of a guide', () => {
  test.each([
    ['title: Tags\n', 'title: expected a text'],
    ['description: What tags are.\n', 'description: expected a text'],
    ['  - move it back\n', 'objectives: expected a list of 2 to 5 texts'],
    ['needs: [a]\n', 'needs: expected a list of names of guides, or []'],
    ['minutes: 10\n', 'minutes: expected a whole number'],
    ['labs: [images-review]\n', 'labs: expected a list of ids of labs, or []'],
  ])('must be there: %s', (line, problem) => {
    expect(check(without(line))).toEqual([`${file}: frontmatter.${problem}`]);
  });

  test.each([
    ['needs: [tags]', 'needs: a guide does not need itself'],
    ['needs: [z]', 'needs: z comes later in the course'],
    ['needs: [gone]', 'needs: there is no guide gone in content/course.json'],
    ['needs: [a]\nsidebar:\n  order: 2', 'sidebar: the place of a page is in content/course.json'],
  ])('must fit the course: %s', (needs, problem) => {
    expect(check(guide.replace('needs: [a]', needs))).toEqual([`${file}: frontmatter.${problem}`]);
  });

  test('name labs that exist', () => {
    expect(check(guide.replace('[images-review]', '[no-such-lab]'))).toEqual([`${file}: frontmatter.labs: there is no lab no-such-lab`]);
  });

  test('are those of guides alone', () => {
    expect(check('---\ntitle: B\ndescription: C.\nminutes: 3\n---\n', 'content/docs/en/reference/b.md')).toEqual([
      'content/docs/en/reference/b.md: frontmatter.minutes: only guides have it',
    ]);
  });
});

describe('the headings of a page', () => {
  test.each([
    [' {#move-a-tag}', '', 'the heading "Move a tag" has no id; write {#words-with-hyphens} behind it'],
    ['{#move-a-tag}', '{#Move_a_tag}', '{#Move_a_tag}: an id is written in lower case, with hyphens'],
    ['## Move', '#### Move', 'a heading of depth 4; only ## and ### are for pages'],
  ])('%s may not become %s', (from, to, problem) => {
    expect(check(guide.replace(from, to))).toEqual([`${file}:14: ${problem}`]);
  });

  test('have ids of their own', () => {
    expect(check(guide.replace('A tag.', '## A tag {#move-a-tag}'))).toEqual([`${file}:14: {#move-a-tag} is already on this page`]);
  });

  test('are read with their ids in .mdx too, where braces are escaped', () => {
    const [, section] = readGuidePage('content/docs/en/index.mdx', '## The `oc` path \\{#path}\n').sections;
    expect(section).toMatchObject({ title: 'The oc path', id: 'path' });
  });
});

describe('the question at the end of a guide', () => {
  const question = ':::check[What does `web:2` name now?]\nThe image of `web:1`.\n:::\n';
  test.each([
    ['is there', '', `${file}: a guide ends with a question: :::check[Question], the answer, :::`],
    ['is one', `${question}\n${question}`, `${file}:24: a second :::check; a guide has one, at its end`],
    ['is closed', question.replace(':::\n', ''), `${file}:20: no ::: closes it`],
    ['is asked', question.replace('[What does `web:2` name now?]', ''), `${file}:20: the question is missing: :::check[Question]`],
    ['is answered', question.replace('The image of `web:1`.', ''), `${file}:20: the answer is missing`],
    ['comes last', `${question}\nGood bye.\n`, `${file}:20: something stands after it; a guide ends with its question`],
  ])('%s', (_, text, problem) => {
    expect(check(guide.replace(question, text))).toEqual([problem]);
  });

  test('is not looked for in a code block', () => {
    expect(check(guide.replace('$ oc tag web:1 web:2', `$ oc tag web:1 web:2\n${question.trim()}`))).toEqual([]);
  });

  test('gives its code spans and links to the comparison', () => {
    const page = readGuidePage(file, ':::check[Is `web:2` there, see [tags](../tags/#move)?]\nNo.\n:::\n');
    expect(page.sections[0]).toMatchObject({ codeSpans: ['web:2'], links: ['../tags/#move'] });
  });
});

describe('the blocks of a page', () => {
  const blocks = (text: string) => checkBlocks(readGuidePage('p.md', text));
  const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n\n`;

  test.each([
    ['yaml title="web.yaml"', 'oc apply -f web.yaml'],
    ['yaml title="web.yaml"', 'oc create --filename=./web.yaml'],
    ['yaml title="app/web.yaml"', 'oc apply -f app/'],
    ['dockerfile title="Containerfile"', 'podman build -t web .'],
    ['dockerfile title="site/Dockerfile"', 'oc start-build site --from-dir=site'],
    ['bash title="audit.sh"', 'bash ~/audit.sh'],
  ])('are used: %s by %s', (info, command) => {
    expect(blocks(fence(info, 'x: 1') + fence('console', `$ ${command}`))).toEqual([]);
  });

  test.each([
    [fence('yaml title="web.yaml"', 'x: 1'), 'no later command names the file web.yaml'],
    [fence('yaml title="web.yaml"', 'x: 1') + fence('console', '$ oc apply -f other-web.yaml'), 'no later command names the file web.yaml'],
    [fence('yaml title="web.yaml"', 'x: 1') + fence('console skip="no"', '$ oc apply -f web.yaml'), 'no later command names the file web.yaml'],
    [fence('yaml', 'x: 1'), 'a block of yaml that nobody applies; give it title="file", and a later command that names the file'],
    [fence('', 'oc whoami'), 'a fence without a language: sessions are console, files have a title'],
    [fence('text', '$ oc whoami'), 'commands stand in a console block, where they are run'],
    [fence('console', 'oc whoami'), 'a console block without a command; begin its commands with "$ "'],
    [fence('console skip=""', '$ oc whoami'), 'skip="": say why the block is not run'],
  ])('are not: %s', (text, problem) => {
    expect(blocks(text)).toEqual([`p.md:2: ${problem}`]);
  });

  test('may be skipped with a reason, and are counted', () => {
    const text = fence('yaml skip="an excerpt"', 'x: 1') + fence('console', '$ oc whoami\n…') + fence('text', 'a -> b');
    expect(blocks(text)).toEqual([]);
    expect(countBlocks([readGuidePage('p.md', text)])).toEqual({ blocks: 2, skipped: 1 });
  });
});

test('the course names every page that there is, once, and no other', () => {
  expect(checkCourse(['guides/a', 'reference/made'], ['guides/a'], ['reference/made'])).toEqual([]);
  expect(checkCourse(['guides/a', 'guides/a', 'guides/c'], ['guides/a', 'guides/b'], [])).toEqual([
    'content/course.json: guides/b is not named in it',
    'content/course.json: guides/a is named twice',
    'content/course.json: there is no page guides/c',
  ]);
});
