import { describe, expect, test } from 'vitest';
import { relativePage, relativeSheet, rootFrom } from '../../../src/site/build/relative-urls.ts';

describe('addresses of a built page', () => {
  test('count from the page, wherever it stands', () => {
    expect(['index.html', 'en/index.html', 'en/labs/images-review/index.html'].map(rootFrom)).toEqual(['./', '../', '../../../']);
  });

  test('become relative in links, scripts, pictures, the language menu and the page’s picture', () => {
    const page = `<html lang="en"><a href="/en/guides/">x</a><a href='/'>y</a><script src="/_astro/a.js"></script>
      <option value="/ko/">한국어</option><meta property="og:image" content="/social.png"/>`;
    expect(
      relativePage(page, '../'),
    ).toBe(`<html data-root="../" lang="en"><a href="../en/guides/">x</a><a href='../'>y</a><script src="../_astro/a.js"></script>
      <option value="../ko/">한국어</option><meta property="og:image" content="../social.png"/>`);
  });

  test('stay when they lead elsewhere or are not addresses', () => {
    const page = '<html data-root="./"><a href="//cdn.example.com/">x</a><a href="https://example.com/">y</a><a href="#z">z</a><data value="/">/</data>';
    expect(relativePage(page.replace(' data-root="./"', ''), './')).toBe(page);
  });

  test('stay in text, scripts, styles and comments', () => {
    const page = '<html><p>write href="/en/" &lt;a href="/x/"&gt;</p><script>const a = \'<a href="/x/">\';</script><style>a{}</style><!-- <a href="/x/"> -->';
    expect(relativePage(page, '../').replace(' data-root="../"', '')).toBe(page);
  });

  test('survive attributes with angle brackets and line breaks', () => {
    expect(relativePage('<a title="a > b"\n  href="/x/">', '../')).toBe('<a title="a > b"\n  href="../x/">');
  });
});

test('addresses of a style sheet count from the sheet', () => {
  expect(relativeSheet('a{src:url(/_astro/f.woff2)}b{src:url("/g.svg")}c{src:url(data:x)}', '../')).toBe(
    'a{src:url(../_astro/f.woff2)}b{src:url("../g.svg")}c{src:url(data:x)}',
  );
});
