/** A piece of a sentence; `isName` where it is a name, a flag or a reference, which reads badly when a line breaks inside it. */
export interface SentencePart {
  readonly text: string;
  readonly isName: boolean;
}

/** A sentence in pieces, with what is short enough to be kept on one line marked. */
export function namedParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  for (const { 0: text, index } of sentence.matchAll(name)) {
    if (text.length > longest || !/[-/:@=]/.test(text)) continue;
    if (index > at) parts.push({ text: sentence.slice(at, index), isName: false });
    parts.push({ text, isName: true });
    at = index + text.length;
  }
  return at < sentence.length ? [...parts, { text: sentence.slice(at), isName: false }] : parts;
}

const name = /(?<![\w-])-{0,2}[A-Za-z0-9][\w./:@=-]*[A-Za-z0-9]|(?<![\w-])-[a-z]\b/g;
const longest = 34;
