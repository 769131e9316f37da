import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Comparison } from './compare.mjs';
import notHeld from './not-held.json' with { type: 'json' };
import { groups, heldSteps, judge, type Lock, lockFile, readLock, readRecordings } from './recordings.ts';

/** Plays all recorded sessions and prints the figure of each group. `--lock` notes what holds, so that it may not fall back; `--failures` names what does not. */
const { values } = parseArgs({ options: { lock: { type: 'boolean' }, failures: { type: 'boolean' } } });

const sum = (results: readonly Comparison[], key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);

const results = new Map<string, Comparison[]>();
const held: Record<string, readonly number[]> = {};
let whole = 0;
const recordings = readRecordings();
for (const recorded of recordings) {
  const result = await judge(recorded);
  results.set(recorded.group ?? '-', [...(results.get(recorded.group ?? '-') ?? []), result]);
  held[recorded.id] = heldSteps(recorded, result);
  if (result.failed === 0) whole++;
  if (values.failures) for (const { id, index, cmd, wrong } of result.failures) console.log(`${id} [${index}] ${wrong.join(', ')}: ${cmd.split('\n')[0]}`);
}

for (const group of groups) {
  const of = results.get(group) ?? [];
  const [passed, failed] = [sum(of, 'passed'), sum(of, 'failed')];
  console.log(`${group}: ${((100 * passed) / (passed + failed || 1)).toFixed(1)} % of ${passed + failed} steps hold`);
}
for (const [id, steps] of Object.entries(notHeld)) for (const [index, reason] of Object.entries(steps)) console.log(`not held: ${id} [${index}]: ${reason}`);
console.log(`whole sessions: ${whole} of ${recordings.length}`);

if (values.lock) {
  const lock = mergeLocks(readLock(), held);
  writeFileSync(lockFile, `${JSON.stringify(lock)}\n`);
  console.log(`locked ${Object.values(lock).flat().length} steps`);
}

/** What held before stays locked, even where it does not hold now: only a change of the file by hand can unlock. */
function mergeLocks(before: Lock, now: Lock): Lock {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return Object.fromEntries(ids.map((id) => [id, [...new Set([...(before[id] ?? []), ...(now[id] ?? [])])].sort((a, b) => a - b)]));
}
