import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guidesCheck } from '../../src/guides/astro-guides-check.ts';
import { backgroundCheck } from '../../src/guides/background-check.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guides-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): URL {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  return pathToFileURL(join(folder, file));
}

/** What the check logs when a build of the project in the folder starts. */
async function build({ hooks }: AstroIntegration, command = 'build'): Promise<string> {
  const call = (hook: unknown, given: object) => (hook as (given: object) => Promise<void> | void)(given);
  let logged = '';
  await call(hooks['astro:config:setup'], { command, config: { root: pathToFileURL(`${folder}/`) } });
  await call(hooks['astro:build:start'], { logger: { info: (text: string) => (logged = text) } });
  return logged;
}

describe('a build with guides', () => {
  const page = (command: string, answer: string) => {
    const head = 'title: T\ndescription: D\nobjectives: [One, Two]\nneeds: []\nminutes: 5\nlabs: []';
    const block = `\`\`\`console\n$ ${command}\n${answer}\n\`\`\``;
    write('content/docs/en/guides/a.md', `---\n${head}\n---\n\n## Who {#who}\n\n${block}\n\n:::check[Who?]\nYou.\n:::\n`);
    cpSync('content/glossary.json', join(folder, 'content/glossary.json'));
  };
  const check = (pages = ['guides/a']) => guidesCheck({ languages: ['en'], reference: 'en', course: { pages, labs: [] }, generated: [] });

  it('goes on where they hold', async () => {
    page('oc whoami', 'developer');
    expect(await build(check())).toBe('The commands of 1 pages answer as the pages say.');
  });

  it('is stopped by a command that answers otherwise', async () => {
    page('oc whoami', 'admin');
    await expect(build(check())).rejects.toThrow(/^The guides do not hold:\ncontent\/docs\/en\/guides\/a.md:\d+: oc whoami\n {2}expected\n {4}admin/);
  });

  it('is stopped by a page that the course lacks', async () => {
    page('oc whoami', 'developer');
    await expect(build(check([]))).rejects.toThrow('content/course.json: guides/a is not named in it');
  });
});

describe('a check in a thread', () => {
  const check = (text: string) => backgroundCheck({ name: 'some-check', headline: 'Wrong:', file: write('thread.mjs', text), options: { list: ['x'] } });

  it('is told of the project, and stops the build with all it found', async () => {
    const text =
      "import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage({ problems: [workerData.root, ...workerData.options.list] });";
    await expect(build(check(text))).rejects.toThrow(`Wrong:\n${pathToFileURL(folder)}/\nx`);
  });

  it('stops the build when it breaks', () => expect(build(check("throw new Error('no glossary')"))).rejects.toThrow('no glossary'));
  it('stops the build when it ends without a word', () => expect(build(check('process.exit(0)'))).rejects.toThrow('ended without a report'));
  it('cannot be forgotten: a build that did not start it stops', () => expect(build(check(''), 'dev')).rejects.toThrow('some-check was not started'));
});
