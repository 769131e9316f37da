import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** What the recipe in CONTRIBUTING does, in a copy of the repository. */
describe('npm run lab makes and checks a lab', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'new-lab-'));
    for (const part of ['src', 'content', 'exercises']) cpSync(join(repository, part), join(folder, part), { recursive: true });
    for (const part of ['node_modules', 'package.json', 'biome.json', '.gitignore', 'tests']) symlinkSync(join(repository, part), join(folder, part));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const lab = (...given: readonly string[]) => spawnSync(process.execPath, ['src/cli/lab.ts', ...given], { cwd: folder, encoding: 'utf8' });
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, 'exercises/my-first', file), change(readFileSync(join(folder, 'exercises/my-first', file), 'utf8')));

  it('that holds at once', () => {
    const made = lab('new', 'my-first', '--chapter', 'registries');
    expect([made.stderr, made.status]).toEqual(['', 0]);
    const { stdout, status } = lab('check', 'my-first');
    expect(stdout.match(/^[✔✘].*$/gm)).toEqual([
      '✔ exercise.ts and messages',
      '✔ place in the course',
      '✔ instructions',
      '✔ words',
      '✔ untouched start',
      '✔ right ways',
      '✔ wrong ways',
      expect.stringMatching(/^✔ \d+ mutants$/),
    ]);
    expect(status).toBe(0);
    expect(lab('list').stdout).toContain('my-first  One version and its second name (100)');
  });

  it('written as the formatter writes', () => {
    const biome = spawnSync(join(repository, 'node_modules/.bin/biome'), ['check', '--vcs-enabled=false', 'exercises/my-first', 'exercises/course.json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(biome.stderr).not.toContain('×');
    expect(biome.status).toBe(0);
  });

  it('that may not be made twice, or under any name', () => {
    expect(lab('new', 'my-first', '--lang', 'fr').stderr).toContain('il y a déjà un atelier');
    expect(lab('new', 'My Lab').status).toBe(2);
    expect(lab('new', 'other', '--chapter', 'none').stderr).toContain('there is no chapter "none"; there are ');
    expect(lab('check', 'nowhere').status).toBe(2);
  });

  it('and says what is wrong with it', () => {
    rewrite('exercise.ts', (text) => text.replace("all(stable.sameImageAs('web', '1.0'), stable.isDeclared)", "stable.sameImageAs('web', '1.0')"));
    rewrite('messages/fr.json', (text) => text.replace('Une version et', 'Une balise et'));
    rewrite('instructions/ko.md', (text) => text.replace(' {#stable}', ''));
    const { stdout, status } = lab('check', 'my-first');
    expect(status).toBe(1);
    expect(stdout).toContain('✘ exercise.ts and messages\n    exercises/my-first/instructions/ko.md: ');
    expect(stdout).toContain('✘ words\n    exercises/my-first/messages/fr.json: title: “balise”: write “tag”');
    expect(stdout).toMatch(/✘ \d+ mutants\n {4}"solution: undo 2" gets full points and is not listed as equivalent\n {6}\+ oc replace/);
  });
});
