import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const fixture = join(repository, 'tests/support/exam-lab');

/** A site in `astro dev` whose only lab is the exam of the fixture: the project as it is, with another course. */
export interface ExamSite {
  readonly address: string;
  close(): void;
}

/** Makes the site in a folder of the repository (so that packages are found), and waits until it answers. */
export async function startExamSite(port: number): Promise<ExamSite> {
  const folder = join(repository, 'test-results', `exam-site-${port}`);
  makeProject(folder);
  const programs = join(repository, 'node_modules/.bin');
  const server = spawn(join(programs, 'astro'), ['dev', '--root', folder, '--port', String(port), '--host', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}`, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await isReady(server);
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts = ['src', 'content/i18n', 'content/mistakes', 'content/glossary.json', 'content/docs/en/index.mdx', 'content/docs/fr/index.mdx'];
  for (const part of [...parts, 'content.config.ts', 'ec.config.mjs', 'tsconfig.json', 'package.json'])
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  cpSync(fixture, join(folder, 'exercises/mini-exam'), { recursive: true });
  const exercise = join(folder, 'exercises/mini-exam/exercise.ts');
  writeFileSync(exercise, readFileSync(exercise, 'utf8').replaceAll('../../../src/', '../../src/'));
  writeFileSync(join(folder, 'content/course.json'), JSON.stringify({ sections: [] }));
  const title = { en: 'Exam', vi: 'Thi thử', ko: '모의 시험', fr: 'Examen blanc' };
  const exercises = [{ id: 'mini-exam', difficulty: 3, minutes: 20 }];
  writeFileSync(join(folder, 'exercises/course.json'), JSON.stringify({ chapters: [{ id: 'exam', title, exercises }] }));
  cpSync(join(repository, 'astro.config.mjs'), join(folder, 'project.config.mjs'));
  // Packages lie outside of the folder, where the server would not give them away.
  const open = "import config from './project.config.mjs';\nexport default { ...config, vite: { server: { fs: { strict: false } } } };\n";
  writeFileSync(join(folder, 'astro.config.mjs'), open);
}

function isReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('watching for file changes')) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', () => reject(new Error(`astro dev ended:\n${said}`)));
  });
}
