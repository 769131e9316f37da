import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { budget, overweight, weighPage } from '../../src/cli/page-weight.ts';
import { languageCodes } from '../../src/site/languages.ts';

const dist = process.env.DIST ?? 'dist';

describe('the built site', () => {
  test('is there: `npm run build` makes it', () => {
    expect(existsSync(join(dist, 'en/index.html')), `${dist} has no built site: run npm run build first`).toBe(true);
  });

  test('has no page that weighs more than its budget', () => {
    for (const language of languageCodes) {
      const pages = globSync(join(dist, language, '**/index.html'));
      expect(pages).not.toEqual([]);
      expect(pages.flatMap((page) => overweight(page, language))).toEqual([]);
    }
  });
});

describe('a page of a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-weight-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const noise = (bytes: number) => `/*${randomBytes(bytes / 2).toString('hex')}*/`; // Half of what is written is left after gzip.
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };

  test('is found overweight by a script that its own script imports', () => {
    write('a/big.js', noise(budget.first * 2));
    write('a/page.js', 'import "./big.js";');
    const page = write('a/index.html', '<html lang="en"><script src="page.js"></script>');
    expect(overweight(page, 'en')).toEqual([expect.stringMatching(/index\.html: first: \d+ bytes, 120000 allowed$/)]);
  });

  test('may bring as much later as it likes, but a lab may not to be ready', () => {
    write('b/_/exercise.x.js', noise(budget.ready * 2));
    write('b/_/en.x.js', 'export default {}');
    const entries = ['big', 'small'].map(
      (id) => `"../../../exercises/${id}/exercise.ts":()=>e(()=>import(\`./${id === 'big' ? 'exercise' : 'en'}.x.js\`).then(e=>e.default))`,
    );
    write('b/_/open-lab.x.js', `const all=Object.assign({${entries.join(',')}})`);
    write('b/_/lab.js', 'import("./open-lab.x.js")');
    write('b/_/guide.js', 'import("./exercise.x.js")');
    const lab = (id: string) =>
      overweight(write(`b/${id}.html`, `<lab-workspace data-exercise="${id}"></lab-workspace><script src="_/lab.js"></script>`), 'en');
    expect(overweight(write('b/guide.html', '<script src="_/guide.js"></script>'), 'en')).toEqual([]);
    expect(lab('big')).toEqual([expect.stringContaining('big.html: ready: ')]);
    expect(lab('small')).toEqual([]);
  });

  test('brings the texts of its own exercise in its own language', () => {
    const texts = [
      'exercises/a/messages/en.json',
      'exercises/a/messages/fr.json',
      'exercises/b/messages/en.json',
      'oc/notices/en.json',
      'content/mistakes/en.json',
    ];
    const files = texts.map((_, index) => write(`d/_/t${index}.js`, noise(1000)));
    const opener = write('d/_/open-lab.x.js', `x={${texts.map((path, index) => `"../../${path}":()=>import("./t${index}.js")`).join(',')}}`);
    write('d/_/lab.js', 'import("./open-lab.x.js")');
    const { first, ready } = weighPage(write('d/a.html', '<lab-workspace data-exercise="a"></lab-workspace><script src="_/lab.js"></script>'), 'en');
    const zipped = [opener, files[0]!, files[3]!, files[4]!].map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
    expect(ready - first).toBe(zipped.reduce((sum, bytes) => sum + bytes, 0));
  });

  test('carries the fonts of its styles', () => {
    write('c/a.woff2', 'x'.repeat(50_000));
    write('c/a.css', '@font-face{src:url(a.woff2)}');
    expect(weighPage(write('c/index.html', '<link href="a.css">'), 'en').first).toBeGreaterThan(50_000);
  });
});
