import { spawn } from 'node:child_process';
import { globSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cpuSecondsOfChildren, memoryOf } from './process-memory.ts';

export interface BuildFigures {
  readonly seconds: number;
  /** What all cores together worked; more than the time on a machine with several, much less on a busy one. */
  readonly cpuSeconds: number | undefined;
  /** The most that all processes of the build held at once; undefined where that cannot be read. */
  readonly peakBytes: number | undefined;
  readonly pages: number;
  readonly distBytes: number;
}

/** Where a project keeps what it need not make again: rendered pages, types, optimized modules. */
const caches = ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'];

/** Builds the project in `folder` from nothing, and measures. */
export async function timedBuild(folder: string): Promise<BuildFigures> {
  for (const cache of caches) rmSync(join(folder, cache), { recursive: true, force: true });
  const from = performance.now();
  const workedBefore = cpuSecondsOfChildren();
  const peakBytes = await build(folder);
  const took = (performance.now() - from) / 1000;
  const worked = cpuSecondsOfChildren();
  const cpuSeconds = worked === undefined || workedBefore === undefined ? undefined : worked - workedBefore;
  const files = globSync('**/*', { cwd: join(folder, 'dist') });
  const distBytes = files.map((file) => statSync(join(folder, 'dist', file))).reduce((sum, info) => sum + (info.isFile() ? info.size : 0), 0);
  return { seconds: took, cpuSeconds, peakBytes, pages: files.filter((file) => file.endsWith('.html')).length, distBytes };
}

const betweenSamples = 250;

/** Resolves with the peak of its memory. A build that fails is not measured: its last words are the error. */
function build(folder: string): Promise<number | undefined> {
  const program = join(folder, 'node_modules/astro/bin/astro.mjs');
  const running = spawn(process.execPath, [program, 'build'], { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } });
  let peak: number | undefined;
  const sampling = setInterval(() => {
    const now = running.pid === undefined ? undefined : memoryOf(running.pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, betweenSamples);
  let said = '';
  const listen = (text: Buffer) => {
    said = `${said}${text}`.slice(-4000);
  };
  running.stdout.on('data', listen);
  running.stderr.on('data', listen);
  return new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (code) => {
      clearInterval(sampling);
      if (code === 0) resolve(peak);
      else reject(new Error(`The build in ${folder} failed:\n${said}`));
    });
  });
}
