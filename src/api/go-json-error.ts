/** Why a text is no JSON object, in the words of Go's encoding/json; undefined where it is one. */
export function goJsonError(text: string): string | undefined {
  const problem = goSyntaxError(text);
  if (problem !== undefined) return problem;
  const first = text.trimStart()[0];
  if (first === '{' || text.trim() === 'null') return undefined;
  const kind = first === '"' ? 'string' : first === '[' ? 'array' : first === 't' || first === 'f' ? 'bool' : 'number';
  return `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`;
}

/** Why a text is no JSON value at all; undefined where it is one. */
export function goSyntaxError(text: string): string | undefined {
  const reader: Reader = { text, at: 0, wrongAt: 0, depth: 0 };
  return readValue(reader) ?? trailing(reader);
}

/** The JSON values that a text holds one after the other, and what stopped the reading, as Go's json.Decoder tells it. */
export function goJsonValues(text: string): { readonly values: readonly unknown[]; readonly problem: string | undefined } {
  const reader: Reader = { text, at: 0, wrongAt: 0, depth: 0 };
  const values: unknown[] = [];
  while (peek(reader) !== '') {
    const start = reader.at;
    const problem = readValue(reader);
    if (problem === endOfInput) return { values, problem: 'unexpected EOF' };
    if (problem !== undefined) return { values, problem: `json: offset ${reader.wrongAt + 1}: ${problem}` };
    values.push(JSON.parse(text.slice(start, reader.at)));
  }
  return { values, problem: undefined };
}

interface Reader {
  readonly text: string;
  at: number;
  /** Where the letter stands that should not be there. */
  wrongAt: number;
  /** How many objects and arrays are open. */
  depth: number;
}

/** Go stops at 10,000 levels. A page's stack is smaller, and whoever reads the value next goes down it too. */
export const deepestValue = 1000;
export const tooDeep = 'exceeded max depth';

const endOfInput = 'unexpected end of JSON input';

function unexpected(reader: Reader, index: number, where: string): string {
  reader.wrongAt = index;
  return `invalid character ${quoted(reader.text[index] ?? '')} ${where}`;
}

const quoted = (letter: string) => (letter === "'" ? "'\\''" : letter === '"' ? "'\"'" : `'${JSON.stringify(letter).slice(1, -1)}'`);

function peek(reader: Reader): string {
  while (/[ \t\r\n]/.test(reader.text[reader.at] ?? '')) reader.at++;
  return reader.text[reader.at] ?? '';
}

function trailing(reader: Reader): string | undefined {
  const letter = peek(reader);
  return letter === '' ? undefined : unexpected(reader, reader.at, 'after top-level value');
}

function readValue(reader: Reader): string | undefined {
  const letter = peek(reader);
  if (letter === '') return endOfInput;
  if (letter === '{' || letter === '[') return readNested(reader, letter);
  if (letter === '"') return readString(reader);
  if (letter === 't') return readLiteral(reader, 'true');
  if (letter === 'f') return readLiteral(reader, 'false');
  if (letter === 'n') return readLiteral(reader, 'null');
  return /[-0-9]/.test(letter) ? readNumber(reader) : unexpected(reader, reader.at, 'looking for beginning of value');
}

function readNested(reader: Reader, letter: '{' | '['): string | undefined {
  if (reader.depth >= deepestValue) return tooDeep;
  reader.depth++;
  const problem = letter === '{' ? readObject(reader) : readArray(reader);
  reader.depth--;
  return problem;
}

function readLiteral(reader: Reader, word: string): string | undefined {
  for (const [index, expected] of [...word].entries()) {
    const letter = reader.text[reader.at + index];
    if (letter === undefined) return endOfInput;
    if (letter !== expected) return unexpected(reader, reader.at + index, `in literal ${word} (expecting ${quoted(expected)})`);
  }
  reader.at += word.length;
  return undefined;
}

function readNumber(reader: Reader): string | undefined {
  const number = /-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
  number.lastIndex = reader.at;
  const match = number.exec(reader.text);
  if (!match) return reader.at + 1 >= reader.text.length ? endOfInput : unexpected(reader, reader.at + 1, 'in numeric literal');
  reader.at += match[0].length;
  return undefined;
}

function readString(reader: Reader): string | undefined {
  for (reader.at++; reader.at < reader.text.length; reader.at++) {
    const letter = reader.text[reader.at] ?? '';
    if (letter < ' ') return unexpected(reader, reader.at, 'in string literal');
    if (letter === '\\') reader.at++;
    if (letter === '"') {
      reader.at++;
      return undefined;
    }
  }
  return endOfInput;
}

function readArray(reader: Reader): string | undefined {
  reader.at++;
  if (peek(reader) === ']') return skip(reader);
  for (;;) {
    const problem = readValue(reader);
    if (problem !== undefined) return problem;
    const letter = peek(reader);
    if (letter === ']') return skip(reader);
    if (letter === '') return endOfInput;
    if (letter !== ',') return unexpected(reader, reader.at, 'after array element');
    reader.at++;
  }
}

function readObject(reader: Reader): string | undefined {
  reader.at++;
  if (peek(reader) === '}') return skip(reader);
  for (;;) {
    const problem = readMember(reader);
    if (problem !== undefined) return problem;
    const letter = peek(reader);
    if (letter === '}') return skip(reader);
    if (letter === '') return endOfInput;
    if (letter !== ',') return unexpected(reader, reader.at, 'after object key:value pair');
    reader.at++;
  }
}

function readMember(reader: Reader): string | undefined {
  const letter = peek(reader);
  if (letter === '') return endOfInput;
  if (letter !== '"') return unexpected(reader, reader.at, 'looking for beginning of object key string');
  const problem = readString(reader);
  if (problem !== undefined) return problem;
  const colon = peek(reader);
  if (colon === '') return endOfInput;
  if (colon !== ':') return unexpected(reader, reader.at, 'after object key');
  reader.at++;
  return readValue(reader);
}

function skip(reader: Reader): undefined {
  reader.at++;
  return undefined;
}
