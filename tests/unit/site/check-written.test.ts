import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkWritten } from '../../../src/site/build/check-written.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a built site has no empty file', async () => {
  mkdirSync(join(folder, 'pagefind'));
  writeFileSync(join(folder, 'index.html'), '<html>');
  await expect(checkWritten(folder)).resolves.toBeUndefined();
  writeFileSync(join(folder, 'pagefind/pagefind.js'), '');
  await expect(checkWritten(folder)).rejects.toThrow('build again:\npagefind/pagefind.js');
});
