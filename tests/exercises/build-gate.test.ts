import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exercisesCheck } from '../../src/cli/astro-exercises-check.ts';
import { exerciseIds } from '../../src/cli/exercises.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

describe('a build is stopped with file, field and reason', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'exercises-'));
    cpSync(join(repository, 'exercises'), join(folder, 'exercises'), { recursive: true });
    for (const part of ['src', 'content']) symlinkSync(join(repository, part), join(folder, part));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const place = (file: string) => join(folder, 'exercises/images-review', file);
  const rewrite = (file: string, change: (text: string) => string) => writeFileSync(place(file), change(readFileSync(place(file), 'utf8')));

  it('not where everything is well formed', () => expect(build(folder)).resolves.toBe(`${exerciseIds().length} labs and their messages are well formed.`));

  it('by a goal with wrong points', async () => {
    rewrite('exercise.ts', (text) => text.replace(/points: \d+/, 'points: -5'));
    await expect(build(folder)).rejects.toThrow('exercises/images-review/exercise.ts: goals[0].points: -5 is not a whole number above 0');
  });

  it('by a message that is missing', async () => {
    rewrite('messages/fr.json', (text) => JSON.stringify({ ...JSON.parse(text), title: undefined }));
    await expect(build(folder)).rejects.toThrow('exercises/images-review/messages/fr.json: title: is missing');
  });

  it('by a word that the glossary avoids', async () => {
    rewrite('messages/fr.json', (text) => JSON.stringify({ ...JSON.parse(text), title: 'Une balise' }));
    await expect(build(folder)).rejects.toThrow('exercises/images-review/messages/fr.json: title: “balise”: write “tag”');
  });

  it('by a sentence that the atlas lacks', async () => {
    rmSync(join(folder, 'content'));
    cpSync(join(repository, 'content'), join(folder, 'content'), { recursive: true });
    writeFileSync(join(folder, 'content/mistakes/ko.json'), '{}');
    await expect(build(folder)).rejects.toThrow('content/mistakes/ko.json: stream-empty: is missing');
  });

  it('by messages that are no JSON, or not there', async () => {
    rewrite('messages/ko.json', () => '{"title": ');
    await expect(build(folder)).rejects.toThrow('exercises/images-review/messages/ko.json: -: Unexpected end of JSON input');
    rmSync(place('messages/ko.json'));
    await expect(build(folder)).rejects.toThrow('exercises/images-review/messages/ko.json: -: the file is missing');
  });
});

/** What the check logs for a project at a folder. */
async function build(folder: string): Promise<string> {
  const { hooks } = exercisesCheck();
  const call = (hook: unknown, options: object) => (hook as (options: object) => Promise<void>)(options);
  let logged = '';
  await call(hooks['astro:config:setup'], { command: 'build', config: { root: pathToFileURL(`${folder}/`) } });
  await call(hooks['astro:build:start'], { logger: { info: (text: string) => (logged = text) } });
  return logged;
}
