import { closing, type JqToken, sourceOf, tokensOf } from './jq-tokens.ts';

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

const assignments: ReadonlySet<string> = new Set(['=', '|=', '+=', '-=', '*=', '/=', '%=', '//=']);

/**
 * The program with changes at one plain path said by `setpath`: where a part of the path is not there yet, the bundled jq writes `null` for it and
 * drops the value. The meaning of each sign is that of jq's own src/builtin.jq.
 */
export function mendedProgram(program: string): string {
  let mended = program;
  for (let limit = program.length; ; ) {
    const tokens = tokensOf(mended);
    const index = tokens.findLastIndex(({ text, start }) => assignments.has(text) && start < limit);
    if (index < 0) return mended;
    const start = startOfPath(tokens, index);
    const place = tokens[start]?.start ?? 0;
    const value = tokens.slice(index + 1, endOfValue(tokens, index + 1));
    const keys = keysOf(mended, tokens.slice(start, index));
    const last = value.at(-1);
    limit = place;
    if (keys === undefined || last === undefined || bindsMore(value)) continue;
    const change = changeAt(`[${keys.join(', ')}]`, tokens[index]?.text ?? '=', sourceOf(mended, value));
    mended = mended.slice(0, place) + change + mended.slice(last.start + last.text.length);
  }
}

function changeAt(path: string, sign: string, value: string): string {
  if (sign === '=') return `((${value}) as $__value | setpath(${path}; $__value))`;
  if (sign !== '|=') return `((${value}) as $__value | setpath(${path}; getpath(${path}) ${sign.slice(0, -1)} $__value))`;
  return `([getpath(${path}) | (${value})] as $__value | if $__value == [] then delpaths([${path}]) else setpath(${path}; $__value[0]) end)`;
}

/** Words after which a `|` belongs to the value. */
const binding: ReadonlySet<string> = new Set(['as', 'def', 'label']);

function bindsMore(value: readonly JqToken[]): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const text = value[index]?.text ?? '';
    if (binding.has(text)) return true;
    if (text === '(' || text === '[' || text === '{') index = closing(value, index);
  }
  return false;
}

const after: ReadonlySet<string> = new Set(['|', ',', ';', ':', '//', ')', ']', '}', 'then', 'elif', 'else', 'end']);

function endOfValue(tokens: readonly JqToken[], start: number): number {
  for (let index = start, depth = 0; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (depth === 0 && (after.has(text) || assignments.has(text))) return index;
    if (text === '(' || text === '[' || text === '{' || text === 'if') depth += 1;
    if (text === ')' || text === ']' || text === '}' || text === 'end') depth -= 1;
  }
  return tokens.length;
}

/** The keys of a plain path as jq writes them; undefined where it is another one. */
function keysOf(program: string, path: readonly JqToken[]): readonly string[] | undefined {
  if (!plainPath.test(shapeOf(path))) return undefined;
  const keys: string[] = [];
  for (let index = 0; index < path.length; index += 1) {
    const { text = '' } = path[index] ?? {};
    if (text.startsWith('"')) keys.push(text);
    else if (/^\.\w/.test(text)) keys.push(`"${text.slice(1)}"`);
    else if (text === '[') {
      const end = closing(path, index);
      const inside = path.slice(index + 1, end);
      // the bundled setpath does not count from the end
      if (inside.some((token) => token.text === '-')) return undefined;
      keys.push(`(${sourceOf(program, inside)})`);
      index = end;
    }
  }
  return keys;
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
