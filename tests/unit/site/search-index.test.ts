import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import starlight from '@astrojs/starlight';
import { afterAll, expect, test } from 'vitest';
import { withoutSearchIndex, writeSearchIndex } from '../../../src/site/build/search-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pages = ['en', 'ko', 'fr', 'vi'].flatMap((language) =>
  ['tags', 'streams', 'imports'].map((name) => [
    `${language}/${name}/index.html`,
    `<html lang="${language}"><body><h1>${name}</h1><p>${name} of an image.</p></body></html>`,
  ]),
);

function build(name: string, order: typeof pages): string {
  for (const [path = '', html = ''] of order) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), html);
  }
  return join(folder, name);
}

function indexed(dist: string): readonly (readonly [string, string])[] {
  const files = readdirSync(join(dist, 'pagefind'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.map((path) => [path.slice(dist.length), readFileSync(path, 'base64')]);
}

test('the same pages give the same index, whichever was written first, and nothing of an earlier index stays', async () => {
  const [one, other] = [build('one', pages), build('other', [...pages].reverse())];
  mkdirSync(join(other, 'pagefind'));
  writeFileSync(join(other, 'pagefind/old.pf_index'), '');
  await writeSearchIndex(one);
  await writeSearchIndex(other);
  expect(indexed(other)).toEqual(indexed(one));
  expect(indexed(one).filter(([, content]) => content === '')).toEqual([]);
  const entry = readFileSync(join(one, 'pagefind/pagefind-entry.json'), 'utf8');
  expect(Object.entries(JSON.parse(entry).languages)).toMatchObject(['en', 'fr', 'ko', 'vi'].map((language) => [language, { page_count: 3 }]));
});

test('Starlight writes none of its own', () => {
  const site = starlight({ title: 'Image streams' });
  expect(Object.keys(site.hooks)).toContain('astro:build:done');
  const { hooks } = withoutSearchIndex(site);
  expect(Object.keys(hooks)).toEqual(Object.keys(site.hooks).filter((hook) => hook !== 'astro:build:done'));
  const other = { name: 'other', hooks: { 'astro:build:done': () => {} } };
  expect(withoutSearchIndex(other)).toBe(other);
});
