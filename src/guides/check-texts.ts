import { termsMissing, wordFaults } from './check-terms.ts';
import type { Glossary, GlossaryLanguage } from './glossary.ts';
import { codeMark } from './page-prose.ts';
import { wholeWord } from './style-rules.ts';

/** Plain texts by the field that holds them: what a learner reads without Markdown, as in the messages of a lab. */
export interface TextFile {
  readonly file: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Holds plain texts to the glossary and the style sheet, as pages are held to them. Gives file, field, the word, what to write instead. */
export function checkTexts(
  byLanguage: Readonly<Partial<Record<GlossaryLanguage, TextFile>>>,
  glossary: Glossary,
  reference: GlossaryLanguage,
): readonly string[] {
  const original = byLanguage[reference];
  return (Object.entries(byLanguage) as [GlossaryLanguage, TextFile][]).flatMap(([language, { file, texts }]) => {
    const faults = Object.entries(texts).flatMap(([field, text]) => faultsOf(text, language, glossary).map((fault) => `${file}: ${field}: ${fault}`));
    if (!original || language === reference) return faults;
    const given = allProse({ file, texts });
    const missing = termsMissing({ asked: allProse(original), given }, language, reference, glossary)
      // the same word in the translation is a name, such as that of a tag `node`
      .filter(({ used }) => !wholeWord(used).test(given));
    return [...faults, ...missing.map(({ term, used }) => `${file}: “${term}” is nowhere; ${original.file} has “${used}”`)];
  });
}

function faultsOf(text: string, language: GlossaryLanguage, glossary: Glossary): readonly string[] {
  return [
    ...wordFaults(proseIn(text), language, glossary).map(({ fault }) => fault),
    ...(text === text.normalize('NFC') ? [] : ['write Unicode in its composed form (NFC)']),
    ...(besideValues[language]?.test(text) ? ['put a noun between the word and the value: which form of the word fits depends on the value'] : []),
    ...(/`|\*\*|\]\(/.test(text) ? ['write plain text, without Markdown'] : []),
  ];
}

/** Words whose form depends on the sound of the value beside them: `de {{app}}` is `d’archive`, `{{app}}는` is `blog는` and `shop은`. */
const besideValues: Readonly<Partial<Record<GlossaryLanguage, RegExp>>> = {
  fr: /(?<![\p{L}\p{N}’-])(?:de|que|lorsque|puisque|jusque|ne|le|la|se|me|te|je) \{\{/iu,
  ko: /\}\}(?:[은는이가을를과와]|으?로)(?![\p{L}(])/u,
};

const allProse = ({ texts }: TextFile): string => Object.values(texts).map(proseIn).join('\n');

/** What a page would set in code. */
const code = new RegExp(
  [
    // a command with its subcommand
    /(?<![\p{L}\p{N}])(?:oc|podman|docker|skopeo) (?:[a-z]+-)?[a-z]+(?: (?:imagestream\w*|istag|docker-registry|secret|deployment|link|image-lookup|triggers|undo|restart)\b)?/u,
    // a flag
    /(?<!\S)--?[a-z][\w=.-]*/u,
    // a value that is filled in
    /\{\{[\w-]+\}\}/u,
    // a field of YAML with its value
    /(?<![\p{L}\p{N}])(?:apiVersion|kind|name|namespace|type|local|scheduled|insecure|automatic|paused): ["\w][^\s,;]*/u,
    // an address, or the path of a field
    /[\w-]*[a-z0-9][.:/@=][\w./:@{}=-]*[\w}]|\.[a-z][\w.]*/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** The text with a mark in place of code. Plain text does not show where code begins, so it is known by its form. */
const proseIn = (text: string): string => text.replace(code, codeMark);
