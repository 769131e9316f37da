import type { Glossary, Term } from '../../guides/glossary.ts';
import type { Language } from '../languages.ts';
import { stringOf } from '../site-strings.ts';
import { code, joined, type ReferencePage } from './reference-page.ts';

type DefinedTerm = Term & Required<Pick<Term, 'definition'>>;

/** The words of the course in the order of the page's language, under their first letters; each at the anchor of its id. */
export function glossaryPage({ terms }: Glossary, language: Language): ReferencePage {
  const { compare } = new Intl.Collator(language);
  const defined = terms.filter((term): term is DefinedTerm => term.definition !== undefined);
  const sorted = [...defined].sort((a, b) => compare(plain(a.term[language]), plain(b.term[language])));
  const letters = [...new Set(sorted.map((term) => initialOf(plain(term.term[language]), language)))];
  const entriesOf = (letter: string) => sorted.filter(({ term }) => initialOf(plain(term[language]), language) === letter);
  return {
    name: 'reference/glossary',
    language,
    data: {
      title: stringOf(language, 'reference.glossary.title'),
      description: stringOf(language, 'reference.glossary.description'),
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
    },
    body: joined([
      stringOf(language, 'reference.glossary.description'),
      ...letters.map((letter, index) => joined([`## ${letter} {#letter-${index + 1}}`, ...entriesOf(letter).map((term) => entry(term, language))])),
    ]),
  };
}

function entry({ id, kind, term, gender, definition, note }: DefinedTerm, language: Language): string {
  const beside = [
    ...(language === 'fr' && gender !== undefined ? [`*${gender}*`] : []),
    ...(plain(term[language]) !== plain(term.en) ? [`<span lang="en">${plain(term.en)}</span>`] : []),
    ...(kind !== undefined ? [`${stringOf(language, 'reference.glossary.kind')} ${code(kind)}`] : []),
  ];
  return joined([`### ${term[language]} {#${id}}`, beside.join(' · '), definition[language], note?.[language] ?? '']);
}

const plain = (text: string): string => text.replaceAll('`', '');

const koreanInitials = [...'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ'];
const syllablesPerInitial = 588;
const firstSyllable = 0xac00;

/** The letter under which a dictionary of the language has a word. Words in Latin letters among Korean ones stand together. */
export function initialOf(word: string, language: Language): string {
  const first = word[0]!.toUpperCase();
  if (language === 'ko') {
    const initial = koreanInitials[Math.floor((first.charCodeAt(0) - firstSyllable) / syllablesPerInitial)];
    return initial ?? 'A–Z';
  }
  if (language === 'vi') return first; // Đ is a letter of its own; marks of tone do not matter, for no term begins with one.
  return first.normalize('NFD')[0]!;
}
