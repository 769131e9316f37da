import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { searchFromAnywhere } from '../../../src/site/build/search-from-anywhere.ts';

/** Markup of ours that a strict host would refuse: style attributes and event handlers in the page. */
function inlineCode(markup: string): readonly string[] {
  return [...markup.matchAll(/<[a-z][^>]*?\s((?:style|on[a-z]+)=(?:"[^"]*"|'[^']*'|\{[^}]*\}))/gi)].map(([, attribute]) => attribute!);
}

const files = globSync('src/site/**/*.astro');

describe('the markup of the site', () => {
  test.each(files)('%s has no style attribute and no inline event handler', (file) => {
    expect(inlineCode(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test('is noticed when it has one', () => {
    expect(inlineCode('<p style="color: red"><button type="button" onclick={go()}>')).toEqual(['style="color: red"', 'onclick={go()}']);
  });
});

test('only one module of ours touches the browser’s storage', () => {
  const sources = globSync('src/site/**/*.{ts,astro}').filter((file) => /\b(?:local|session)Storage\b/.test(readFileSync(file, 'utf8')));
  expect(sources.sort()).toEqual(['src/site/storage-guard.ts', 'src/site/storage.ts']);
});

describe('search', () => {
  const { transform } = searchFromAnywhere() as { transform: (code: string, id: string) => { code: string } | undefined };
  const id = '/components/Search.astro?astro&type=script&index=0&lang.ts';

  const script = readFileSync('node_modules/@astrojs/starlight/dist/components/Search.astro', 'utf8');

  test('looks for its index from the root that the page names, and loads nothing before it is opened', () => {
    const changed = transform(script, id)?.code ?? '';
    expect(changed).toContain("baseUrl: new URL(document.documentElement.dataset.root ?? '/', location.href).pathname,");
    expect(changed).toContain('const onIdle = (load) => whenOpened(dialog, load);');
    expect(transform(script, '/other.ts')).toBeUndefined();
  });

  test('stops the build when Starlight changes it', () => {
    expect(() => transform('baseUrl: "/"', id)).toThrow('Starlight’s search has changed'.replace('’', "'"));
  });
});
