import { describe, expect, it } from 'vitest';
import notHeld from './not-held.json' with { type: 'json' };
import { fallen, heldSteps, judge, readLock, readRecordings } from './recordings.ts';

const lock = readLock();
const recordings = readRecordings();

/** Steps that do not hold, and why: by session and index. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = notHeld;

/** Sessions of the notes that hold from the first step to the last. */
const whole = ['vi-secret-and-link', 'vi-import-custom-server', 'vi-import-without-confirm', 'vi-import-needs-the-secret-first', 'vi-new-app-from-the-stream'];

describe('recorded sessions', () => {
  it.each(recordings.map((recorded) => [recorded.id, recorded] as const))(
    '%s: no step that held has fallen back, and what does not hold has a reason',
    async (id, recorded) => {
      const result = await judge(recorded);
      const lost = fallen(lock[id] ?? [], heldSteps(recorded, result));
      expect(lost.map((index) => result.failures.find((failure) => failure.index === index)?.cmd)).toEqual([]);
      expect(result.failures.map(({ index }) => String(index))).toEqual(Object.keys(reasons[id] ?? {}));
    },
  );

  it.each(whole)('%s holds completely', async (id) => {
    const recorded = recordings.find((candidate) => candidate.id === id);
    expect(recorded).toBeDefined();
    if (recorded) expect((await judge(recorded)).failures.map(({ cmd, wrong }) => ({ cmd, wrong }))).toEqual([]);
  });

  it('locks only sessions and steps that exist', () => {
    const steps = new Map(recordings.map(({ id, steps }) => [id, steps.length]));
    expect(Object.entries(lock).filter(([id, indices]) => indices.some((index) => index >= (steps.get(id) ?? 0)))).toEqual([]);
  });
});

describe('the gate', () => {
  it('turns red when a step that held answers something else', async () => {
    const recorded = recordings.find(({ id }) => id === 'vi-secret-and-link');
    if (!recorded) throw new Error('the session is missing');
    const broken = { ...recorded, steps: recorded.steps.map((step, index) => (index === 0 ? { ...step, stdout: 'secret/other created\n' } : step)) };
    const held = heldSteps(broken, await judge(broken));
    expect(fallen(lock[recorded.id] ?? [], held)).toEqual([0]);
  });
});
