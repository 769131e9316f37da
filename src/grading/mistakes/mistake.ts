import type { Predicate } from '../evidence.ts';
import type { Diagnosis, MistakeId } from '../exercise.ts';
import { always } from '../predicates/combinators.ts';

/** The values that a mistake asks for; a lab may give more, so that one set does for all of a goal. */
type Named<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;

/** A misconception that labs have in common: made into a diagnosis by naming what it is about, and the points for work half done. */
export interface Mistake<Names extends readonly string[] = readonly string[]> {
  <Given extends Named<Names>>(values: Given, points?: number): Diagnosis<never>;
  readonly id: string;
  /** The section of a guide that clears it up: `import-an-image#which-tag`. */
  readonly guide: string;
  /** What must be named, and what the sentence may name. */
  readonly names: Names;
}

/** `recognise` asks the cluster, and the log of commands where the state alone cannot tell. Its sentence stands in `content/mistakes/<lang>.json`. */
export function defineMistake<const Names extends readonly string[]>(
  id: string,
  guide: string,
  names: Names,
  recognise: (values: Named<Names>) => Predicate,
): Mistake<Names> {
  const say: MistakeId = `mistake:${id}`;
  const diagnose = (values: Named<Names>, points?: number): Diagnosis<never> => ({
    when: recognise(values),
    say,
    guide,
    values,
    ...(points !== undefined && { points }),
  });
  return Object.assign(diagnose, { id, guide, names });
}

/** The mistake that a feedback key names; undefined for a key of the lab's own. */
export const mistakeIn = (say: string): string | undefined => /^mistake:(.+)$/.exec(say)?.[1];

/** The same diagnosis for whatever is left: the last one of a goal. */
export const otherwise = (diagnosis: Diagnosis<never>): Diagnosis<never> => ({ ...diagnosis, when: always });
