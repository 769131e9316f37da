const BEST_WIDTH = 80;

/** One string as go-yaml writes it (goyaml.v2 encode.go stringv, emitterc.go). `indent` is where folded lines go on, `column` where the value starts. */
export function yamlScalar(text: string, indent: number, column: number, isKey: boolean): string {
  const looks = analyze(text);
  if (text.includes('\n') && looks.blockAllowed && !isKey) return literal(text, indent);
  if (!text.includes('\n') && resolvesToString(text)) {
    if (looks.plainAllowed && text !== '') return isKey ? text : fold(text, indent, column);
    if (looks.singleAllowed) return singleQuoted(text, indent, column, isKey);
  }
  return doubleQuoted(text, indent, column, isKey);
}

interface Looks {
  readonly plainAllowed: boolean;
  readonly singleAllowed: boolean;
  readonly blockAllowed: boolean;
}

const firstIndicators = new Set('#,[]{}&*!|>\'"%@`');

// goyaml.v2 emitterc.go yaml_emitter_analyze_scalar
function analyze(text: string): Looks {
  if (text === '') return { plainAllowed: false, singleAllowed: true, blockAllowed: false };
  const special = !/^[\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text);
  const first = text.charAt(0);
  const indicator =
    /^(?:---|\.\.\.)/.test(text) || firstIndicators.has(first) || /^[?:-](?:[ \n\t]|$)/.test(text) || /.:(?:[ \n\t]|$)/s.test(text) || /[ \n\t]#/.test(text);
  const edge = /^[ \n]|[ \n]$/.test(text);
  const spaceBreak = / \n/.test(text);
  const breakSpace = /\n /.test(text);
  return {
    plainAllowed: !(special || indicator || edge || spaceBreak || breakSpace || text.includes('\n')),
    singleAllowed: !(special || spaceBreak || breakSpace),
    blockAllowed: !(special || spaceBreak || text.endsWith(' ')),
  };
}

const words = new Set([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE', 'n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'],
  ...['', '~', 'null', 'Null', 'NULL', '.nan', '.NaN', '.NAN', '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF', '-.inf', '-.Inf', '-.INF', '<<'],
]);

/** Would the bare word be read back as a string? (goyaml.v2 resolve.go) */
function resolvesToString(text: string): boolean {
  if (words.has(text)) return false;
  const first = text.charAt(0);
  if (!/[-+.0-9]/.test(first)) return true;
  if (/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text)) return false; // base 60
  if (isTimestamp(text)) return false;
  const plain = text.replaceAll('_', '');
  if (/^[-+]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/.test(plain)) return false;
  return !/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(plain);
}

const isTimestamp = (text: string) =>
  /^\d{4}-(?:\d\d?-\d\d?[Tt]\d\d?:\d\d?:\d\d?(?:\.\d*)?(?:Z|[-+]\d\d:?\d\d)|\d\d?-\d\d? \d\d?:\d\d?:\d\d?(?:\.\d*)?|\d\d-\d\d)$/.test(text);

function fold(text: string, indent: number, column: number): string {
  return foldAt(text, indent, column, (at) => text[at + 1] !== ' ');
}

/** Breaks a line at the first single blank after the 80th column. */
function foldAt(text: string, indent: number, start: number, mayBreak: (at: number) => boolean): string {
  if (start + text.length <= BEST_WIDTH) return text;
  let out = '';
  let column = start;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === ' ' && text[at - 1] !== ' ' && column > BEST_WIDTH && mayBreak(at)) {
      out += `\n${' '.repeat(indent)}`;
      column = indent;
    } else {
      out += char;
      column++;
    }
  }
  return out;
}

function singleQuoted(text: string, indent: number, column: number, isKey: boolean): string {
  const inner = text.replaceAll("'", "''");
  if (isKey) return `'${inner}'`;
  return `'${foldAt(inner, indent, column + 1, (at) => at > 0 && at < inner.length - 1 && inner[at + 1] !== ' ')}'`;
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function doubleQuoted(text: string, indent: number, column: number, isKey: boolean): string {
  const inner = text.replace(/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|["\\]/gu, (char) => escapes[char] ?? hexEscape(char));
  if (isKey) return `"${inner}"`;
  return `"${foldAt(inner, indent, column + 1, (at) => at > 0 && at < inner.length - 1)}"`;
}

function hexEscape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const pad = ' '.repeat(indent);
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}
