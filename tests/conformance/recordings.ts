import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playSession } from '../../src/cli/play-session.ts';
import { isCommand, type RecordedSession } from '../../src/cli/recorded-session.ts';
import clusterContent from '../../src/simulation/content/cluster.json' with { type: 'json' };
import registriesContent from '../../src/simulation/content/registries.json' with { type: 'json' };
import type { ClusterContent, RegistriesContent } from '../../src/simulation/scenario.ts';
import { type Comparison, compare, load } from './compare.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const groups = ['notes', 'upstream', 'learner'] as const;

/** Steps that must hold, by session: indices into its steps. Written by `npm run conformance -- --lock`. */
export type Lock = Readonly<Record<string, readonly number[]>>;

export const lockFile = here('./held.json');

export const readLock = (): Lock => JSON.parse(readFileSync(lockFile, 'utf8'));

/** The recorded sessions, in the order of their groups and names. */
export const readRecordings = (): readonly RecordedSession[] => groups.flatMap((group) => [...load(here(`./sessions/${group}`)).values()]);

const start = { cluster: clusterContent as unknown as ClusterContent, registries: registriesContent as unknown as RegistriesContent };

/** Plays a session and judges it. A session that cannot be played holds nowhere. */
export async function judge(recorded: RecordedSession): Promise<Comparison> {
  const asked = {
    ...recorded,
    steps: recorded.steps.map((step) => (isCommand(step) ? { cmd: step.cmd, ...(step.as !== undefined && { as: step.as }) } : step)),
  };
  const played = await playSession(asked, start).catch((error: Error) => {
    console.error(`${recorded.id}: ${error.message}`);
    return undefined;
  });
  return compare(recorded, played);
}

/** Indices of the counted steps that hold. */
export function heldSteps(recorded: RecordedSession, { failures }: Comparison): readonly number[] {
  const failed = new Set(failures.map(({ index }) => index));
  return recorded.steps.flatMap((step, index) => (isCommand(step) && step.stable !== false && !failed.has(index) ? [index] : []));
}

/** Locked steps that no longer hold. */
export const fallen = (locked: readonly number[], held: readonly number[]): readonly number[] => locked.filter((index) => !held.includes(index));
