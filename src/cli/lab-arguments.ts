import { parseArgs } from 'node:util';
import { type Language, languages } from './exercises.ts';
import { type LabNotices, labNotices, noSuchLanguage } from './lab-notices.ts';

/** Something the caller gave is wrong: said on standard error, exit code 2. */
export class BadInput extends Error {}

export interface LabArguments {
  readonly words: readonly string[];
  readonly asJson: boolean;
  readonly chapter: string | undefined;
  readonly language: Language;
  readonly notices: LabNotices;
}

const options = { json: { type: 'boolean' }, lang: { type: 'string' }, chapter: { type: 'string' } } as const;

/** Reads the arguments of `npm run lab`. What is wrong with them is said in the language that they name. */
export function readArguments(given: readonly string[]): LabArguments {
  const { tokens, positionals } = parseArgs({ args: [...given], options, strict: false, allowPositionals: true, tokens: true });
  const named = tokens.filter((token) => token.kind === 'option');
  const lastOf = (name: string) => named.findLast((token) => token.name === name)?.value;
  const language = languageOf(lastOf('lang'));
  const notices = labNotices(language);
  for (const { name, rawName, value } of named) {
    if (!(name in options)) throw new BadInput(`${notices.unknownOption(rawName)}\n${notices.usage}`);
    if (name !== 'json' && value === undefined) throw new BadInput(notices.valueMissing(rawName));
  }
  return { words: positionals, asJson: named.some(({ name }) => name === 'json'), chapter: lastOf('chapter'), language, notices };
}

function languageOf(text = 'en'): Language {
  const language = languages.find((candidate) => candidate === text);
  if (!language) throw new BadInput(noSuchLanguage(text, languages.join(', ')));
  return language;
}
