import type { Predicate } from '../evidence.ts';

/** Did the learner type a line like this? Only for recognising mistakes: no goal may depend on how something was typed. */
export const typed =
  (pattern: RegExp): Predicate =>
  ({ commands }) =>
    commands.some(({ line }) => pattern.test(joined(line)));

/** Did such a line fail? */
export const failed =
  (pattern: RegExp): Predicate =>
  ({ commands }) =>
    commands.some(({ line, exitCode }) => exitCode !== 0 && pattern.test(joined(line)));

/** Did such a line do what it was asked to? */
export const succeeded =
  (pattern: RegExp): Predicate =>
  ({ commands }) =>
    commands.some(({ line, exitCode }) => exitCode === 0 && pattern.test(joined(line)));

/** A text that stands for itself in a pattern. */
export const inPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const joined = (line: string) => line.replace(/\\\n\s*/g, ' ');
