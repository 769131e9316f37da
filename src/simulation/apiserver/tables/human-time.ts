import type { TableColumn } from '../../../api/table.ts';

/** The first column of nearly every table. */
export const nameColumn: TableColumn = { name: 'Name', type: 'string', format: 'name', priority: 0 };
/** The last column of most tables. */
export const ageColumn: TableColumn = { name: 'Age', type: 'string', priority: 0 };

/** A column that is always shown, or with `-o wide` only. */
export const column = (name: string, type: TableColumn['type'] = 'string', priority = 0): TableColumn => ({ name, type, priority });

/** Time since `from` as tables show it; `<unknown>` without one (kubernetes pkg/printers translateTimestampSince). */
export function ageOf(from: string | null | undefined, now: number): string {
  return from ? humanDuration(now - Date.parse(from)) : '<unknown>';
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds as `5m30s`, `3h`, `12d`: two units at most, fewer the longer it is (apimachinery pkg/util/duration HumanDuration). */
export function humanDuration(milliseconds: number): string {
  if (milliseconds < -2 * second) return '<invalid>';
  if (milliseconds < 0) return '0s';
  const [seconds, minutes, hours] = [second, minute, hour].map((unit) => Math.floor(milliseconds / unit)) as [number, number, number];
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return pair(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return pair(days, 'd', hours % 24, 'h');
  if (hours < 24 * 365 * 2) return `${days}d`;
  const years = Math.floor(milliseconds / (365 * day));
  return hours < 24 * 365 * 8 ? pair(years, 'y', days % 365, 'd') : `${years}y`;
}

const pair = (large: number, largeUnit: string, small: number, smallUnit: string) =>
  small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;
