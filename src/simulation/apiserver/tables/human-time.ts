import { shortDuration } from '../../../api/human-duration.ts';
import type { TableColumn } from '../../../api/table.ts';

/** The first column of nearly every table. */
export const nameColumn: TableColumn = { name: 'Name', type: 'string', format: 'name', priority: 0 };
/** The last column of most tables. */
export const ageColumn: TableColumn = { name: 'Age', type: 'string', priority: 0 };

/** A column that is always shown, or with `-o wide` only. */
export const column = (name: string, type: TableColumn['type'] = 'string', priority = 0): TableColumn => ({ name, type, priority });

/** Time since `from` as tables show it; `<unknown>` without one (kubernetes pkg/printers translateTimestampSince). */
export function ageOf(from: string | null | undefined, now: number): string {
  return from ? shortDuration(now - Date.parse(from)) : '<unknown>';
}
