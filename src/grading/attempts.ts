import type { Exercise } from './exercise.ts';

/** Ways to do an exercise, for its tests. Never part of the site: answers would be in the page. */
export interface Attempts {
  /** Right ways besides the solution and the ways that the lab shows, by name: full points. */
  readonly accepted?: Readonly<Record<string, readonly string[]>>;
  /** What a learner would plausibly try, by the mistake's name. */
  readonly wrong: Readonly<Record<string, WrongAttempt>>;
  /** Mutants of the accepted ways that end in the same graded state, by the names the generator gives them, with the reason. */
  readonly equivalent?: Readonly<Record<string, string>>;
}

export interface WrongAttempt {
  readonly run: readonly string[];
  /** The first goal, in order, that does not hold. */
  readonly misses: string;
  /** The feedback key which that goal must give. */
  readonly says: string;
}

/** All right ways, by name. At least two differ in the command or verb that creates a graded field. */
export function rightWays({ solution, ways }: Pick<Exercise, 'solution' | 'ways'>, { accepted = {} }: Attempts): Readonly<Record<string, readonly string[]>> {
  return { solution, ...Object.fromEntries(ways.map(({ id, commands }) => [id, commands])), ...accepted };
}

export const defineAttempts = (attempts: Attempts): Attempts => attempts;
