import { durationMs } from '../duration.ts';
import type { Predicate, Trial } from '../evidence.ts';

/** Something done on a fork before the question is asked. */
export type TrialStep = (trial: Trial) => Promise<void> | void;

/** Another build is published over a tag. */
export const push =
  (reference: string, variant: string): TrialStep =>
  (trial) =>
    trial.push(reference, variant);

/** The learner types a line. */
export const runs =
  (line: string): TrialStep =>
  (trial) =>
    trial.run(line);

/** Virtual time passes: `15m`. */
export const timePasses =
  (duration: string): TrialStep =>
  (trial) =>
    trial.pass(durationMs(duration));

/** Would `predicate` hold after these steps? They happen on a fork; the learner's cluster stays as it is. */
export const whatIf =
  (steps: readonly TrialStep[], predicate: Predicate): Predicate =>
  async (evidence) => {
    const trial = await evidence.trial();
    for (const step of steps) await step(trial);
    return predicate(trial);
  };
