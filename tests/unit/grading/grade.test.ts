import { describe, expect, it } from 'vitest';
import { always, defineExercise, type Goal, grade, secrets } from '../../../src/grading/index.ts';
import { change, fakeEvidence, object } from './fake-evidence.ts';

const goal = (id: string, holds: boolean, more: Partial<Goal> = {}): Goal => ({
  id,
  points: 10,
  about: [secrets()],
  check: () => holds,
  seeWith: `oc get ${id}`,
  diagnoses: [{ when: always, say: `${id}-missing` }],
  ...more,
});

const exerciseOf = (...goals: readonly Goal[]) =>
  defineExercise({
    id: 'x',
    scenario: { user: 'developer', project: 'demo' },
    goals,
    solution: ['oc whoami'],
    ways: [],
    guides: [],
  });

describe('grade', () => {
  it('adds up the points of goals that hold', async () => {
    expect(await grade(exerciseOf(goal('a', true), goal('b', true)), fakeEvidence())).toEqual({
      id: 'x',
      score: 20,
      max: 20,
      goals: [
        { id: 'a', passed: true, points: 10, max: 10 },
        { id: 'b', passed: true, points: 10, max: 10 },
      ],
    });
  });

  it('lets the first diagnosis that holds speak, with its points', async () => {
    const diagnoses = [
      { when: () => false, say: 'not-this' },
      { when: () => true, say: 'half', points: 4 },
      { when: always, say: 'not-that' },
    ];
    const { score, goals } = await grade(exerciseOf(goal('a', false, { diagnoses })), fakeEvidence());
    expect(score).toBe(4);
    expect(goals[0]?.why).toEqual({ say: 'half', seeWith: 'oc get a' });
  });

  it('names the command that last wrote what the goal is about', async () => {
    const evidence = fakeEvidence({
      changes: [change(1, 'ADDED', object('Secret', 's'), 0), change(2, 'MODIFIED', object('Secret', 's'), 1), change(3, 'ADDED', object('Pod', 'p'), 2)],
      commands: ['oc create', 'oc label', 'oc run'].map((line, index) => ({ index, line, exitCode: 0 })),
    });
    const { goals } = await grade(exerciseOf(goal('a', false)), evidence);
    expect(goals[0]?.why?.lastWrittenBy).toEqual({ index: 1, line: 'oc label' });
  });

  it('lets a goal wait for those it needs', async () => {
    const { goals } = await grade(exerciseOf(goal('a', false), goal('b', true, { needs: ['a'] })), fakeEvidence());
    expect(goals[1]).toEqual({ id: 'b', passed: false, points: 0, max: 10, why: { say: 'waits-for', waitsFor: 'a', seeWith: 'oc get b' } });
  });

  it('refuses a goal none of whose diagnoses holds', async () => {
    await expect(grade(exerciseOf(goal('a', false, { diagnoses: [] })), fakeEvidence())).rejects.toThrow(
      'goal a: no diagnosis holds; end the list with one for `always`',
    );
  });
});
