import type { Translations } from './compare-languages.ts';
import { type AvoidedWord, type Glossary, type GlossaryLanguage, glossaryLanguages, type Term } from './glossary.ts';
import type { GuidePage } from './guide-page.ts';
import { pageNameOf } from './page-names.ts';
import { lineAt, type PageProse, proseOf } from './page-prose.ts';
import { isQuoted, proseOnlySpaces, type StyleRule, styleRulesOf, wholeWord } from './style-rules.ts';
import { checkFreshness } from './translation-source.ts';

/** Holds pages to the glossary and the style sheet. Gives one text for each fault: file, line, the word, what to write instead. */
export function checkTerms(pages: ReadonlyMap<string, Translations>, glossary: Glossary, reference: string): readonly string[] {
  return [...pages.values()].flatMap((translations) => {
    const original = translations.get(reference);
    return glossaryLanguages.flatMap((language) => {
      const page = translations.get(language);
      if (!page) return [];
      const faults = checkPage(page, language, glossary);
      const isComparable = original && page !== original && isCurrent(page, original);
      return isComparable ? [...faults, ...missingTerms(page, language, original, reference as GlossaryLanguage, glossary)] : faults;
    });
  });
}

/** A translation of an older text uses the words of that one; and the home page tells the same in other words. */
const isCurrent = (page: GuidePage, original: GuidePage): boolean =>
  checkFreshness(page, original).length === 0 && /^(?:guides|reference|labs)\//.test(pageNameOf(page.file).name);

/** What one page should not say, by its language's rules and the glossary's words to avoid. */
export function checkPage(page: Pick<GuidePage, 'file' | 'source'> & Partial<GuidePage>, language: GlossaryLanguage, glossary: Glossary): readonly string[] {
  const { file, source, prose = proseOf(source) } = page;
  const faults = wordFaults(prose.text, language, glossary).map(({ index, fault }) => `${file}:${lineAt(source, index)}: ${fault}`);
  return [...decomposed(file, source), ...spacesInCode(file, source, prose), ...faults];
}

/** What prose should not say, and where it says it. */
export function wordFaults(prose: string, language: GlossaryLanguage, glossary: Glossary): readonly { readonly index: number; readonly fault: string }[] {
  return [...styleRulesOf(language), ...avoidedWords(glossary, language)].flatMap((rule) =>
    faultsOf(rule, prose).map((place) => ({ index: place.index, fault: `${shown(place[0])}: write ${rule.instead}` })),
  );
}

/** Spaces at the ends of what was found would not be seen. */
const shown = (text: string) => `“${text.replaceAll('\u00a0', '⍽').replaceAll('\u202f', '⍽')}”`;

/** A word that may be mentioned is let through once, in quotation marks. */
function faultsOf({ pattern, mayBeQuoted }: StyleRule, text: string): readonly RegExpExecArray[] {
  let mentions = mayBeQuoted ? 1 : 0;
  return [...text.matchAll(pattern)].filter((place) => {
    const isMention = mentions > 0 && isQuoted(text, place.index, place.index + place[0].length);
    if (isMention) mentions -= 1;
    return !isMention;
  });
}

function avoidedWords({ terms }: Glossary, language: GlossaryLanguage): readonly StyleRule[] {
  return terms.flatMap(({ avoid, term }) =>
    (avoid?.[language] ?? []).map((avoided) => ({ pattern: avoidedPattern(avoided, language), instead: `“${term[language]}”`, mayBeQuoted: true })),
  );
}

/** In Korean, particles stand on the word: it ends anywhere. Elsewhere it is a word of its own. */
function avoidedPattern(avoided: AvoidedWord, language: GlossaryLanguage): RegExp {
  const { word, except } = typeof avoided === 'string' ? { word: avoided, except: [] } : avoided;
  const longer = except.map((text) => `(?!${inRegExp(text)})`).join('');
  const pattern = `${longer}${inRegExp(word)}`;
  return language === 'ko' ? new RegExp(`(?<![가-힣])${pattern}`, 'gu') : wholeWord(pattern);
}

/** Terms that the original uses in its prose and this translation nowhere. */
function missingTerms(page: GuidePage, language: GlossaryLanguage, original: GuidePage, reference: GlossaryLanguage, glossary: Glossary): readonly string[] {
  return termsMissing({ asked: original.prose.text, given: page.prose.text }, language, reference, glossary).map(
    ({ term, index, used }) => `${page.file}: “${term}” is nowhere; ${original.file}:${lineAt(original.source, index)} has “${used}”`,
  );
}

/** Of the terms that are asked for, those that are not given in the other language: which, and the place and the word that ask for it. */
export function termsMissing(
  { asked, given }: { readonly asked: string; readonly given: string },
  language: GlossaryLanguage,
  reference: GlossaryLanguage,
  { terms }: Glossary,
): readonly { readonly term: string; readonly index: number; readonly used: string }[] {
  const plain = given.replaceAll('’', "'");
  return terms
    .filter(({ checked }) => checked)
    .flatMap((term) => {
      const use = [...asked.matchAll(anyFormOf(term, reference))][0];
      return !use || anyFormOf(term, language).test(plain) ? [] : [{ term: term.term[language], index: use.index, used: use[0] }];
    });
}

/** The term or another form of it, with a plural -s (English, French) or a particle (Korean) behind each word. */
function anyFormOf({ term, also }: Term, language: GlossaryLanguage): RegExp {
  const forms = [term[language], ...(also?.[language] ?? [])].map((form) => inRegExp(form.replace(/ \((?:verb|pull|deprecated)\)$/, '').replaceAll('’', "'")));
  if (language === 'ko') return new RegExp(forms.join('|'), 'gu');
  const inflected = language === 'vi' ? forms : forms.map((form) => form.replace(/(?<=\p{L})(?=$| )/gu, '(?:s|x|es)?'));
  return wholeWord(inflected.join('|'));
}

const inRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function decomposed(file: string, source: string): readonly string[] {
  return source
    .split('\n')
    .flatMap((line, index) => (line === line.normalize('NFC') ? [] : [`${file}:${index + 1}: write Unicode in its composed form (NFC)`]));
}

function spacesInCode(file: string, source: string, { code }: PageProse): readonly string[] {
  return code
    .filter(({ text }) => proseOnlySpaces.test(text))
    .map(
      ({ text, start }) =>
        `${file}:${lineAt(source, start + Math.max(0, source.slice(start).search(proseOnlySpaces)))}: a no-break space in code: ${text.split('\n').find((line) => proseOnlySpaces.test(line))}`,
    );
}
