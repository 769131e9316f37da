/** Why a text is no JSON object, in the words of Go's encoding/json; undefined where it is one. */
export function goJsonError(text: string): string | undefined {
  const reader: Reader = { text, at: 0 };
  const problem = readValue(reader) ?? trailing(reader);
  if (problem !== undefined) return problem;
  const first = text.trimStart()[0];
  if (first === '{' || text.trim() === 'null') return undefined;
  const kind = first === '"' ? 'string' : first === '[' ? 'array' : first === 't' || first === 'f' ? 'bool' : 'number';
  return `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`;
}

interface Reader {
  readonly text: string;
  at: number;
}

const endOfInput = 'unexpected end of JSON input';
const unexpected = (letter: string, where: string) => `invalid character ${quoted(letter)} ${where}`;
const quoted = (letter: string) => (letter === "'" ? "'\\''" : letter === '"' ? "'\"'" : `'${JSON.stringify(letter).slice(1, -1)}'`);

function peek(reader: Reader): string {
  while (/[ \t\r\n]/.test(reader.text[reader.at] ?? '')) reader.at++;
  return reader.text[reader.at] ?? '';
}

function trailing(reader: Reader): string | undefined {
  const letter = peek(reader);
  return letter === '' ? undefined : unexpected(letter, 'after top-level value');
}

function readValue(reader: Reader): string | undefined {
  const letter = peek(reader);
  if (letter === '') return endOfInput;
  if (letter === '{') return readObject(reader);
  if (letter === '[') return readArray(reader);
  if (letter === '"') return readString(reader);
  if (letter === 't') return readLiteral(reader, 'true');
  if (letter === 'f') return readLiteral(reader, 'false');
  if (letter === 'n') return readLiteral(reader, 'null');
  return /[-0-9]/.test(letter) ? readNumber(reader) : unexpected(letter, 'looking for beginning of value');
}

function readLiteral(reader: Reader, word: string): string | undefined {
  for (const [index, expected] of [...word].entries()) {
    const letter = reader.text[reader.at + index];
    if (letter === undefined) return endOfInput;
    if (letter !== expected) return unexpected(letter, `in literal ${word} (expecting ${quoted(expected)})`);
  }
  reader.at += word.length;
  return undefined;
}

function readNumber(reader: Reader): string | undefined {
  const match = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/.exec(reader.text.slice(reader.at));
  if (!match) return reader.at + 1 >= reader.text.length ? endOfInput : unexpected(reader.text[reader.at + 1] ?? '', 'in numeric literal');
  reader.at += match[0].length;
  return undefined;
}

function readString(reader: Reader): string | undefined {
  for (reader.at++; reader.at < reader.text.length; reader.at++) {
    const letter = reader.text[reader.at] ?? '';
    if (letter < ' ') return unexpected(letter, 'in string literal');
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
    if (letter !== ',') return unexpected(letter, 'after array element');
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
    if (letter !== ',') return unexpected(letter, 'after object key:value pair');
    reader.at++;
  }
}

function readMember(reader: Reader): string | undefined {
  const letter = peek(reader);
  if (letter === '') return endOfInput;
  if (letter !== '"') return unexpected(letter, 'looking for beginning of object key string');
  const problem = readString(reader);
  if (problem !== undefined) return problem;
  const colon = peek(reader);
  if (colon === '') return endOfInput;
  if (colon !== ':') return unexpected(colon, 'after object key');
  reader.at++;
  return readValue(reader);
}

function skip(reader: Reader): undefined {
  reader.at++;
  return undefined;
}
