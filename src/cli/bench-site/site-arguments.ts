import { parseArgs } from 'node:util';
import { type Language, languageCodes } from '../../site/languages.ts';

/** What can be measured: three kinds of page by Lighthouse, the time of a build against bare Starlight, a build of many pages. */
export const parts = ['home', 'guide', 'lab', 'build', 'many'] as const;
export type Part = (typeof parts)[number];

export interface SiteArguments {
  readonly runs: number;
  readonly parts: readonly Part[];
  readonly languages: readonly Language[];
}

const options = { site: { type: 'boolean' }, runs: { type: 'string' }, only: { type: 'string' }, lang: { type: 'string' } } as const;

/** Reads `--site [--runs 3] [--only home,build] [--lang en,vi]`. */
export function readSiteArguments(given: readonly string[]): SiteArguments {
  const { values } = parseArgs({ args: [...given], options });
  const runs = Number(values.runs ?? 3);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: expected a whole number of at least 1`);
  return { runs, parts: listOf('--only', values.only, parts), languages: listOf('--lang', values.lang, languageCodes) };
}

function listOf<Name extends string>(option: string, text: string | undefined, known: readonly Name[]): readonly Name[] {
  if (text === undefined) return known;
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name as Name));
  if (unknown !== undefined) throw new Error(`${option} ${unknown}: expected some of ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}
