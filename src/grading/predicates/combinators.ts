import type { Predicate } from '../evidence.ts';

/** Holds in any case: the last diagnosis of a goal. */
export const always: Predicate = () => true;

export const not =
  (predicate: Predicate): Predicate =>
  async (evidence) =>
    !(await predicate(evidence));

/** The same question about another project. */
export const inProject =
  (project: string, predicate: Predicate): Predicate =>
  (evidence) =>
    predicate({ ...evidence, project });

/** Holds when every one does. Stops at the first that does not. */
export const all =
  (...predicates: readonly Predicate[]): Predicate =>
  async (evidence) => {
    for (const predicate of predicates) if (!(await predicate(evidence))) return false;
    return true;
  };

/** Holds when one of them does. Stops at the first that does. */
export const any =
  (...predicates: readonly Predicate[]): Predicate =>
  async (evidence) => {
    for (const predicate of predicates) if (await predicate(evidence)) return true;
    return false;
  };
