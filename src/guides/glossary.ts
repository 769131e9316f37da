import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The languages of the site, as the glossary knows them. */
export const glossaryLanguages = ['en', 'vi', 'ko', 'fr'] as const;
export type GlossaryLanguage = (typeof glossaryLanguages)[number];

type Texts = Readonly<Record<GlossaryLanguage, string>>;
type Words<Word> = Readonly<Partial<Record<GlossaryLanguage, readonly Word[]>>>;

/** A word to avoid. `except`: longer words in which it may stand. */
export type AvoidedWord = string | { readonly word: string; readonly except: readonly string[] };

/** One concept, and its one word in each language. */
export interface Term {
  /** Also the anchor of its entry on the glossary page. */
  readonly id: string;
  readonly group: 'images' | 'objects' | 'change' | 'command-line' | 'site';
  /** The API's kind, where the term names one. */
  readonly kind?: string;
  readonly term: Texts;
  /** Of the French word. */
  readonly gender?: 'm' | 'f' | 'm pl' | 'f pl';
  /** Other forms that count as the term: inflections, verbs beside nouns, short forms. Plurals in -s are known without. */
  readonly also?: Words<string>;
  readonly avoid?: Words<AvoidedWord>;
  /** A page that uses the English term must use the translated one in its translations. Only where that holds for every page. */
  readonly checked?: true;
  /** Markdown of one or two sentences. A term without one is in the word list, not on the page. */
  readonly definition?: Texts;
  /** What else a reader of that language should know of the word, such as what the web console says. */
  readonly note?: Readonly<Partial<Texts>>;
}

export interface Glossary {
  readonly terms: readonly Term[];
}

const groups = ['images', 'objects', 'change', 'command-line', 'site'];
const genders = ['m', 'f', 'm pl', 'f pl'];
const fields = ['id', 'group', 'kind', 'term', 'gender', 'also', 'avoid', 'checked', 'definition', 'note'];

/** The glossary of the site: what each concept is called, and what it means. */
export async function readGlossary(root: string): Promise<Glossary> {
  return toGlossary(JSON.parse(await readFile(join(root, 'content/glossary.json'), 'utf8')));
}

/** Takes the parsed `content/glossary.json`. A wrong file stops with every term, field and reason. */
export function toGlossary(value: unknown): Glossary {
  const terms = (value as Partial<Glossary> | null)?.terms;
  if (!Array.isArray(terms)) throw new Error('content/glossary.json: terms: expected a list');
  const problems = [...terms.flatMap((term, index) => problemsOf(term, `terms[${index}]`)), ...repeatedIds(terms)];
  if (problems.length > 0) throw new Error(problems.map((problem) => `content/glossary.json: ${problem}`).join('\n'));
  return value as Glossary;
}

function problemsOf(term: Partial<Record<keyof Term, unknown>>, at: string): readonly string[] {
  if (typeof term?.id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(term.id)) return [`${at}.id: expected lower-case words joined by -`];
  const wrong = (field: string, expected: string) => `${term.id}.${field}: expected ${expected}`;
  const problems = Object.keys(term)
    .filter((field) => !fields.includes(field))
    .map((field) => wrong(field, `one of the fields ${fields.join(', ')}`));
  if (!groups.includes(term.group as string)) problems.push(wrong('group', groups.join(', ')));
  if (term.gender !== undefined && !genders.includes(term.gender as string)) problems.push(wrong('gender', genders.join(', ')));
  if (term.kind !== undefined && typeof term.kind !== 'string') problems.push(wrong('kind', 'a text'));
  if (term.checked !== undefined && term.checked !== true) problems.push(wrong('checked', 'true, or no such field'));
  problems.push(...problemsOfTexts(term.term, 'term', wrong));
  if (term.definition !== undefined) problems.push(...problemsOfTexts(term.definition, 'definition', wrong));
  for (const [language, note] of Object.entries(term.note ?? {}))
    if (!isLanguage(language) || !isText(note)) problems.push(wrong(`note.${language}`, `a text, in one of ${glossaryLanguages.join(', ')}`));
  problems.push(...problemsOfWords(term.also, 'also', isText, wrong), ...problemsOfWords(term.avoid, 'avoid', isAvoidedWord, wrong));
  return problems;
}

type Wrong = (field: string, expected: string) => string;

function problemsOfTexts(texts: unknown, field: string, wrong: Wrong): readonly string[] {
  const given = (texts ?? {}) as Readonly<Record<string, unknown>>;
  const missing = glossaryLanguages.filter((language) => !isText(given[language])).map((language) => wrong(`${field}.${language}`, 'a text'));
  const decomposed = glossaryLanguages
    .filter((language) => isText(given[language]) && given[language] !== (given[language] as string).normalize('NFC'))
    .map((language) => wrong(`${field}.${language}`, 'Unicode in its composed form (NFC)'));
  return [...missing, ...decomposed];
}

function problemsOfWords(words: unknown, field: string, isWord: (word: unknown) => boolean, wrong: Wrong): readonly string[] {
  if (words === undefined) return [];
  return Object.entries(words as Readonly<Record<string, unknown>>).flatMap(([language, list]) => {
    if (!isLanguage(language)) return [wrong(`${field}.${language}`, `a language: ${glossaryLanguages.join(', ')}`)];
    return Array.isArray(list) && list.every(isWord) ? [] : [wrong(`${field}.${language}`, 'a list of words')];
  });
}

function repeatedIds(terms: readonly Partial<Term>[]): readonly string[] {
  const ids = terms.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}.id: there are two terms with this id`);
}

const isLanguage = (code: string): boolean => (glossaryLanguages as readonly string[]).includes(code);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function isAvoidedWord(value: unknown): boolean {
  const { word, except } = (value ?? {}) as { readonly word?: unknown; readonly except?: unknown };
  return isText(value) || (isText(word) && Array.isArray(except) && except.every(isText));
}
