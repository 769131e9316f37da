import { own } from '../../api/own.ts';
/** The minutes, hours, days, months and weekdays at which a schedule strikes. */
export interface Schedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Days of month and of week are both named: one of them is enough. */
  readonly eitherDay: boolean;
  /** `@every 1h30m`: milliseconds between two runs. */
  readonly every?: number;
}

const descriptors: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface FieldRange {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const ranges: readonly FieldRange[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: monthNames },
  { min: 0, max: 6, names: weekdayNames },
];

/** Reads a cron expression, with the parser's words where it is none (github.com/robfig/cron ParseStandard). */
export function parseSchedule(text: string): Schedule | { readonly error: string } {
  if (text.startsWith('@every ')) return parseEvery(text.slice('@every '.length));
  const expression = own(descriptors, text) ?? text;
  if (expression.startsWith('@')) return { error: `unrecognized descriptor: ${text}` };
  const fields = expression.split(/\s+/).filter((field) => field !== '');
  if (fields.length !== 5) return { error: `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]` };
  const sets = fields.map((field, index) => parseField(field, ranges[index] as FieldRange));
  const wrong = sets.find((set) => 'error' in set);
  if (wrong && 'error' in wrong) return wrong;
  const [minutes, hours, days, months, weekdays] = sets as unknown as readonly [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];
  const isStar = (field = '') => field.startsWith('*') || field === '?';
  return { minutes, hours, days, months, weekdays, eitherDay: !isStar(fields[2]) && !isStar(fields[4]) };
}

function parseEvery(text: string): Schedule | { readonly error: string } {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 };
  if (!/^(\d+[hms])+$/.test(text)) return { error: `failed to parse duration @every ${text}: time: invalid duration "${text}"` };
  const every = [...text.matchAll(/(\d+)([hms])/g)].reduce((sum, [, count, unit = 's']) => sum + Number(count) * (units[unit] ?? 0), 0);
  const none = new Set<number>();
  return { minutes: none, hours: none, days: none, months: none, weekdays: none, eitherDay: false, every: Math.max(1000, every) };
}

function parseField(field: string, range: FieldRange): Set<number> | { readonly error: string } {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const parsed = parsePart(part, range);
    if ('error' in parsed) return parsed;
    for (let value = parsed.from; value <= parsed.to; value += parsed.step) values.add(value);
  }
  return values;
}

function parsePart(
  part: string,
  { min, max, names }: FieldRange,
): { readonly from: number; readonly to: number; readonly step: number } | { readonly error: string } {
  const [span = '', stepText, ...more] = part.split('/');
  if (more.length > 0) return { error: `too many slashes: ${part}` };
  const [low = '', high, ...rest] = span.split('-');
  if (rest.length > 0) return { error: `too many hyphens: ${part}` };
  const isStar = low === '*' || low === '?';
  const from = isStar ? min : numberOf(low, names);
  const to = isStar ? max : high === undefined ? (stepText === undefined ? from : max) : numberOf(high, names);
  const step = stepText === undefined ? 1 : numberOf(stepText);
  const unread = [isStar ? undefined : low, high, stepText].find((text) => text !== undefined && Number.isNaN(numberOf(text, names)));
  if (unread !== undefined) return { error: `failed to parse int from ${unread}: strconv.Atoi: parsing "${unread}": invalid syntax` };
  if (from < min) return { error: `beginning of range (${from}) below minimum (${min}): ${part}` };
  if (to > max) return { error: `end of range (${to}) above maximum (${max}): ${part}` };
  if (from > to) return { error: `beginning of range (${from}) beyond end of range (${to}): ${part}` };
  return step === 0 ? { error: `step of range should be a positive number: ${part}` } : { from, to, step };
}

function numberOf(text: string, names?: readonly string[]): number {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + (names === monthNames ? 1 : 0);
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

const minute = 60_000;
const longestSearch = 5 * 366 * 24 * 60 * minute;

/** The first instant after `after` at which the schedule strikes, in UTC; undefined where it never does. */
export function nextRun(schedule: Schedule, after: number, anchor = after): number | undefined {
  if (schedule.every !== undefined) return anchor + (Math.floor((after - anchor) / schedule.every) + 1) * schedule.every;
  let instant = (Math.floor(after / minute) + 1) * minute;
  while (instant < after + longestSearch) {
    const date = new Date(instant);
    if (!isDay(schedule, date)) instant = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1);
    else if (!schedule.hours.has(date.getUTCHours())) instant = (Math.floor(instant / (60 * minute)) + 1) * 60 * minute;
    else if (!schedule.minutes.has(date.getUTCMinutes())) instant += minute;
    else return instant;
  }
  return undefined;
}

function isDay({ months, days, weekdays, eitherDay }: Schedule, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const [day, weekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
  return eitherDay ? day || weekday : day && weekday;
}
