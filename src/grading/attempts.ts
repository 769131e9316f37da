/** Ways to do an exercise, for its tests. Never part of the site: answers would be in the page. */
export interface Attempts {
  /** Right ways, by name: full points. At least two differ in the command or verb that creates a graded field. */
  readonly accepted: Readonly<Record<string, readonly string[]>>;
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

export const defineAttempts = (attempts: Attempts): Attempts => attempts;
