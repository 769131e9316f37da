import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLabSession } from '../lab/lab-session.ts';
import clusterContent from '../simulation/content/cluster.json' with { type: 'json' };
import registriesContent from '../simulation/content/registries.json' with { type: 'json' };
import type { ClusterContent, RegistriesContent } from '../simulation/scenario.ts';
import { benchSite } from './bench-site/bench-site.ts';
import { exerciseIds, readExercise, readMessages } from './exercises.ts';
import { readHelp } from './help-files.ts';
import { readMistakes } from './mistake-texts.ts';
import { weighPage } from './page-weight.ts';
import { playSession } from './play-session.ts';
import { isCommand, parseSession } from './recorded-session.ts';

/** Prints how fast and how large things are. Figures to compare, never a test. */
const milliseconds = (from: number) => performance.now() - from;
const percentile = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const print = (what: string, figure: string) => console.log(`${what.padEnd(64)}${figure.padStart(14)}`);

const [id = ''] = exerciseIds();
const [exercise, messages, texts, mistakes] = await Promise.all([readExercise(id), readMessages(id, 'en'), readHelp('en'), readMistakes('en')]);
const openLab = async () => (await createLabSession({ exercise, messages, texts, mistakes })).session;

async function timeStart(): Promise<void> {
  await openLab();
  const times: number[] = [];
  for (let run = 0; run < 10; run++) {
    const from = performance.now();
    await openLab();
    times.push(milliseconds(from));
  }
  print(
    `start of the lab ${id}, median of 10`,
    `${percentile(
      times.sort((a, b) => a - b),
      0.5,
    ).toFixed(1)} ms`,
  );
}

/** Commands as labs see them, again and again in one session. */
const round = [
  'oc get imagestreams',
  'oc get pods',
  'oc describe imagestream custom-server',
  'oc get istag custom-server:latest -o yaml',
  'oc tag custom-server:latest custom-server:stable',
  'oc get deployment custom-server -o jsonpath={.spec.replicas}',
  'oc import-image custom-server',
  'oc get all',
  'oc label imagestream custom-server round=a --overwrite',
  'oc whoami',
];

async function timeCommands(): Promise<void> {
  const session = await openLab();
  for (const command of exercise.solution) await session.run(command);
  const times: number[] = [];
  for (let index = 0; index < 10_000; index++) {
    const command = (round[index % round.length] ?? '').replace('round=a', `round=${index}`);
    const from = performance.now();
    await session.run(command);
    times.push(milliseconds(from));
  }
  const sum = (part: readonly number[]) => part.reduce((total, time) => total + time, 0);
  const [early, late] = [sum(times.slice(0, 1000)), sum(times.slice(-1000))];
  const sorted = [...times].sort((a, b) => a - b);
  print('a command in the lab (shell, oc, cluster), median', `${percentile(sorted, 0.5).toFixed(2)} ms`);
  print('a command in the lab, 99th percentile', `${percentile(sorted, 0.99).toFixed(2)} ms`);
  print('last 1,000 of 10,000 commands against the first 1,000', `${(late / early).toFixed(2)} times`);
}

const recordings = 'tests/conformance/sessions';

async function timeSessions(): Promise<void> {
  const start = { cluster: clusterContent as unknown as ClusterContent, registries: registriesContent as unknown as RegistriesContent };
  const files = readdirSync(recordings, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const sessions = files.map((file) => parseSession(readFileSync(join(recordings, file), 'utf8')));
  const commands = sessions.flatMap(({ steps }) => steps.filter(isCommand)).length;
  const from = performance.now();
  for (const session of sessions) await playSession(session, start);
  print(`recorded sessions (${commands} commands, each on a bash of its own)`, `${(commands / (milliseconds(from) / 1000)).toFixed(0)} per s`);
}

function weighPages(): void {
  const kinds = { home: '', guide: 'guides/import-an-image/', lab: `labs/${id}/` };
  for (const [kind, path] of Object.entries(kinds)) {
    const page = `dist/en/${path}index.html`;
    if (!existsSync(page)) {
      print(`${kind} page`, 'build first');
      continue;
    }
    const { text, first, ready, onDemand } = weighPage(page, 'en');
    print(`${kind} page, without fonts, gzipped`, kilobytes(text));
    print(`${kind} page, to be read, gzipped`, kilobytes(first));
    if (ready > first) print(`${kind} page, with the shell and the cluster, gzipped`, kilobytes(ready));
    print(`${kind} page, what it may load when it is first used, gzipped`, kilobytes(onDemand));
  }
}

if (process.argv.includes('--site')) {
  await benchSite(process.argv.slice(2));
} else {
  await timeStart();
  await timeCommands();
  await timeSessions();
  weighPages();
}
