import type { Attempts, Exercise } from '../../grading/index.ts';
import { acceptedByWay, type Findings, wrongByWay } from './attempt-gates.ts';
import { type JudgedMutant, judgeMutants } from './mutant-gates.ts';
import { playOnce } from './play-attempt.ts';

/** How many of how many. */
export interface Share {
  readonly of: number;
  readonly held: number;
}

/** How well a lab's grader tells right from wrong. */
export interface LabScore {
  readonly id: string;
  /** Right ways that get full points. */
  readonly right: Share;
  /** Wrong ways that miss the goal they name, with the words they name. */
  readonly wrong: Share;
  readonly mutants: readonly JudgedMutant[];
  /** Why mutants that end in another state are right nevertheless, by name. */
  readonly listed: Readonly<Record<string, string>>;
  readonly findings: Findings;
}

/** Plays all ways of a lab and all mutants of the right ones. */
export async function scoreLab(exercise: Exercise, attempts: Attempts): Promise<LabScore> {
  const play = playOnce(exercise);
  const [right, wrong] = [await acceptedByWay(exercise, attempts, play), await wrongByWay(exercise, attempts, play)];
  return {
    id: exercise.id,
    right: share(right),
    wrong: share(wrong),
    mutants: await judgeMutants(exercise, attempts, play),
    listed: attempts.equivalent ?? {},
    findings: [...right.values(), ...wrong.values()].flat(),
  };
}

const share = (byWay: ReadonlyMap<string, Findings>): Share => ({ of: byWay.size, held: [...byWay.values()].filter(({ length }) => length === 0).length });

/** Figures of the mutants of some labs. */
export interface MutantFigures {
  readonly generated: number;
  readonly killed: number;
  /** End in the state that the right way ends in. */
  readonly sameState: number;
  /** End in another state that is right as well, and say why. */
  readonly listed: number;
  readonly survived: number;
}

/** Counts what became of them. */
export function mutantFigures(scores: readonly Pick<LabScore, 'mutants' | 'listed'>[]): MutantFigures {
  const count = (wanted: (mutant: JudgedMutant, listed: LabScore['listed']) => boolean) =>
    scores.reduce((sum, { mutants, listed }) => sum + mutants.filter((mutant) => wanted(mutant, listed)).length, 0);
  return {
    generated: count(() => true),
    killed: count(({ outcome }) => outcome === 'killed'),
    sameState: count(({ outcome }) => outcome === 'same state'),
    listed: count(({ name, outcome }, listed) => outcome === 'survived' && name in listed),
    survived: count(({ name, outcome }, listed) => outcome === 'survived' && !(name in listed)),
  };
}

/** Killed mutants in percent of those that are not equivalent. */
export function killedPercent({ killed, survived }: MutantFigures): number {
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
}

/** Of all mutants that are not equivalent, at least so many percent must fail. */
export const leastKilledPercent = 98;

/** Are all ways judged rightly, and enough mutants killed? */
export const scoresHold = (scores: readonly LabScore[]): boolean =>
  scores.every(({ findings }) => findings.length === 0) && killedPercent(mutantFigures(scores)) >= leastKilledPercent;
