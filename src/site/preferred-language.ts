import { fallbackLanguage, type Language, languageCodes } from './languages.ts';
import type { Storage } from './storage.ts';

const name = 'language';

/** The language the reader chose last, else the first of the browser's that we have. */
export function preferredLanguage(storage: Storage, browserLanguages: readonly string[]): Language {
  const chosen = storage.read(name);
  const wishes = [chosen.kind === 'value' && typeof chosen.value === 'string' ? chosen.value : '', ...browserLanguages].map((wish) =>
    wish.slice(0, 2).toLowerCase(),
  );
  return wishes.find((wish): wish is Language => (languageCodes as readonly string[]).includes(wish)) ?? fallbackLanguage;
}

/** Remembers the language a reader chose. */
export function rememberLanguage(storage: Storage, language: string): void {
  storage.write(name, language);
}
