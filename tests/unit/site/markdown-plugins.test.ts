import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/guides/markdown-tree.ts';
import { goalSentences } from '../../../src/site/build/goal-sentences.ts';
import { headingIds } from '../../../src/site/build/heading-ids.ts';
import { selfCheck } from '../../../src/site/build/self-check.ts';

const processor = await createMarkdownProcessor({ remarkPlugins: [headingIds], syntaxHighlight: false, smartypants: false });

describe('a heading', () => {
  test('has the id that is written behind it, and no trace of it in its text', async () => {
    const { code, metadata } = await processor.render('## Quel `tag` {#which-tag}\n\n### Ohne\n');
    expect(code).toContain('<h2 id="which-tag">Quel <code>tag</code></h2>');
    expect(metadata.headings).toEqual([
      { depth: 2, slug: 'which-tag', text: 'Quel tag' },
      { depth: 3, slug: 'ohne', text: 'Ohne' },
    ]);
  });

  test('keeps braces that are no id', async () => {
    expect((await processor.render('## A {b}\n')).code).toContain('A {b}</h2>');
  });
});

describe('a self-check', () => {
  const text = (value: string) => ({ type: 'text', value });
  const label = (directiveLabel: boolean) => ({ type: 'paragraph', data: { directiveLabel }, children: [text('Why?')] });
  const run = (children: object[], name = 'check') => {
    const directive = { type: 'containerDirective', name, children, data: undefined as unknown };
    const tree = { type: 'root', children: [directive] };
    selfCheck((language) => `Label ${language}`)()(tree as never, { path: '/x/content/docs/ko/guides/a.md' });
    return directive;
  };

  test('becomes a question that unfolds its answer, labelled in the language of the page', () => {
    const answer = { type: 'paragraph', children: [text('So.')] };
    const { data, children } = run([label(true), answer]);
    expect(data).toEqual({ hName: 'details', hProperties: { className: ['self-check'] } });
    expect(children).toMatchObject([
      { data: { hName: 'summary' }, children: [{ data: { hName: 'strong' }, children: [text('Label ko')] }, text(' '), { children: [text('Why?')] }] },
      { data: { hName: 'div' }, children: [answer] },
    ]);
  });

  test('must ask something', () => {
    expect(() => run([label(false)])).toThrow('guides/a.md: a question is missing');
  });

  test('leaves other directives to Starlight', () => {
    expect(run([label(true)], 'note').data).toBeUndefined();
  });
});

describe('the sentence of a goal', () => {
  const page = (path: string, markdown: string) => {
    const tree = parseMarkdown(markdown);
    goalSentences()(tree, { path });
    return tree;
  };
  const markdown = '1. Make a secret `a`. {#credentials}\n2. Look at it.\n';

  test('can be addressed, and carries a mark in place of the id', () => {
    const [list] = page('/x/content/docs/ko/labs/a.md', markdown).children;
    const [first, second] = (list as unknown as { children: { data?: object; children: { children: { value?: string; data?: object }[] }[] }[] }).children;
    expect(first?.data).toEqual({ hProperties: { id: 'goal-credentials', dataGoal: 'credentials' } });
    expect(first?.children[0]?.children.at(0)?.data).toMatchObject({ hName: 'span', hProperties: { className: ['lab-goal-mark'] } });
    expect(first?.children[0]?.children.at(-1)?.value).toBe('.');
    expect(second?.data).toBeUndefined();
  });

  test('is one of labs alone', () => {
    expect(JSON.stringify(page('/x/content/docs/ko/guides/a.md', markdown))).toContain('{#credentials}');
  });
});
