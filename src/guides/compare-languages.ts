import { comparePages } from './compare-pages.ts';
import type { GuidePage } from './guide-page.ts';
import { checkFreshness } from './translation-source.ts';

/** One page in every language, by language code. */
export type Translations = ReadonlyMap<string, GuidePage>;

/**
 * Compares each page with the one of the reference language: the same pages, and on each the same but for the words. A translation says from
 * which text of the original it was made. Gives one text for each difference, with file and line.
 */
export function compareLanguages(pages: ReadonlyMap<string, Translations>, languages: readonly string[], reference: string): readonly string[] {
  return [...pages].flatMap(([name, translations]) => {
    const original = translations.get(reference);
    if (!original) return [`${name}: there is no page in ${reference}`];
    const unknown = [...translations.keys()]
      .filter((language) => !languages.includes(language))
      .map((language) => `${name}: ${language} is no language of the site`);
    const differences = languages.flatMap((language) => {
      const page = translations.get(language);
      if (!page) return [`${name}: there is no page in ${language}`];
      return page === original ? [] : [...comparePages(page, original), ...checkFreshness(page, original)];
    });
    return [...unknown, ...differences];
  });
}
