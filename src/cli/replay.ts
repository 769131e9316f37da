import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import clusterContent from '../simulation/content/cluster.json' with { type: 'json' };
import registriesContent from '../simulation/content/registries.json' with { type: 'json' };
import type { ClusterContent, RegistriesContent } from '../simulation/scenario.ts';
import { playSession, type StartingPoint } from './play-session.ts';
import { parseSession } from './recorded-session.ts';

const usage = 'usage: npm run -s replay -- FILE|FOLDER... [--out FOLDER] [--registries FILE] [--cluster FILE]';

/** Plays recorded sessions against the simulation. Exit code 0 whenever it could play, 2 for bad input. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, registries: { type: 'string' }, cluster: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error(usage);
  const start: StartingPoint = {
    cluster: (values.cluster ? await readJson(values.cluster) : clusterContent) as ClusterContent,
    registries: (values.registries ? await readJson(values.registries) : registriesContent) as unknown as RegistriesContent,
  };
  if (values.out !== undefined) await mkdir(values.out, { recursive: true });
  for (const place of positionals) {
    const isFolder = (await stat(place)).isDirectory();
    for (const file of await sessionFiles(place)) await replay(file, start, values.out, isFolder);
  }
  return 0;
}

/** Files of a folder that are no sessions (registries, clusters) are passed over; a file that was named must be one. */
async function replay(file: string, start: StartingPoint, out: string | undefined, skipOthers: boolean): Promise<void> {
  const text = await readFile(file, 'utf8');
  const lines = file.endsWith('.jsonl') ? text.split('\n').filter((line) => line.trim() !== '') : [text];
  for (const line of lines) {
    if (skipOthers && !isSession(named(file, () => JSON.parse(line)))) continue;
    const played = await playSession(
      named(file, () => parseSession(line)),
      start,
    );
    if (out === undefined) process.stdout.write(`${JSON.stringify(played)}\n`);
    else await writeFile(join(out, `${played.id}.json`), `${JSON.stringify(played, null, 1)}\n`);
  }
}

/** Session files at a place: the file itself, or all below a folder, in order. */
async function sessionFiles(place: string): Promise<readonly string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const inside = (await readdir(place)).sort().map((name) => sessionFiles(join(place, name)));
  return (await Promise.all(inside)).flat().filter((file) => /\.jsonl?$/.test(file));
}

const isSession = (value: unknown) => typeof value === 'object' && value !== null && 'id' in value && 'steps' in value;

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  return named(file, () => JSON.parse(text));
}

function named<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  return 2;
});
