import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { budget, overweight, terminalCode, weighPage } from '../../src/cli/page-weight.ts';
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

  test('has no code and no styles of labs on its other pages', () => {
    const pages = globSync(join(dist, '**/*.html'));
    const others = pages.filter((page) => !readFileSync(page, 'utf8').includes('<lab-workspace'));
    expect(others.length).toBeGreaterThan(languageCodes.length);
    expect(others.flatMap(terminalCode)).toEqual([]);
  });

  test('has on its labs what the others must not have', () => {
    const [lab = ''] = globSync(join(dist, 'en/labs/*/index.html'));
    const problems = terminalCode(lab).join('\n');
    for (const mark of ['lab-terminal', '.lab-desk', 'image.openshift.io', ': command not found']) expect(problems).toContain(mark);
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
    expect(overweight(page, 'en')).toEqual([expect.stringMatching(/index\.html: text: \d+ bytes, \d+ allowed$/)]);
    const lab = write('a/lab.html', '<lab-workspace data-exercise="x"></lab-workspace><script src="page.js"></script>');
    expect(overweight(lab, 'en')).toContainEqual(expect.stringMatching(/lab\.html: first: \d+ bytes, \d+ allowed$/));
  });

  test('is found with code of labs, at once or later, in a file or in itself', () => {
    write('e/cluster.js', 'const version="image.openshift.io/v1"');
    write('e/later.js', 'function open(){import(`./cluster.js`)}');
    write('e/lab.css', '.lab-desk{color:red}:root{--lab-terminal-surface:red}');
    write('e/plain.css', '.desk{background:var(--lab-terminal-surface)}');
    const found = (name: string, html: string) => terminalCode(write(`e/${name}.html`, html)).map((problem) => problem.replace(/^.*?\.html: /, ''));
    expect(found('later', '<p>image.openshift.io/v1</p><script defer src="later.js"></script>')).toEqual(['cluster.js: image.openshift.io belongs to labs']);
    expect(found('styles', '<link rel="stylesheet" href="plain.css"><link rel="stylesheet" href="lab.css">')).toEqual(['lab.css: .lab-desk belongs to labs']);
    expect(found('inline', '<script>customElements.define("lab-terminal",A)</script>')).toEqual(['the page itself: lab-terminal belongs to labs']);
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
