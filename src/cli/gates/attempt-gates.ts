import { type Attempts, type Exercise, type GradeResult, rightWays } from '../../grading/index.ts';
import { firstUnmet, judgeBy, type Play, playOnce } from './play-attempt.ts';

/** Each gate gives what is wrong, in words; an empty list is a pass. */
export type Findings = readonly string[];

/** Right ways get full points, and none of their commands fails. By the name of the way. */
export async function acceptedByWay(exercise: Exercise, attempts: Attempts, play: Play = playOnce(exercise)): Promise<ReadonlyMap<string, Findings>> {
  const entries = Object.entries(rightWays(exercise, attempts)).map(async ([name, commands]) => {
    const { result, session } = await play(commands);
    const unmet = firstUnmet(result);
    const failed = session.commands.find(({ exitCode }) => exitCode !== 0);
    const findings = [
      ...(unmet ? [`"${name}" misses ${unmet.id}: ${unmet.why?.say}`] : []),
      ...(failed ? [`"${name}": a command of a right way fails: ${failed.line}`] : []),
    ];
    return [name, findings] as const;
  });
  return new Map(await Promise.all(entries));
}

/** There are at least two right ways, and each is accepted. */
export async function acceptedFindings(exercise: Exercise, attempts: Attempts, play?: Play): Promise<Findings> {
  const byWay = await acceptedByWay(exercise, attempts, play);
  return [...(byWay.size < 2 ? ['there are fewer than two right ways'] : []), ...[...byWay.values()].flat()];
}

/** Two right ways differ in the verb or resource that creates what is graded. */
export function verbFindings(exercise: Exercise, attempts: Attempts): Findings {
  const verbs = Object.values(rightWays(exercise, attempts)).map((commands) =>
    commands.map((command) => command.split(/\s+/).slice(0, 3).join(' ')).join('; '),
  );
  return new Set(verbs).size < 2 ? ['all right ways use the same commands'] : [];
}

/** The untouched start gets no full points, and no goal holds by itself. */
export async function untouchedFindings(exercise: Exercise, play: Play = playOnce(exercise)): Promise<Findings> {
  const { result } = await play([]);
  return result.goals.filter(({ passed }) => passed).map(({ id }) => `${id} holds before anything was done`);
}

/** Wrong ways miss the goal they name, with the message they name. By the name of the way. */
export async function wrongByWay(exercise: Exercise, { wrong }: Attempts, play: Play = playOnce(exercise)): Promise<ReadonlyMap<string, Findings>> {
  const entries = Object.entries(wrong).map(async ([name, { run, misses, says }]) => {
    const found = missed((await play(run)).result);
    return [name, found === `${misses}: ${says}` ? [] : [`"${name}" should miss ${misses}: ${says}, but misses ${found}`]] as const;
  });
  return new Map(await Promise.all(entries));
}

/** There are at least five wrong ways, and each is refused as it says. */
export async function wrongFindings(exercise: Exercise, attempts: Attempts, play?: Play): Promise<Findings> {
  const byWay = await wrongByWay(exercise, attempts, play);
  return [...(byWay.size < 5 ? ['there are fewer than five wrong ways'] : []), ...[...byWay.values()].flat()];
}

function missed(result: GradeResult): string {
  const unmet = firstUnmet(result);
  return unmet ? `${unmet.id}: ${unmet.why?.say}` : 'nothing: it gets full points';
}

/** Every goal is the first unmet one of a wrong attempt, so replacing its check by *true* is noticed. */
export async function coverageFindings(exercise: Exercise, attempts: Attempts, play: Play = playOnce(exercise)): Promise<Findings> {
  const findings = exercise.goals.map(async ({ id }) => {
    const own = Object.values(attempts.wrong).filter(({ misses }) => misses === id);
    const blind = exercise.goals.map((goal) => (goal.id === id ? { ...goal, check: () => true } : goal));
    const outcomes = await Promise.all(own.map(async ({ run, says }) => missed(await judgeBy(blind, await play(run))) === `${id}: ${says}`));
    return [
      ...(own.length === 0 ? [`${id} is the first unmet goal of no attempt`] : []),
      ...(outcomes.every(Boolean) ? [`${id}: a check that is always true goes unnoticed`] : []),
    ];
  });
  return (await Promise.all(findings)).flat();
}

/** Feedback that no attempt ever gets has never been seen to be right. */
export function feedbackFindings(exercise: Exercise, { wrong }: Attempts): Findings {
  const heard = new Set(Object.values(wrong).map(({ says }) => says));
  return exercise.goals.flatMap(({ id, diagnoses }) => diagnoses.filter(({ say }) => !heard.has(say)).map(({ say }) => `${id}: no attempt gets "${say}"`));
}
