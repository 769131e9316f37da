import type { Completion } from './terminal-backend.ts';

/** What can be asked of a lab in its terminal: `lab start`, `lab grade`, `lab finish`. */
export const labVerbs = ['start', 'grade', 'finish'] as const;
export type LabVerb = (typeof labVerbs)[number];

/** What a line asks of the lab itself, with or without its name; `usage` for `lab` with anything else, undefined for all other lines. */
export function labCommand(line: string, exercise: string): LabVerb | 'usage' | undefined {
  const [program, verb, name = exercise, ...more] = line.trim().split(/\s+/);
  if (program !== 'lab') return undefined;
  const known = labVerbs.find((candidate) => candidate === verb);
  return known && name === exercise && more.length === 0 ? known : 'usage';
}

/** What Tab finds behind `lab`; undefined in all other lines. */
export function completeLabCommand(line: string, cursor: number): Completion | undefined {
  const [, before, word = ''] = /^(\s*lab\s+)([a-z]*)$/.exec(line.slice(0, cursor)) ?? [];
  return before === undefined ? undefined : { from: before.length, candidates: labVerbs.filter((verb) => verb.startsWith(word)) };
}
