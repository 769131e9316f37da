import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mendSearchIndex } from '../../../src/site/build/mend-search-index.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
const index = join(folder, 'pagefind');
afterAll(() => rmSync(folder, { recursive: true }));

test('an index that was cut short is written again, a whole one is left alone', async () => {
  mkdirSync(index);
  writeFileSync(join(folder, 'index.html'), '<html lang="en"><body><h1>Tags</h1><p>An image stream has tags.</p></body></html>');
  writeFileSync(join(index, 'pagefind.js'), 'whole');
  await mendSearchIndex(folder);
  expect(readdirSync(index)).toEqual(['pagefind.js']);

  writeFileSync(join(index, 'pagefind.js'), '');
  await mendSearchIndex(folder);
  const sizes = readdirSync(index, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(sizes.map(({ parentPath, name }) => statSync(join(parentPath, name)).size)).not.toContain(0);
  expect(readdirSync(index)).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-entry.json', 'fragment', 'index']));
});
