import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/package/folder-files.ts';
import { differences, mustBeSame, packageOf } from '../../../src/package/package-files.ts';
import { sha256 } from '../../../src/package/sha256-sums.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const site = { 'index.html': '<p>Học</p>', 'en/index.html': 'en', '_astro/a.12345678.js': 'a', 'vi/Bài lab/index.html': 'vi', '404.html': '?' };
const companions = new Map([['README.html', bytes('read me')]]);
const made = (files: Readonly<Record<string, string>>, day = '2026-03-29') =>
  packageOf('site-1.0.0', day, new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])), companions);

describe('a package', () => {
  it('has the site at its top, what goes with it, and the sums of both', () => {
    const { files, zip, sums } = made(site);
    expect([...files.keys()].sort()).toEqual([...Object.keys(site), 'README.html', 'SHA256SUMS'].sort());
    const lines = new TextDecoder().decode(files.get('SHA256SUMS')).trimEnd().split('\n');
    const wrong = (lines: readonly string[], content: typeof files) =>
      lines.filter((line) => sha256(content.get(line.slice(66)) ?? '') !== line.slice(0, 64)).map((line) => line.slice(64));
    expect(lines.map((line) => line.slice(66))).toEqual([...files.keys()].filter((path) => path !== 'SHA256SUMS').sort());
    expect(wrong(lines, files)).toEqual([]);
    expect(wrong(lines, new Map([...files, ['404.html', bytes('!')]]))).toEqual(['  404.html']);
    expect(sums).toBe(`${sha256(zip)}  site-1.0.0.zip\n`);
  });

  it('is in its zip as one folder, with names of any script', () => {
    const { files, zip } = made(site);
    const unzipped = unzipSync(zip);
    expect(Object.keys(unzipped)).toEqual([...files.keys()].map((path) => `site-1.0.0/${path}`).sort());
    expect(new TextDecoder().decode(unzipped['site-1.0.0/vi/Bài lab/index.html'])).toBe('vi');
  });

  it('is the same whatever the order of its files, and other when one byte is', () => {
    const first = made(site);
    const backwards = made(Object.fromEntries(Object.entries(site).reverse()));
    expect(backwards.sums).toBe(first.sums);
    expect(differences(first, backwards)).toEqual([]);
    const changed = made({ ...site, 'en/index.html': 'eN' });
    expect(changed.sums).not.toBe(first.sums);
    expect(differences(first, changed)).toEqual(['SHA256SUMS: differs', 'en/index.html: differs']);
    const { '404.html': _, ...less } = site;
    expect(differences(first, made(less))).toContain('404.html: only in the first');
    expect(() => mustBeSame(first, backwards)).not.toThrow();
    expect(() => mustBeSame(first, changed)).toThrow(/not build the same way twice:\nSHA256SUMS: differs\nen\/index.html: differs\n2 differences/);
    expect(differences(first, { ...first, sums: 'other' })).toEqual(['site-1.0.0.zip: differs, though its files are the same']);
  });

  it('is the same in every time zone', () => {
    const zone = process.env.TZ;
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
      process.env.TZ = TZ;
      return made(site).sums;
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(zones).size).toBe(1);
    expect(made(site, '2026-03-30').sums).not.toBe(zones[0]);
  });

  it('is not made of a folder without a home page, nor over a file of the site', () => {
    expect(() => made({ 'en/index.html': '' })).toThrow('no index.html');
    expect(() => made({ ...site, 'readme.html': '' })).toThrow('same name already: README.html');
    expect(() => made({ ...site, 'SHA256SUMS/a.html': '' })).toThrow('same name already: SHA256SUMS');
  });
});

describe('a folder on the disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, paths: readonly string[]) => {
    for (const path of paths) {
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, site[path as keyof typeof site]);
    }
    return join(folder, name);
  };

  it('gives the same package whenever and with whatever modes it was written', async () => {
    const one = write('one', Object.keys(site));
    const other = write('other', Object.keys(site).reverse());
    chmodSync(join(other, 'index.html'), 0o755);
    utimesSync(join(other, 'index.html'), new Date(2001, 1, 3), new Date(2001, 1, 3));
    const [first, second] = await Promise.all([one, other].map(async (place) => packageOf('site-1.0.0', '2026-03-29', await readFolder(place), companions)));
    expect(first?.sums).toBe(made(site).sums);
    expect(second?.sums).toBe(first?.sums);
  });
});
