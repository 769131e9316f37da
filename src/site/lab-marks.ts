import type { Storage } from './storage.ts';

/** What is remembered of a lab beside its commands; it outlives a reset. */
export interface LabMarks {
  /** All goals held once. */
  readonly solved: boolean;
  /** Seconds that the page was looked at before that. */
  readonly seconds: number;
}

/** A year: nobody has spent more in a lab, so a larger number is none of ours. */
const longest = 365 * 24 * 60 * 60;

const nameOf = (exercise: string) => `marks/${exercise}`;

/** What is kept of a lab; nothing solved where nothing, or something else, is stored. */
export function readMarks(storage: Storage, exercise: string): LabMarks {
  const stored = storage.read(nameOf(exercise));
  const { solved, seconds } = (stored.kind === 'value' ? (stored.value ?? {}) : {}) as Partial<LabMarks>;
  return { solved: solved === true, seconds: typeof seconds === 'number' && seconds >= 0 && seconds < longest ? seconds : 0 };
}

export const writeMarks = (storage: Storage, exercise: string, marks: LabMarks): boolean => storage.write(nameOf(exercise), marks);

/** Under which name the commands of a lab are kept. */
export const progressName = (exercise: string): string => `lab/${exercise}`;
