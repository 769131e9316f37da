import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutComponents } from '../../../../src/cli/bench-site/bare-starlight.ts';
import { multiplyGuides, sectionsOfCopies } from '../../../../src/cli/bench-site/many-pages.ts';
import { timedBuild } from '../../../../src/cli/bench-site/timed-build.ts';
import { copyProject } from '../../../../src/package/project-copy.ts';

const title = (text: string) => ({ en: text, vi: text, ko: text, fr: text });
const sections = [
  { id: 'a', title: title('A'), pages: ['guides/one', 'guides/two'] },
  { id: 'b', title: title('B'), pages: ['guides/three', 'reference/x'] },
  { id: 'c', title: title('C'), pages: ['reference/y'] },
];

describe('sections of copies', () => {
  it('repeat the sections of guides until there are enough pages', () => {
    expect(sectionsOfCopies(sections, 5).map(({ id, title: { fr }, pages }) => [id, fr, ...pages])).toEqual([
      ['a-2', 'A 2', 'guides/one-2', 'guides/two-2'],
      ['b-2', 'B 2', 'guides/three-2'],
      ['a-3', 'A 3', 'guides/one-3', 'guides/two-3'],
    ]);
  });

  it('stop at the last page that is missing', () => expect(sectionsOfCopies(sections, 1).flatMap(({ pages }) => pages)).toEqual(['guides/one-2']));
  it('are none where no page is missing', () => expect(sectionsOfCopies(sections, 0)).toEqual([]));
  it('cannot be made of nothing', () => expect(() => sectionsOfCopies([], 3)).toThrow('no guide to copy'));
});

describe('a page of MDX', () => {
  it('is Markdown without its components', () => {
    expect(withoutComponents("---\ntitle: T\n---\n\nimport X from './X.astro';\n\n## Path \\{#path}\n\n<X />\n")).toBe(
      '---\ntitle: T\n---\n\n\n## Path {#path}\n\n',
    );
  });
});

describe('a copy of a project', () => {
  let folder = '';
  const at = (path: string) => join(folder, path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'project-'));
    for (const file of [
      'astro.config.mjs',
      'dist/index.html',
      '.git/HEAD',
      'tests/a.ts',
      'node_modules/.astro/store',
      'node_modules/a/b.js',
      'content/course.json',
    ])
      write(`from/${file}`, JSON.stringify({ sections }));
    for (const language of ['en', 'vi', 'ko', 'fr'])
      for (const name of ['one', 'two', 'three']) write(`from/content/docs/${language}/guides/${name}.md`, `${language} ${name}`);
    copyProject(at('from'), at('to'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has its files and packages, and nothing that a build made', () => {
    expect(['astro.config.mjs', 'node_modules/a/b.js', 'content/docs/ko/guides/two.md'].filter((file) => !existsSync(at(`to/${file}`)))).toEqual([]);
    expect(['dist', '.git', 'tests', 'node_modules/.astro'].filter((file) => existsSync(at(`to/${file}`)))).toEqual([]);
  });

  it('can have more guides in every language, and the first one keeps what it has', () => {
    multiplyGuides(at('to'), 12, 10);
    expect(readFileSync(at('to/content/docs/fr/guides/two-2.md'), 'utf8')).toBe('fr two');
    expect(JSON.parse(readFileSync(at('to/content/course.json'), 'utf8')).sections.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c', 'a-2']);
    expect(existsSync(at('from/content/docs/fr/guides/two-2.md'))).toBe(false);
  });

  it('is not measured where its build fails, and says why', async () => {
    write('to/node_modules/astro/bin/astro.mjs', "console.log('no such page'); process.exit(3);");
    await expect(timedBuild(at('to'))).rejects.toThrow(/failed:\nno such page/);
  });

  it('is built from nothing, and what came out is counted', async () => {
    const program = "import { existsSync, mkdirSync, writeFileSync } from 'node:fs'; if (existsSync('dist') || existsSync('.astro')) process.exit(1);";
    write('to/node_modules/astro/bin/astro.mjs', `${program} mkdirSync('dist/en', { recursive: true }); writeFileSync('dist/en/index.html', '12345');`);
    write('to/.astro/old', '');
    await timedBuild(at('to'));
    expect(await timedBuild(at('to'))).toMatchObject({ pages: 1, distBytes: 5 });
  });
});
