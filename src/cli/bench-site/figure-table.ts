/** Rows as lines of one table: the first column leads, figures stand at the right end of theirs. A row that is too short leaves its last cells empty. */
export function figureTable(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const cell = (text: string, column: number) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!));
  return rows
    .map((row) =>
      widths
        .map((_, column) => cell(row[column] ?? '', column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const seconds = (figure: number): string => (Number.isNaN(figure) ? '?' : `${figure.toFixed(1)} s`);

/** A figure and what it should be: `97 (99)`. */
export const besideGoal = (figure: number, goal: number): string => `${figure} (${goal})`;
