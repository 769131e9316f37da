import { own } from '../../../api/own.ts';
import { goPrint } from '../../go-value.ts';
import { goPrintf } from './printf.ts';

type TemplateFunction = (args: readonly unknown[]) => unknown;

/** text/template's functions and kubectl's two; `and` and `or` are evaluated by the caller, who stops early. */
export const functions: Readonly<Record<string, TemplateFunction>> = {
  not: ([value]) => !isTrue(value),
  len: ([value]) => lengthOf(value),
  index: ([value, ...keys]) => keys.reduce(indexed, value),
  slice: ([value, from = 0, to]) => (value as string | readonly unknown[]).slice(Number(from), to === undefined ? undefined : Number(to)),
  print: (args) => printAll(args),
  println: (args) => `${args.map(goPrint).join(' ')}\n`,
  printf: ([format, ...args]) => goPrintf(String(format), args),
  eq: ([first, ...others]) => others.some((other) => equal(first, other)),
  ne: ([a, b]) => !equal(a, b),
  lt: ([a, b]) => comparable(a, b) && (a as number) < (b as number),
  le: ([a, b]) => comparable(a, b) && (a as number) <= (b as number),
  gt: ([a, b]) => comparable(a, b) && (a as number) > (b as number),
  ge: ([a, b]) => comparable(a, b) && (a as number) >= (b as number),
  html: (args) => printAll(args).replace(/[<>&'"]/g, (char) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', "'": '&#39;', '"': '&#34;' })[char] ?? char),
  js: (args) => JSON.stringify(printAll(args)).slice(1, -1).replaceAll("'", "\\'"),
  urlquery: (args) => encodeURIComponent(printAll(args)).replaceAll('%20', '+'),
  exists: ([value, ...keys]) => exists(value, keys),
  base64decode: ([value]) => new TextDecoder().decode(Uint8Array.from(atob(String(value)), (char) => char.charCodeAt(0))),
};

export const functionNames: ReadonlySet<string> = new Set([...Object.keys(functions), 'and', 'or']);

/** Neither false, 0, nil nor empty (text/template IsTrue). */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  throw new Error(`error calling len: ${value === null || value === undefined ? 'len of nil pointer' : `len of type ${goType(value)}`}`);
}

function indexed(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined) throw new Error('error calling index: index of untyped nil');
  if (Array.isArray(value)) {
    if (typeof key !== 'number') throw new Error(`error calling index: cannot index slice/array with type ${goType(key)}`);
    if (key < 0 || key >= value.length) throw new Error(`error calling index: index out of range: ${key}`);
    return value[key];
  }
  if (typeof value === 'object') {
    if (typeof key !== 'string') throw new Error(`error calling index: value has type ${goType(key)}; should be string`);
    return own(value as Readonly<Record<string, unknown>>, key);
  }
  throw new Error(`error calling index: can't index item of type ${goType(value)}`);
}

/** Sprint: blanks between operands where neither is a string. */
function printAll(args: readonly unknown[]): string {
  return args.map((arg, i) => (i > 0 && typeof arg !== 'string' && typeof args[i - 1] !== 'string' ? ` ${goPrint(arg)}` : goPrint(arg))).join('');
}

function equal(a: unknown, b: unknown): boolean {
  if (a === undefined || a === null || b === undefined || b === null) return (a ?? null) === (b ?? null);
  if (typeof a === 'object' || typeof b === 'object') throw new Error('error calling eq: non-comparable type');
  if (typeof a !== typeof b) throw new Error('error calling eq: incompatible types for comparison');
  return a === b;
}

function comparable(a: unknown, b: unknown): boolean {
  if (typeof a === typeof b && (typeof a === 'number' || typeof a === 'string')) return true;
  throw new Error('error calling lt: incompatible types for comparison');
}

function exists(value: unknown, keys: readonly unknown[]): boolean {
  let at = value;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return false;
    at = own(at as Readonly<Record<string, unknown>>, String(key));
  }
  return at !== null && at !== undefined;
}

/** The Go type of a value that came from JSON. */
export function goType(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  return typeof value === 'number' ? 'float64' : typeof value === 'boolean' ? 'bool' : 'string';
}
