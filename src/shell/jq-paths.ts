/**
 * The part of a jq program that the bundled jq would answer wrongly, without a word: it changes and deletes at a plain path alone, such as
 * `.spec.tags[0].name`. Undefined where all paths are plain (jq's own grammar is in its src/parser.y).
 */
export function unplainPath(program: string): string | undefined {
  const tokens = tokensOf(program);
  for (const [index, { text }] of tokens.entries()) {
    if (assignments.has(text)) {
      const start = startOfPath(tokens, index);
      if (!isPlain(tokens.slice(start, index), { each: true })) return sourceOf(program, tokens.slice(start, index + 1));
    }
    if ((text === 'del' || text === 'path') && tokens[index + 1]?.text === '(') {
      const end = closing(tokens, index + 1);
      const parts = split(tokens.slice(index + 2, end), text === 'path' ? [',', '|'] : ['|']);
      if (!parts.every((part) => isPlain(part, { each: false }))) return sourceOf(program, tokens.slice(index, end + 1));
    }
  }
  return undefined;
}

interface JqToken {
  readonly text: string;
  readonly start: number;
}

const assignments: ReadonlySet<string> = new Set(['=', '|=', '+=', '-=', '*=', '/=', '%=', '//=']);

/** Words and signs; a string is one token, with all that is interpolated in it; comments are left out. */
function tokensOf(program: string): readonly JqToken[] {
  const pattern = /#[^\n]*|\?\/\/|\/\/=|[|+\-*/%=!<>]=|\/\/|\.\.|\.[A-Za-z_]\w*|[$@]?[A-Za-z_]\w*(?:::\w+)*|\d+(?:\.\d+)?|\S/y;
  const tokens: JqToken[] = [];
  for (let place = 0; place < program.length; ) {
    pattern.lastIndex = place;
    const [found = program.charAt(place)] = pattern.exec(program) ?? [];
    const text = found === '"' ? program.slice(place, endOfString(program, place)) : found;
    if (text.trim() !== '' && !text.startsWith('#')) tokens.push({ text, start: place });
    place += text.length;
  }
  return tokens;
}

/** Where a string ends that begins here; `\(` begins a program of its own, which may hold strings again. */
function endOfString(program: string, start: number): number {
  for (let place = start + 1; place < program.length; place += 1) {
    if (program.charAt(place) === '"') return place + 1;
    if (program.charAt(place) !== '\\') continue;
    place += 1;
    if (program.charAt(place) === '(') place = endOfInterpolation(program, place);
  }
  return program.length;
}

function endOfInterpolation(program: string, start: number): number {
  let depth = 0;
  for (let place = start; place < program.length; place += 1) {
    const char = program.charAt(place);
    if (char === '"') place = endOfString(program, place) - 1;
    else if (char === '(') depth += 1;
    else if (char === ')' && --depth === 0) return place;
  }
  return program.length;
}

/** What binds looser than an assignment, and so stands before the path that it changes. */
const before: ReadonlySet<string> = new Set(['|', ',', ';', ':', '//', 'if', 'then', 'elif', 'else']);

function startOfPath(tokens: readonly JqToken[], assignment: number): number {
  let depth = 0;
  for (let index = assignment - 1; index >= 0; index -= 1) {
    const text = tokens[index]?.text ?? '';
    if (text === ')' || text === ']' || text === '}') depth += 1;
    else if (text === '(' || text === '[' || text === '{') depth -= 1;
    if (depth < 0 || (depth === 0 && before.has(text))) return index + 1;
  }
  return 0;
}

function closing(tokens: readonly JqToken[], opening: number): number {
  let depth = 0;
  for (let index = opening; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth += 1;
    if ((text === ')' || text === ']' || text === '}') && --depth === 0) return index;
  }
  return tokens.length - 1;
}

function split(tokens: readonly JqToken[], signs: readonly string[]): readonly (readonly JqToken[])[] {
  const parts: JqToken[][] = [[]];
  for (const token of tokens) {
    if (signs.includes(token.text)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Fields and indexes, one after the other; with `each` also `[]`. */
function isPlain(tokens: readonly JqToken[], { each }: { readonly each: boolean }): boolean {
  const text = shapeOf(tokens);
  return text === '.' || (text === '..' && !each) || (each ? plainPath.test(text.replaceAll('[]', '[0]')) : plainPath.test(text));
}

const plainPath = /^(?=\.)(?:\.?\[0\]|\.\w+|\."")+$/;

/** A path with what stands in its strings and brackets taken away: `."a b"[$i].c` is `.""[0].c`; lists and slices stay something else. */
function shapeOf(tokens: readonly JqToken[]): string {
  let shape = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text !== '[') {
      shape += text.startsWith('"') ? '""' : text;
      continue;
    }
    const end = closing(tokens, index);
    const inside = tokens.slice(index + 1, end).map((token) => token.text);
    shape += inside.length === 0 ? '[]' : inside.includes(',') || inside.includes(':') ? '[,]' : '[0]';
    index = end;
  }
  return shape;
}

function sourceOf(program: string, tokens: readonly JqToken[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? program.slice(first.start, last.start + last.text.length) : program;
}
