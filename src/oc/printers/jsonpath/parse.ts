import { goQuote } from '../../go-quote.ts';
import type { ListNode, Node, SliceParam } from './nodes.ts';
import { unquote } from './unquote.ts';

/** Parses a template such as `{range .items[*]}{.metadata.name}{"\n"}{end}` (client-go util/jsonpath/parser.go). */
export function parseJsonPath(text: string): ListNode {
  const parser = new Parser(text);
  try {
    parser.parseText();
  } catch (error) {
    throw new Error(`error parsing jsonpath ${text}, ${(error as Error).message}`);
  }
  return { type: 'list', nodes: parser.root };
}

/** Turns `x.y`, `.x.y` and `{x.y}` into `{.x.y}` (kubectl get.RelaxedJSONPathExpression). */
export function relaxedJsonPath(text: string): string {
  if (text === '') return text;
  const match = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(text);
  if (!match) throw new Error(`unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'`);
  return `{.${match[1] ?? match[2] ?? ''}}`;
}

const parseAction = (text: string): ListNode => {
  const parser = new Parser(`{${text}}`);
  parser.parseText();
  return parser.root[0] as ListNode;
};

const isTerminator = (char: string) => char === '' || ' \t\r\n.,[]$@{}'.includes(char);

class Parser {
  readonly root: Node[] = [];
  readonly #input: string;
  #at = 0;

  constructor(input: string) {
    this.#input = input;
  }

  parseText(): void {
    while (this.#at < this.#input.length) {
      const open = this.#input.indexOf('{', this.#at);
      const end = open < 0 ? this.#input.length : open;
      if (end > this.#at) this.root.push({ type: 'text', text: this.#input.slice(this.#at, end) });
      this.#at = end;
      if (open < 0) return;
      this.#at++;
      const nodes: Node[] = [];
      this.root.push({ type: 'list', nodes });
      this.#parseAction(nodes);
    }
  }

  #parseAction(nodes: Node[]): void {
    for (;;) {
      if (this.#input.startsWith('}', this.#at)) {
        this.#at++;
        return;
      }
      if (this.#input.startsWith('[?(', this.#at)) this.#filter(nodes);
      else if (this.#input.startsWith('..', this.#at)) this.#recursive(nodes);
      else this.#step(nodes);
    }
  }

  #step(nodes: Node[]): void {
    const char = this.#next();
    if (char === '' || char === '\n' || char === '\r') throw new Error('unclosed action');
    if (char === ' ' || char === '@' || char === '$') return;
    if (char === '[') this.#array(nodes);
    else if (char === '"' || char === "'") this.#quote(nodes, char);
    else if (char === '.') this.#field(nodes);
    else {
      this.#at -= char.length;
      this.#literal(nodes, char);
    }
  }

  #literal(nodes: Node[], char: string): void {
    const code = char.codePointAt(0) ?? 0;
    if (/[-+\p{Nd}]/u.test(char)) this.#number(nodes);
    else if (/[_\p{L}]/u.test(char)) this.#identifier(nodes);
    else throw new Error(`unrecognized character in action: U+${code.toString(16).toUpperCase().padStart(4, '0')} '${char}'`);
  }

