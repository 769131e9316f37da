import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { groupsOf } from '../../../../src/site/build/offline-groups.ts';
import { groupFiles, workerScript } from '../../../../src/site/build/offline-manifest.ts';
import { filesFor } from '../../../../src/site/offline/offline-files.ts';

const languages = { all: ['en', 'fr', 'ko', 'vi'], withoutStemmer: ['ko', 'vi'] };

test.each([
  ['index.html', ['shell']],
  ['404.html', ['shell']],
  ['away/index.html', ['shell']],
  ['icons/icon-192.png', ['shell']],
  ['_astro/page.B3Wl5kYC.css', ['shell']],
  ['_astro/jetbrains-mono.B3Wl5kYC.woff2', ['shell']],
  ['_astro/chunk-6DTD75TR.CVmjTCDR.js', ['code']],
  ['ko/guides/import-an-image/index.html', ['ko']],
  ['vi/manifest.webmanifest', ['vi']],
  ['pagefind/pagefind.js', ['shell']],
  ['pagefind/pagefind-entry.json', ['shell']],
  ['pagefind/pagefind.en_e5c667c0eb.pf_meta', ['en']],
  ['pagefind/fragment/fr_12ab.pf_fragment', ['fr']],
  ['pagefind/index/vi_12ab.pf_index', ['vi']],
  ['pagefind/wasm.en.pagefind', ['en']],
  ['pagefind/wasm.unknown.pagefind', ['ko', 'vi']],
  ['from-disk/lab.js', 'none'],
  ['sw.js', 'none'],
  ['social.png', 'none'],
  ['de/index.html', undefined],
  ['notes.txt', undefined],
  ['pagefind/fragment/de_12ab.pf_fragment', undefined],
  ['pagefind/pagefind-ui.js', undefined],
] as const)('%s is in %j', (path, groups) => {
  expect(groupsOf(path, languages)).toEqual(groups);
});

describe('a built site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offline-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  beforeEach(() => {
    write('pagefind/pagefind-entry.json', JSON.stringify({ languages: { en: { wasm: 'en' }, vi: { wasm: null } } }));
    write('pagefind/wasm.unknown.pagefind', 'wasm');
    write('vi/index.html', 'chào');
    write('en/index.html', 'hello');
    write('_astro/a.js', 'a');
    write('from-disk/lab.js', 'all of it');
  });

  test('is listed with sizes and hashes; its version changes with any of its contents', async () => {
    const { version, groups } = await groupFiles(folder);
    expect(groups.vi).toEqual([
      ['pagefind/wasm.unknown.pagefind', 4, expect.stringMatching(/^[\w-]{16}$/)],
      ['vi/index.html', 5, expect.stringMatching(/^[\w-]{16}$/)],
    ]);
    expect(filesFor({ version, groups }, ['en']).map(([path]) => path)).toEqual(['pagefind/pagefind-entry.json', '_astro/a.js', 'en/index.html']);
    expect((await groupFiles(folder)).version).toBe(version);
    write('en/index.html', 'hullo');
    expect((await groupFiles(folder)).version).not.toBe(version);
  });

  test('with a file that belongs nowhere stops the build', async () => {
    write('notes/todo.txt', 'x');
    await expect(groupFiles(folder)).rejects.toThrow(/belong to no part of the download[\s\S]*notes\/todo\.txt/);
    rmSync(join(folder, 'notes'), { recursive: true });
  });
});

test('the service worker is one classic script, the same each time, and knows its version', async () => {
  const script = await workerScript('version-1');
  expect(script).toContain('version-1');
  expect(script.match(/\bimport\b|offlineVersion/g)).toBeNull();
  expect(await workerScript('version-1')).toBe(script);
});
