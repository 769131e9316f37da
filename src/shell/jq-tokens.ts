/** A word or a sign of a jq program, and where it stands. */
export interface JqToken {
  readonly text: string;
  readonly start: number;
}

/** Words and signs; a string is one token, with all that is interpolated in it; comments are left out. */
export function tokensOf(program: string): readonly JqToken[] {
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

/** The bracket that belongs to the one at `opening`. */
export function closing(tokens: readonly JqToken[], opening: number): number {
  let depth = 0;
  for (let index = opening; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text === '(' || text === '[' || text === '{') depth += 1;
    if ((text === ')' || text === ']' || text === '}') && --depth === 0) return index;
  }
  return tokens.length - 1;
}

/** What stands in the program from the first of the tokens to the last. */
export function sourceOf(program: string, tokens: readonly JqToken[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? program.slice(first.start, last.start + last.text.length) : program;
}
