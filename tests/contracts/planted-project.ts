import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const tools = join(repository, 'node_modules/.bin');
/** The tools run on the Node that is installed beside them. */
const env = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}` };

/** What a tool of the linting said. */
export interface Verdict {
  readonly status: number | null;
  readonly output: string;
}

/** A project elsewhere that has this one's rules and nothing else: files can be planted in it that must be found wrong. */
export interface PlantedProject {
  plant(files: Readonly<Record<string, string>>): void;
  run(tool: string, ...args: readonly string[]): Verdict;
  remove(): void;
}

/** Takes the named configuration along; the tools are those that are installed here. */
export function createPlantedProject(configuration: readonly string[]): PlantedProject {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const path of configuration) cpSync(join(repository, path), join(folder, path), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    plant(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    run(tool, ...args) {
      const { status, stdout, stderr } = spawnSync(join(tools, tool), args, { cwd: folder, encoding: 'utf8', env });
      return { status, output: stdout + stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
