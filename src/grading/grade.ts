import type { Evidence } from './evidence.ts';
import type { Diagnosis, Exercise, Goal } from './exercise.ts';
import type { GoalResult, GradeResult, WhyNot } from './report.ts';
import { touches } from './subject.ts';

/** Judges every goal in order. A goal whose `needs` do not hold waits and gives no points. */
export async function grade(exercise: Exercise, evidence: Evidence): Promise<GradeResult> {
  const goals: GoalResult[] = [];
  for (const goal of exercise.goals) {
    const waitsFor = goal.needs?.find((id) => !goals.find((result) => result.id === id)?.passed);
    goals.push(waitsFor === undefined ? await judge(goal, evidence) : waiting(goal, waitsFor, evidence));
  }
  const sum = (pick: (goal: GoalResult) => number) => goals.reduce((total, goal) => total + pick(goal), 0);
  return { id: exercise.id, score: sum(({ points }) => points), max: sum(({ max }) => max), goals };
}

async function judge(goal: Goal, evidence: Evidence): Promise<GoalResult> {
  if (await goal.check(evidence)) return { id: goal.id, passed: true, points: goal.points, max: goal.points };
  const diagnosis = await diagnose(goal, evidence);
  return { id: goal.id, passed: false, points: diagnosis.points ?? 0, max: goal.points, why: why(goal, diagnosis, evidence) };
}

async function diagnose(goal: Goal, evidence: Evidence): Promise<Diagnosis> {
  for (const diagnosis of goal.diagnoses) if (await diagnosis.when(evidence)) return diagnosis;
  throw new Error(`goal ${goal.id}: no diagnosis holds; end the list with one for \`always\``);
}

const waiting = (goal: Goal, waitsFor: string, evidence: Evidence): GoalResult => ({
  id: goal.id,
  passed: false,
  points: 0,
  max: goal.points,
  why: { ...why(goal, { say: 'waits-for' }, evidence), waitsFor },
});

function why(goal: Goal, { say, values, guide }: Pick<Diagnosis, 'say' | 'values' | 'guide'>, evidence: Evidence): WhyNot {
  const lastWrittenBy = lastCommandOn(goal, evidence);
  return { say, ...(values && { values }), ...(guide !== undefined && { guide }), ...(lastWrittenBy && { lastWrittenBy }), seeWith: goal.seeWith };
}

function lastCommandOn(goal: Goal, { state, commands, project }: Evidence): WhyNot['lastWrittenBy'] {
  const change = state.changes.findLast((candidate) => candidate.cause !== undefined && goal.about.some((subject) => touches(subject, candidate, project)));
  const command = commands.find(({ index }) => index === change?.cause);
  return command && { index: command.index, line: command.line };
}
