import type { GlossaryLanguage } from './glossary.ts';
import { codeMark } from './page-prose.ts';

/** Something that must not stand in the prose of a language, and what to write instead. */
export interface StyleRule {
  readonly pattern: RegExp;
  readonly instead: string;
  /** A word that may be mentioned: once a page, in quotation marks. */
  readonly mayBeQuoted?: boolean;
}

/** A pattern for whole words: a letter or a digit on either side makes another word of it, and so does what follows in `Node.js`. */
export function wholeWord(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_]|\\.\\p{L})`, 'giu');
}

const word = (pattern: string, instead: string): StyleRule => ({ pattern: wholeWord(pattern), instead, mayBeQuoted: true });

const everywhere: readonly StyleRule[] = [
  { pattern: /(?<!\.)\.{3}(?!\.)/g, instead: 'one sign: …' },
  { pattern: /!(?!\[)/g, instead: 'a sentence without an exclamation mark' },
];

const attached: StyleRule = { pattern: /(?<=[\p{L}\p{N}\ufffc)”]) [:;?,.](?=\s|$)/gmu, instead: 'the sign right after the word' };

const english: readonly StyleRule[] = [
  attached,
  word('simply|just|please', 'the sentence without it'),
  word("let[’']s|we|our", 'the bare imperative, or “you”'),
];

const vietnamese: readonly StyleRule[] = [
  attached,
  word('vui lòng', 'động từ trần (bare verb)'),
  word('các bạn|chúng ta|chúng tôi|quý vị', '“bạn”, or no subject'),
  word('lí do|quản lí|kĩ thuật|kí tự|tỉ lệ', 'y: lý do, quản lý, kỹ thuật, ký tự, tỷ lệ'),
  word('thực hiện việc|để mà', 'the verb alone'),
  // The tone of an open oa, oe, uy is written on the first vowel; after q, u belongs to the consonant.
  { pattern: /(?<=\p{L})o[àáảãạèéẻẽẹ](?!\p{L})|(?<=(?![qQ])\p{L})u[ỳýỷỹỵ](?!\p{L})/gu, instead: 'the tone on the first vowel: hòa, khóa, xóa, tùy' },
];

const korean: readonly StyleRule[] = [
  attached,
  { pattern: /[을은이과으]\((?:를|는|가|와|로)\)|[를는가와]\([을은이과]\)|\((?:이|으)\)(?=[로라가])/g, instead: 'one particle, by the sound of the word' },
  { pattern: /[가-힣]*십시오/g, instead: '-하세요' },
  { pattern: /[가-힣]*(?:해요|어요|아요|예요|에요)(?=[.?])/g, instead: '-합니다' },
  { pattern: /(?<![가-힣])(?:당신|여러분|우리)(?:은|는|이|가|을|를|의|에게|도|들)?(?![가-힣])/g, instead: 'the sentence without it' },
  { pattern: /[\u3000-\u3003\u300a-\u3011\uff01-\uff5e]/g, instead: 'half-width punctuation' },
  { pattern: /되어[지진집졌질]/g, instead: '-되다 or -지다, not both' },
];

const french: readonly StyleRule[] = [
  { pattern: /(?<=\p{L})'(?=[\p{L}\ufffc])/gu, instead: 'a curly apostrophe: ’' },
  { pattern: /(?<=[^\s\u00a0|])[ \u202f]?:(?=\s|$)/gmu, instead: 'a no-break space (U+00A0) before the colon' },
  { pattern: /(?<=[^\s\u202f])[ \u00a0]?[;?](?=\s|$)/gmu, instead: 'a narrow no-break space (U+202F) before the sign' },
  { pattern: /«(?!\u00a0)|(?<!\u00a0)»/g, instead: 'no-break spaces (U+00A0) inside « »' },
  { pattern: /\d ?(?:%|minutes?|secondes?|heures?|jours?|Mo|Go)(?!\p{L})/gu, instead: 'a no-break space (U+00A0) between number and unit' },
  word("veuillez|s[’']il vous plaît", 'the imperative'),
  word('nous|tu|on', '“vous”, or the thing as the subject'),
  word('afin de|ceci|définitivement|librairies?|supporte[rnt]*', 'pour; cela; assurément; bibliothèque; prendre en charge'),
];

const rules: Readonly<Record<GlossaryLanguage, readonly StyleRule[]>> = {
  en: [...everywhere, ...english],
  vi: [...everywhere, ...vietnamese],
  ko: [...everywhere, ...korean],
  fr: [...everywhere, ...french],
};

/** What the style sheet asks of each language, as far as a program can see it. */
export const styleRulesOf = (language: GlossaryLanguage): readonly StyleRule[] => rules[language];

/** Spaces that belong to French prose and would break a command. */
export const proseOnlySpaces = /[\u00a0\u202f]/;

/** Is a word at this place only mentioned: the whole of what stands between quotation marks, or part of a short quotation? */
export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replaceAll(codeMark, ' ');
  const after = text.slice(end, end + 60).replaceAll(codeMark, ' ');
  return /[«“][^»”\n]*$/.test(before) && /^[^«“\n]*[»”]/.test(after);
}
