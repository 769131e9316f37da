import { unquote } from '../jsonpath/unquote.ts';

export interface Token {
  readonly type: 'field' | 'variable' | 'word' | 'constant' | 'dot' | '(' | ')' | '|' | ',' | ':=' | '=' | 'space';
  readonly text: string;
  readonly value?: unknown;
}

const patterns: readonly (readonly [Token['type'], RegExp])[] = [
  ['space', /^[ \t\r\n]+/],
  ['constant', /^"(?:[^"\\\n]|\\.)*"/],
  ['constant', /^`[^`]*`/],
  ['constant', /^'(?:[^'\\\n]|\\.)+'/],
  ['constant', /^[-+]?(?:0[xX][0-9a-fA-F_]+|\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)/],
  ['variable', /^\$[\p{L}\p{Nd}_]*/u],
  ['field', /^\.[\p{L}\p{Nd}_]+/u],
  ['dot', /^\./],
  [':=', /^:=/],
  ['=', /^=/],
  ['(', /^\(/],
  [')', /^\)/],
  ['|', /^\|/],
  [',', /^,/],
  ['word', /^[\p{L}_][\p{L}\p{Nd}_]*/u],
];

/** Cuts what stands between `{{` and `}}` into tokens (text/template/parse/lex.go). */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = text;
  while (rest !== '') {
    const token = firstToken(rest);
    tokens.push(token);
    rest = rest.slice(token.text.length);
  }
  return tokens;
}

function firstToken(rest: string): Token {
  for (const [type, pattern] of patterns) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return type === 'constant' ? { type, text, value: constant(text) } : { type, text };
  }
  if (rest.startsWith('"')) throw new Error('unterminated quoted string');
  const code = rest.codePointAt(0) ?? 0;
  throw new Error(`unexpected bad character U+${code.toString(16).toUpperCase().padStart(4, '0')} '${String.fromCodePoint(code)}' in command`);
}

function constant(text: string): unknown {
  if (text.startsWith('"')) return unquote(text);
  if (text.startsWith('`')) return text.slice(1, -1);
  if (text.startsWith("'")) return unquote(text).codePointAt(0);
  return Number(text.replaceAll('_', ''));
}
