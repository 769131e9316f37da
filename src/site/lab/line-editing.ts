/** What stands in the line, and where the cursor is. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key of readline does to the line, with the text it cut; undefined where the browser's own handling is right. */
export function editLine(line: Line, press: KeyPress, cut: string): { readonly line: Line; readonly cut: string } | undefined {
  if (press.metaKey || press.ctrlKey === press.altKey) return undefined;
  const edit = (press.ctrlKey ? ctrlKeys : altKeys)[press.key.toLowerCase()];
  const edited = edit?.(line, cut);
  return edited && { line: edited, cut: edited.removed ?? cut };
}

type Edited = Line & { readonly removed?: string };
type Edit = (line: Line, cut: string) => Edited;

const ctrlKeys: Readonly<Record<string, Edit>> = {
  a: ({ text }) => ({ text, cursor: 0 }),
  e: ({ text }) => ({ text, cursor: text.length }),
  b: ({ text, cursor }) => ({ text, cursor: Math.max(0, cursor - 1) }),
  f: ({ text, cursor }) => ({ text, cursor: Math.min(text.length, cursor + 1) }),
  d: ({ text, cursor }) => ({ text: text.slice(0, cursor) + text.slice(cursor + 1), cursor }),
  h: ({ text, cursor }) => ({ text: text.slice(0, Math.max(0, cursor - 1)) + text.slice(cursor), cursor: Math.max(0, cursor - 1) }),
  k: (line) => remove(line, line.cursor, line.text.length),
  u: (line) => remove(line, 0, line.cursor),
  w: (line) => remove(line, startBefore(line, /\s/, /\S/), line.cursor),
  y: ({ text, cursor }, cut) => ({ text: text.slice(0, cursor) + cut + text.slice(cursor), cursor: cursor + cut.length }),
};

const altKeys: Readonly<Record<string, Edit>> = {
  b: (line) => ({ text: line.text, cursor: wordStart(line) }),
  f: (line) => ({ text: line.text, cursor: wordEnd(line) }),
  d: (line) => remove(line, line.cursor, wordEnd(line)),
  backspace: (line) => remove(line, wordStart(line), line.cursor),
};

const wordStart = (line: Line) => startBefore(line, /[^\p{L}\p{N}]/u, /[\p{L}\p{N}]/u);
/** Where the word before the cursor begins, gaps between them skipped: letter by letter, since a line may be a pasted book. */
function startBefore({ text, cursor }: Line, gap: RegExp, word: RegExp): number {
  const letters = [...text.slice(0, cursor)];
  let at = letters.length;
  while (at > 0 && gap.test(letters[at - 1] as string)) at -= 1;
  while (at > 0 && word.test(letters[at - 1] as string)) at -= 1;
  return letters.slice(0, at).join('').length;
}

const wordEnd = ({ text, cursor }: Line) => cursor + (/^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(cursor))?.[0].length ?? 0);

const remove = ({ text }: Line, from: number, to: number): Edited => ({
  text: text.slice(0, from) + text.slice(to),
  cursor: from,
  removed: text.slice(from, to),
});

/** What all candidates begin with. */
export function commonPrefix([first = '', ...others]: readonly string[]): string {
  const differs = [...first].findIndex((_, index) => others.some((other) => other[index] !== first[index]));
  return differs < 0 ? first : first.slice(0, differs);
}

/** Pasted lines without the prompts that were copied along. */
export function withoutPrompts(text: string): string {
  const prompt = /^(?:\[[^\]\n]*\][$#]|\$) /;
  if (!prompt.test(text)) return text;
  return text.replace(new RegExp(prompt.source, 'gm'), '').replace(/^> /gm, '');
}
