import { own } from '../api/own.ts';
import type { FlagSpec } from './flags.ts';

/** Turns the text of one flag into its value, added to what stood before; throws with Go's own words. */
export function parseValue(spec: FlagSpec, text: string, before: unknown): unknown {
  switch (spec.type) {
    case 'bool':
      return parseBool(text);
    case 'string':
      return text;
    case 'int':
      return parseInteger(text);
    case 'duration':
      return parseDuration(text);
    case 'stringSlice':
      return [...((before as readonly string[] | undefined) ?? []), ...parseCsv(text)];
    case 'stringArray':
      return [...((before as readonly string[] | undefined) ?? []), text];
    case 'stringToString':
      return { ...(before as Readonly<Record<string, string>> | undefined), ...parsePairs(text) };
  }
}

const truths = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const falsehoods = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** strconv.ParseBool. */
export function parseBool(text: string): boolean {
  if (truths.has(text)) return true;
  if (falsehoods.has(text)) return false;
  throw new Error(`strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`);
}

function parseInteger(text: string): number {
  if (!/^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[1-9][0-9]*|0)$/.test(text)) {
    throw new Error(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  const magnitude = Number(text.replace(/^[-+]/, '').replace(/^0(?=[0-7])/, '0o'));
  if (magnitude > Number.MAX_SAFE_INTEGER) throw new Error(`strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`);
  return text.startsWith('-') ? -magnitude : magnitude;
}

const units: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** time.ParseDuration, in milliseconds. */
export function parseDuration(text: string): number {
  const body = text.replace(/^[-+]/, '');
  if (body === '0') return 0;
  const invalid = () => new Error(`time: invalid duration ${JSON.stringify(text)}`);
  if (!/^[.\d]/.test(body)) throw invalid();
  let sum = 0;
  for (const [part, number = '', unit = ''] of body.matchAll(/([\d.]+)([^\d.]*)/g)) {
    if (!/^(?:\d+\.?\d*|\.\d+)$/.test(number)) throw invalid();
    if (unit === '') throw new Error(`time: missing unit in duration ${JSON.stringify(text)}`);
    const factor = own(units, unit);
    if (factor === undefined) throw new Error(`time: unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`);
    sum += part === '' ? 0 : Number(number) * factor;
  }
  return text.startsWith('-') ? -sum : sum;
}

/** One line of comma-separated values as encoding/csv reads it. */
function parseCsv(text: string): readonly string[] {
  if (text === '') return [];
  const fields: string[] = [];
  let rest = text;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(,|$)/.exec(rest);
    if (!quoted && rest.startsWith('"')) throw new Error(`parse error on line 1, column ${text.length + 1}: extraneous or missing " in quoted-field`);
    const plain = quoted ?? /^([^,]*)(,|$)/.exec(rest);
    const field = plain?.[1] ?? '';
    if (!quoted && field.includes('"')) throw new Error(`parse error on line 1, column ${text.indexOf('"') + 1}: bare " in non-quoted-field`);
    fields.push(quoted ? field.replaceAll('""', '"') : field);
    if (plain?.[2] !== ',') return fields;
    rest = rest.slice(plain[0].length);
  }
}

function parsePairs(text: string): Readonly<Record<string, string>> {
  const pairs = text.split('=').length > 2 && !text.includes(',') ? [text.replace(/^"|"$/g, '')] : parseCsv(text);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) throw new Error(`${pair} must be formatted as key=value`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
