import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageOf } from '../../../src/package/package-files.ts';
import { inPassingFolder } from '../../../src/package/passing-folder.ts';
import { putInPlace } from '../../../src/package/write-package.ts';

const made = packageOf(
  'site-1.0.0',
  '2026-03-29',
  new Map([
    ['index.html', Buffer.from('home')],
    ['en/index.html', Buffer.from('en')],
  ]),
  new Map(),
);

describe('writing a package', () => {
  let folder = '';
  let target = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'written-'));
    target = join(folder, 'package');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives a folder, its zip and the sum of the zip, readable by anybody', async () => {
    const umask = process.umask(0o077);
    await inPassingFolder(`${target}.part-`, async (work) => putInPlace(made, work, target));
    process.umask(umask);
    expect(readdirSync(target).sort()).toEqual(['SHA256SUMS', 'site-1.0.0', 'site-1.0.0.zip']);
    expect(readFileSync(join(target, 'SHA256SUMS'), 'utf8')).toBe(made.sums);
    expect(['site-1.0.0', 'site-1.0.0/en', 'site-1.0.0/en/index.html'].map((path) => (statSync(join(target, path)).mode & 0o777).toString(8))).toEqual([
      '755',
      '755',
      '644',
    ]);
  });

  it('replaces an earlier package as a whole, and leaves nothing beside it', async () => {
    mkdirSync(join(target, 'site-0.9.0'), { recursive: true });
    writeFileSync(join(target, 'old.html'), 'old');
    await inPassingFolder(`${target}.part-`, async (work) => putInPlace(made, work, target));
    expect(readdirSync(target).sort()).toEqual(['SHA256SUMS', 'site-1.0.0', 'site-1.0.0.zip']);
    expect(readdirSync(folder)).toEqual(['package']);
  });

  it('leaves the earlier one as it was where the work fails', async () => {
    mkdirSync(target);
    writeFileSync(join(target, 'old.html'), 'old');
    const broken = inPassingFolder(`${target}.part-`, async (work) => {
      writeFileSync(join(work, 'half.html'), 'half');
      throw new Error('the build failed');
    });
    await expect(broken).rejects.toThrow('the build failed');
    expect([readdirSync(folder), readdirSync(target)]).toEqual([['package'], ['old.html']]);
  });

  it('says where nothing can be written', async () => {
    writeFileSync(target, 'a file, not a folder');
    await expect(inPassingFolder(join(target, 'package-'), async () => {})).rejects.toThrow(`Nothing can be written to ${target}`);
    expect(existsSync(target)).toBe(true);
  });
});
