import { describe, expect, it } from 'vitest';
import { readAttempts, readExercise } from '../../src/cli/exercises.ts';
import { acceptedFindings, coverageFindings, feedbackFindings, untouchedFindings, verbFindings, wrongFindings } from '../../src/cli/gates/attempt-gates.ts';
import { killedPercent, mutantFigures, scoreLab, scoresHold } from '../../src/cli/gates/lab-score.ts';
import { mutantFindings } from '../../src/cli/gates/mutant-gates.ts';
import { type Attempts, type Exercise, type Goal, rightWays } from '../../src/grading/index.ts';

/** Each gate of the attempts sees the defect that it is there for. */
describe('the gates of an exercise turn red', async () => {
  const exercise = await readExercise('images-review');
  const attempts = await readAttempts('images-review');
  const firstWay = exercise.solution;
  /** The exercise with these right ways alone. */
  const withWays = (ways: Readonly<Record<string, readonly string[]>>): Exercise => ({
    ...exercise,
    solution: Object.values(ways)[0] ?? [],
    ways: Object.entries(ways)
      .slice(1)
      .map(([id, commands]) => ({ id, commands })),
  });
  const noAttempts: Attempts = { wrong: {} };
  const withGoal = (id: string, change: Partial<Goal>): Exercise => ({
    ...exercise,
    goals: exercise.goals.map((goal) => (goal.id === id ? { ...goal, ...change } : goal)),
  });

  it('when a right way is refused', async () => {
    const findings = await acceptedFindings(withGoal('linked', { check: () => false }), attempts);
    expect(findings.every((finding) => finding.includes(' misses linked: '))).toBe(true);
    expect(findings).toHaveLength(Object.keys(rightWays(exercise, attempts)).length);
  });

  it('when there is only one right way', async () => {
    expect(await acceptedFindings(withWays({ only: firstWay }), noAttempts)).toEqual(['there are fewer than two right ways']);
    expect(verbFindings(withWays({ one: firstWay, two: firstWay }), noAttempts)).toEqual(['all right ways use the same commands']);
  });

  it('when a command of a right way fails', async () => {
    const findings = await acceptedFindings(withWays({ good: firstWay, bad: [...firstWay, 'oc get nothing'] }), noAttempts);
    expect(findings).toEqual(['"bad": a command of a right way fails: oc get nothing']);
  });

  it('when a goal holds from the start', async () => {
    expect(await untouchedFindings(withGoal('linked', { check: () => true }))).toEqual(['linked holds before anything was done']);
  });

  it('when a wrong way passes, or fails for another reason', async () => {
    const wrong = {
      'all right': { run: firstWay, misses: 'linked', says: 'mistake:not-linked' },
      'nothing done': { run: [], misses: 'linked', says: 'mistake:not-linked' },
    };
    expect(await wrongFindings(exercise, { wrong })).toEqual([
      'there are fewer than five wrong ways',
      '"all right" should miss linked: mistake:not-linked, but misses nothing: it gets full points',
      '"nothing done" should miss linked: mistake:not-linked, but misses credentials: mistake:secret-missing',
    ]);
  });

  it('when no attempt misses a goal first', async () => {
    const wrong = Object.fromEntries(Object.entries(attempts.wrong).filter(([, { misses }]) => misses !== 'running'));
    expect(await coverageFindings(exercise, { ...attempts, wrong })).toEqual([
      'running is the first unmet goal of no attempt',
      'running: a check that is always true goes unnoticed',
    ]);
  });

  it('when a message is given to nobody', () => {
    const { 'scaled to zero': _, ...wrong } = attempts.wrong;
    expect(feedbackFindings(exercise, { ...attempts, wrong })).toEqual(['running: no attempt gets "mistake:scaled-to-zero"']);
  });

  it('when a mutant passes unlisted, or a listed one fails', async () => {
    const blind = { ...withGoal('credentials', { check: () => true }), ways: [] };
    const findings = await mutantFindings(blind, { wrong: {}, equivalent: { 'solution: no such mutant': 'planted' } });
    expect(findings).toContain('"solution: no such mutant" is listed as equivalent, but fails, ends in the same state anyway, or does not exist');
    expect(findings.some((finding) => finding.endsWith('gets full points and is not listed as equivalent'))).toBe(true);
  });

  it('when the score has a mutant that nothing kills', async () => {
    const right = await scoreLab({ ...exercise, ways: [] }, noAttempts);
    expect([mutantFigures([right]).survived, killedPercent(mutantFigures([right])), scoresHold([right])]).toEqual([0, 100, true]);
    const blind = await scoreLab({ ...withGoal('credentials', { check: () => true }), ways: [] }, noAttempts);
    expect(mutantFigures([blind]).survived).toBeGreaterThan(0);
    expect(killedPercent(mutantFigures([blind]))).toBeLessThan(98);
    expect(scoresHold([blind])).toBe(false);
  });

  it('when the score has a way that is judged wrong', async () => {
    const wrong = { 'nothing done': { run: [], misses: 'linked', says: 'mistake:not-linked' } };
    const score = await scoreLab({ ...exercise, ways: [] }, { wrong });
    expect([score.right, score.wrong, scoresHold([score])]).toEqual([{ of: 1, held: 1 }, { of: 1, held: 0 }, false]);
  });

  it('counts mutants that are listed with a reason apart', () => {
    const mutants = [{ name: 'a: drop 1', outcome: 'survived' as const, lacks: [], has: [] }];
    expect(mutantFigures([{ mutants, listed: { 'a: drop 1': 'why' } }])).toEqual({ generated: 1, killed: 0, sameState: 0, listed: 1, survived: 0 });
  });
});
