import { own } from '../api/own.ts';
import { ToolError } from './program.ts';

/** The part of Go's text/template that people type after `--format`: fields, `json`, `index`, `len`, `join`, `range` over a list, `println`. */
export function renderTemplate(template: string, data: unknown): string {
  const text = template.replace(/\\n/g, '\n').replace(/\\t/g, '\t');
  return renderPart(text, data, data);
}

function renderPart(text: string, dot: unknown, root: unknown): string {
  const range = /\{\{-?\s*range\s+(.*?)\s*-?\}\}(.*?)\{\{-?\s*end\s*-?\}\}/s.exec(text);
  if (range) {
    const [whole, source = '', body = ''] = range;
    const items = evaluate(source, dot, root);
    const drawn = (Array.isArray(items) ? items : Object.values((items ?? {}) as object)).map((item) => renderPart(body, item, root)).join('');
    return renderPart(text.slice(0, range.index), dot, root) + drawn + renderPart(text.slice(range.index + whole.length), dot, root);
  }
  return text.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, action: string) => shown(evaluate(action, dot, root)));
}

function evaluate(action: string, dot: unknown, root: unknown): unknown {
  const piped = action.split('|').map((part) => part.trim());
  if (piped.length > 1) return piped.slice(1).reduce<unknown>((value, call) => apply(call, [value], value, root), evaluate(piped[0] as string, dot, root));
  return apply(action, [], dot, root);
}

function apply(call: string, given: readonly unknown[], dot: unknown, root: unknown): unknown {
  const [first = '', ...rest] = [...call.matchAll(/"(?:\\.|[^"])*"|\S+/g)].map(([word]) => word);
  const args = [...rest.map((word) => operand(word, dot, root)), ...given];
  switch (first) {
    case 'json':
      return JSON.stringify(args[0]);
    case 'len':
      return Array.isArray(args[0]) ? args[0].length : Object.keys((args[0] ?? {}) as object).length;
    case 'index':
      return args.slice(1).reduce<unknown>((value, key) => own(value as Readonly<Record<string, unknown>> | undefined, String(key)), args[0]);
    case 'join':
      return (args.find(Array.isArray) ?? []).join(String(args.find((arg) => typeof arg === 'string') ?? ''));
    case 'println':
      return `${args.map(shown).join(' ')}\n`;
    default:
      return operand(first, dot, root);
  }
}

function operand(word: string, dot: unknown, root: unknown): unknown {
  if (word.startsWith('"')) return JSON.parse(word);
  if (/^-?\d+$/.test(word)) return Number(word);
  const start = word.startsWith('$') ? root : dot;
  if (!/^\$?(\.\w*)+$/.test(word) && word !== '$') throw new ToolError(`template: :1: function "${word}" not defined`);
  return word
    .replace(/^\$/, '')
    .split('.')
    .filter((part) => part !== '')
    .reduce<unknown>((value, key) => own(value as Readonly<Record<string, unknown>> | undefined, key), start);
}

/** As Go prints a value: lists in brackets, maps as `map[a:b]`. */
function shown(value: unknown): string {
  if (value === undefined) return '<no value>';
  if (value === null) return '[]';
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  return `map[${Object.keys(value)
    .sort()
    .map((key) => `${key}:${shown((value as Readonly<Record<string, unknown>>)[key])}`)
    .join(' ')}]`;
}
