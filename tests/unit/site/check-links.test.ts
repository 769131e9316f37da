import { describe, expect, test } from 'vitest';
import { brokenLinks, idsIn } from '../../../src/site/build/check-links.ts';

const pages = new Map([
  ['en/index.html', '<h2 id="path">'],
  ['en/guides/tags/index.html', '<h2 id="khái-niệm">'],
]);
const ids = new Map([...pages].map(([file, html]) => [file, idsIn(html)]));
const files = new Set([...pages.keys(), '_astro/a.js', 'social.png']);
const check = (html: string) => brokenLinks('en/guides/tags/index.html', html, files, ids);

describe('the links of a page', () => {
  test('hold when they lead to a file of the site, and to a part of it', () => {
    const html = `<a href="../../">home</a><a href="../../#path">path</a><a href="#khái-niệm">here</a><a href="../tags/#kh%C3%A1i-ni%E1%BB%87m">there</a>
      <script src="../../../_astro/a.js"></script><meta content="../../../social.png"><a href="https://example.com/x">out</a><a href="mailto:a@b.c">mail</a>`;
    expect(check(html)).toEqual([]);
  });

  test('are reported when there is no such page', () => {
    expect(check('<a class="x" href="../gone/">')).toEqual(['en/guides/tags/index.html: ../gone/: no such file']);
    expect(check("<img src='../../../gone.png'>")).toEqual(['en/guides/tags/index.html: ../../../gone.png: no such file']);
  });

  test('are reported when the page has no such part', () => {
    expect(check('<a href="../../#trail">')).toEqual(['en/guides/tags/index.html: ../../#trail: no part #trail there']);
  });

  test('are reported when they count from the root of the host, or lead out of the site', () => {
    expect(check('<a href="/en/">')).toEqual(['en/guides/tags/index.html: /en/: counts from the root of the host']);
    expect(check('<a href="../../../../en/">')).toEqual(['en/guides/tags/index.html: ../../../../en/: is outside of the site']);
  });
});
