import type { Predicate } from '../evidence.ts';

/** Would `predicate` hold after these lines? They are typed on a fork; the learner's cluster stays as it is. */
export const whatIf =
  (lines: readonly string[], predicate: Predicate): Predicate =>
  async (evidence) => {
    const trial = await evidence.trial();
    for (const line of lines) await trial.run(line);
    return predicate(trial);
  };
