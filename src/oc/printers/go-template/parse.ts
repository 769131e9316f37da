import { goQuote } from '../../go-quote.ts';
import { functionNames } from './functions.ts';
import type { Operand, Pipe, TemplateNode } from './nodes.ts';
import { type Token, tokenize } from './tokens.ts';

/** Parses a Go template; throws with text/template's words (cli-runtime genericclioptions/template_flags.go). */
export function parseTemplate(text: string): readonly TemplateNode[] {
  try {
    return parseNodes(text);
  } catch (error) {
    throw new Error(`error parsing template ${text}, ${(error as Error).message}`);
  }
}

function parseNodes(text: string): readonly TemplateNode[] {
  const parser = new TemplateParser(pieces(text));
  const { nodes, ended } = parser.list();
  if (ended !== undefined) throw fail(ended.line, `unexpected {{${ended.keyword}}}`);
  return nodes;
}

interface Piece {
  readonly isAction: boolean;
  readonly text: string;
  readonly line: number;
}

const fail = (line: number, message: string) => new Error(`template: output:${line}: ${message}`);

/** Text and actions in turn, with `{{-` and `-}}` applied and comments dropped. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  let trimsNext = false;
  const addText = (raw: string, trimEnd: boolean) => {
    const left = trimsNext ? raw.trimStart() : raw;
    const shown = trimEnd ? left.trimEnd() : left;
    if (shown !== '') found.push({ isAction: false, text: shown, line: 0 });
  };
  while (at < text.length) {
    const open = text.indexOf('{{', at);
    if (open < 0) break;
    const line = text.slice(0, open).split('\n').length;
    const close = actionEnd(text, open + 2);
    if (close < 0) throw fail(line, 'unclosed action');
    let inner = text.slice(open + 2, close);
    const trimsBefore = /^-[ \t\r\n]/.test(inner);
    addText(text.slice(at, open), trimsBefore);
    trimsNext = /[ \t\r\n]-$/.test(inner);
    inner = inner.slice(trimsBefore ? 1 : 0, trimsNext ? -1 : undefined).trim();
    if (!/^\/\*[\s\S]*\*\/$/.test(inner)) found.push({ isAction: true, text: inner, line });
    at = close + 2;
  }
  addText(text.slice(at), false);
  return found;
}

function actionEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (text.startsWith('}}', i)) return i;
    if (char === '"' || char === '`') {
      const end = text.slice(i).match(char === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/ : /^`[^`]*`/);
      if (!end) return -1;
      i += end[0].length - 1;
    }
  }
  return -1;
}

interface Ended {
  readonly keyword: 'end' | 'else';
  readonly rest: string;
  readonly line: number;
}

class TemplateParser {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(all: readonly Piece[]) {
    this.#pieces = all;
  }

  list(): { readonly nodes: TemplateNode[]; readonly ended: Ended | undefined } {
    const nodes: TemplateNode[] = [];
    for (;;) {
      const piece = this.#pieces[this.#at++];
      if (!piece) return { nodes, ended: undefined };
      if (!piece.isAction) {
        nodes.push({ type: 'text', text: piece.text });
        continue;
      }
      const [, keyword = '', rest = ''] = /^(\w*)\s*([\s\S]*)$/.exec(piece.text) ?? [];
      if (keyword === 'end' || keyword === 'else') return { nodes, ended: { keyword, rest, line: piece.line } };
      nodes.push(this.#action(piece, keyword, rest));
    }
  }

  #action(piece: Piece, keyword: string, rest: string): TemplateNode {
    if (keyword === 'if' || keyword === 'with' || keyword === 'range') return this.#control(keyword, rest, piece.line);
    if (keyword === 'break' || keyword === 'continue') return { type: keyword };
    if (keyword === 'define' || keyword === 'template' || keyword === 'block') throw fail(piece.line, `{{${keyword}}} is not available in this terminal`);
    return { type: 'action', pipe: pipeOf(piece.text, piece.line, 'command') };
  }

  #control(type: 'if' | 'with' | 'range', rest: string, line: number): TemplateNode {
    const pipe = pipeOf(rest, line, type);
    const body = this.list();
    if (!body.ended) throw fail(line, 'unexpected EOF');
    if (body.ended.keyword === 'end') return { type, pipe, body: body.nodes, otherwise: [] };
    const chained = /^(if|with)\b\s*([\s\S]*)$/.exec(body.ended.rest);
    if (chained) return { type, pipe, body: body.nodes, otherwise: [this.#control(chained[1] as 'if', chained[2] ?? '', body.ended.line)] };
    const otherwise = this.list();
    if (otherwise.ended?.keyword !== 'end') throw fail(line, otherwise.ended ? 'expected end; found {{else}}' : 'unexpected EOF');
    return { type, pipe, body: body.nodes, otherwise: otherwise.nodes };
  }
}

function pipeOf(text: string, line: number, context: string): Pipe {
  try {
    const parser = new PipeParser(tokenize(text));
    const pipe = parser.pipe(text);
    if (parser.peek) throw new Error(`unexpected ${goQuote(parser.peek.text)} in ${context}`);
    if (pipe.commands.length === 0) throw new Error(`missing value for ${context}`);
    return pipe;
  } catch (error) {
    throw fail(line, (error as Error).message);
  }
}

class PipeParser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  pipe(source: string): Pipe {
    const declared = this.#declaration();
    const commands: (readonly Operand[])[] = [];
    for (;;) {
      const command = this.#command();
      if (command.length > 0) commands.push(command);
      if (this.peek?.type !== '|') break;
      if (command.length === 0) throw new Error('missing value for command');
      this.#at++;
    }
    return { ...declared, commands, source };
  }

  #declaration(): Pick<Pipe, 'variables' | 'assigns'> {
    const solid = this.#tokens.slice(this.#at).filter((token) => token.type !== 'space');
    const count = solid[0]?.type !== 'variable' ? 0 : solid[1]?.type === ',' && solid[2]?.type === 'variable' ? 2 : 1;
    const operator = solid[count === 2 ? 3 : count]?.type;
    if (count === 0 || (operator !== ':=' && operator !== '=')) return { variables: [], assigns: false };
    while (this.peek?.type !== operator) this.#at++;
    this.#at++;
    return {
      variables: solid
        .filter((token, i) => token.type === 'variable' && i < 3)
        .slice(0, count)
        .map((token) => token.text),
      assigns: operator === '=',
    };
  }

  #command(): readonly Operand[] {
    const operands: Operand[] = [];
    for (;;) {
      while (this.peek?.type === 'space') this.#at++;
      const token = this.peek;
      if (!token || token.type === '|' || token.type === ')') return operands;
      operands.push(this.#operand(token));
    }
  }

  #operand(token: Token): Operand {
    this.#at++;
    switch (token.type) {
      case 'dot':
        return { type: 'dot' };
      case 'constant':
        return { type: 'constant', value: token.value };
      case 'field':
        return { type: 'field', names: [token.text.slice(1), ...this.#fields()] };
      case 'variable':
        return { type: 'variable', name: token.text, names: this.#fields() };
      case 'word':
        return word(token.text);
      case '(': {
        const pipe = this.pipe('');
        if (this.peek?.type !== ')') throw new Error('unclosed left paren');
        this.#at++;
        return { type: 'pipe', pipe, names: this.#fields() };
      }
      default:
        throw new Error(`unexpected ${goQuote(token.text)} in operand`);
    }
  }

  #fields(): readonly string[] {
    const names: string[] = [];
    while (this.peek?.type === 'field') names.push((this.#tokens[this.#at++] as Token).text.slice(1));
    return names;
  }
}

function word(text: string): Operand {
  if (text === 'true' || text === 'false') return { type: 'constant', value: text === 'true' };
  if (text === 'nil') return { type: 'constant', value: null };
  if (!functionNames.has(text)) throw new Error(`function ${goQuote(text)} not defined`);
  return { type: 'function', name: text };
}
