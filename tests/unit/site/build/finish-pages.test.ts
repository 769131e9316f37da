import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishPages } from '../../../../src/site/build/finish-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const page = (scripts: string, body = '') => `<html lang="en"><head><meta charset="utf-8"></head><body><a href="/ko/">x</a>${body}${scripts}</body></html>`;
const scriptOf = (file: string) => /<script defer src="([^"]+)"><\/script>/.exec(read(file))?.[1] ?? '';

beforeAll(async () => {
  write('_astro/shared.js', 'export const said = [];');
  write('_astro/first.js', 'import{said}from"./shared.js";said.push("first");import("./later.js");globalThis.said=said;globalThis.own=import.meta.url;');
  write('_astro/later.js', 'export const later = 1;');
  write('_astro/left.js', 'export const left = 1;');
  write('_astro/a.css', "a{src:url(/_astro/f.woff2)}.x :where(span[style^='--']:not([class])){color:var(--0)}");
  const scripts = '<script type="module" src="/_astro/first.js"></script><script type="module">globalThis.said.push("own")</script>';
  write('en/index.html', page(scripts, '<p style="color:red">x</p>'));
  write('ko/index.html', page(scripts));
  write('plain/index.html', page(''));
  write('404.html', page(''));
  expect(await finishPages(folder)).toBe(4);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages of a built site', () => {
  test('have addresses that count from where they stand, but for the one that is served at any depth', () => {
    expect(read('en/index.html')).toContain('<html data-root="../" lang="en">');
    expect(read('en/index.html')).toContain('<a href="../ko/">');
    expect(read('404.html')).toContain('<a href="/ko/">');
  });

  test('have one classic script in place of their modules, the same for pages that had the same ones', () => {
    expect(read('en/index.html')).not.toContain('type="module"');
    expect(scriptOf('en/index.html')).toMatch(/^\.\.\/_astro\/page\.[\w-]{8}\.js$/);
    expect(scriptOf('ko/index.html')).toBe(scriptOf('en/index.html'));
    expect(scriptOf('plain/index.html')).toBe('');
  });

  test('run what their modules did, in their order, and load later what they did', () => {
    const script = read(scriptOf('en/index.html').slice('../'.length));
    expect(() => new Script(script)).not.toThrow();
    expect(script).toMatch(/import\(["'`]\.\/later\.js["'`]\)/);
    expect(script.indexOf('first')).toBeLessThan(script.indexOf('own'));
    expect(script).toMatch(/document\??\.currentScript/);
  });

  test('leave no script behind that no page leads to', () => {
    expect(['shared', 'first', 'left', 'later'].filter((name) => existsSync(join(folder, `_astro/${name}.js`)))).toEqual(['later']);
  });

  test('have classes in place of styles, and colours that know them', () => {
    expect(read('en/index.html')).toContain('<p class="st-0">x</p>');
    expect(read('_astro/a.css')).toBe("a{src:url(../_astro/f.woff2)}.x :where(span[class^='st-']){color:var(--0)}");
  });

  test('say what they may run', () => {
    for (const file of ['en/index.html', 'plain/index.html', '404.html']) expect(read(file)).toContain('<meta http-equiv="Content-Security-Policy"');
  });
});