  #next(): string {
    const code = this.#input.codePointAt(this.#at);
    if (code === undefined) return '';
    const char = String.fromCodePoint(code);
    this.#at += char.length;
    return char;
  }

  #recursive(nodes: Node[]): void {
    if (nodes.at(-1)?.type === 'recursive') throw new Error('invalid multiple recursive descent');
    this.#at += 2;
    nodes.push({ type: 'recursive' });
    if (/[_\p{L}\p{Nd}]/u.test(this.#input.charAt(this.#at))) this.#field(nodes);
  }

  #field(nodes: Node[]): void {
    const start = this.#at;
    while (!isTerminator(this.#input.charAt(this.#at))) this.#at += this.#input.charAt(this.#at) === '\\' ? 2 : 1;
    const name = this.#input.slice(start, this.#at);
    nodes.push(name === '*' ? { type: 'wildcard' } : { type: 'field', name: name.replaceAll('\\', '') });
  }

  #identifier(nodes: Node[]): void {
    const start = this.#at;
    while (!isTerminator(this.#input.charAt(this.#at))) this.#at++;
    const name = this.#input.slice(start, this.#at);
    nodes.push(name === 'true' || name === 'false' ? { type: 'bool', value: name === 'true' } : { type: 'identifier', name });
  }

  #number(nodes: Node[]): void {
    const text = /^[-+]?[.\p{Nd}]*/u.exec(this.#input.slice(this.#at))?.[0] ?? '';
    this.#at += text.length;
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text)) throw new Error(`cannot parse number ${text}`);
    nodes.push({ type: 'number', value: Number(text), isFloat: text.includes('.') });
  }

  #quote(nodes: Node[], end: string): void {
    const start = this.#at - 1;
    for (;;) {
      const char = this.#next();
      if (char === '' || char === '\n') throw new Error('unterminated quoted string');
      if (char === end && this.#input[this.#at - 2] !== '\\') break;
    }
    nodes.push({ type: 'text', text: unquote(this.#input.slice(start, this.#at)) });
  }

  #array(nodes: Node[]): void {
    const close = this.#input.slice(this.#at).search(/[\]\n]/);
    if (close < 0 || this.#input[this.#at + close] === '\n') throw new Error('unterminated array');
    const inner = this.#input.slice(this.#at, this.#at + close);
    this.#at += close + 1;
    nodes.push(...arrayNodes(inner === '*' ? ':' : inner));
  }

  #filter(nodes: Node[]): void {
    this.#at += 3;
    const start = this.#at;
    this.#toFilterEnd();
    const text = this.#input.slice(start, this.#at - 1);
    if (this.#next() !== ']') throw new Error('unclosed array expect ]');
    const [, left, operator, right] = /^([^!<>=]+)([!<>=]+)(.+?)$/s.exec(text) ?? [];
    if (left === undefined || operator === undefined || right === undefined) {
      nodes.push({ type: 'filter', left: parseAction(text), right: { type: 'list', nodes: [] }, operator: 'exists' });
    } else nodes.push({ type: 'filter', left: parseAction(left), right: parseAction(right), operator });
  }

  #toFilterEnd(): void {
    let begun = false;
    let ended = false;
    let pair = '';
    for (;;) {
      const char = this.#next();
      if (char === '' || char === '\n') throw new Error('unterminated filter');
      if (char === '"' || char === "'") {
        if (!begun) [begun, pair] = [true, char];
        else if (this.#input[this.#at - 2] !== '\\' && char === pair) ended = true;
      } else if (char === ')' && begun === ended) return;
    }
  }
}

function arrayNodes(text: string): readonly Node[] {
  const parts = text.split(',');
  if (parts.length > 1) return [{ type: 'union', lists: parts.map((part) => parseAction(`[${part.trim()}]`)) }];
  const key = /^'([^']*)'$/.exec(text);
  if (key) return parseAction(`.${key[1]}`).nodes;
  const slice = /^(-?[\d]*)(:-?[\d]*)?(:-?[\d]*)?$/.exec(text);
  if (!slice) throw new Error(`invalid array index ${text}`);
  const start = sliceParam(slice[1]);
  const end = slice[2] === undefined ? { value: start.value + 1, known: true, derived: true } : sliceParam(slice[2].slice(1));
  return [{ type: 'array', params: [start, end, sliceParam(slice[3]?.slice(1))] }];
}

function sliceParam(text: string | undefined): SliceParam {
  if (text === undefined || text === '') return { value: 0, known: false };
  if (!/^-?\d+$/.test(text)) throw new Error(`array index ${goQuote(text)} is not a number`);
  return { value: Number(text), known: true };
}
