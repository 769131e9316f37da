/** How Go's text/tabwriter is set up. */
export interface TabwriterOptions {
  readonly minWidth: number;
  readonly padding: number;
  /** Fill cells with tabs of this width instead of blanks. */
  readonly tabWidth?: number;
  /** Drop columns without any text (tabwriter.DiscardEmptyColumns). */
  readonly discardEmptyColumns?: boolean;
  /** Widths of columns written before, which later ones never fall below; kept up to date here (tabwriter.RememberWidths). */
  readonly remembered?: number[];
}

/** What kubectl aligns its tables with (cli-runtime printers GetNewTabWriter). */
export const tableOptions: TabwriterOptions = { minWidth: 6, padding: 3 };

/**
 * Aligns cells that end in a tab, as Go's text/tabwriter does: a column is a run of neighbouring lines that have the cell,
 * and the text after a line's last tab belongs to no column.
 */
export function alignTabs(text: string, options: TabwriterOptions): string {
  const endsWithBreak = text.endsWith('\n');
  const lines = (endsWithBreak ? text.slice(0, -1) : text).split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);
  measure(lines, widths, 0, lines.length, 0, options);
  const drawn = lines.map((cells, i) => cells.map((cell, j) => (j === cells.length - 1 ? cell : pad(cell, widths[i]?.[j] ?? 0, options))).join(''));
  return drawn.join('\n') + (endsWithBreak ? '\n' : '');
}

function measure(lines: readonly string[][], widths: number[][], from: number, to: number, column: number, options: TabwriterOptions): void {
  for (let i = from; i < to; i++) {
    if (column >= (lines[i] as string[]).length - 1) continue;
    const start = i;
    while (i < to && column < (lines[i] as string[]).length - 1) i++;
    const needed = columnWidth(
      lines.slice(start, i).map((cells) => textWidth(cells[column] as string)),
      options,
    );
    const width = Math.max(needed, options.remembered?.[column] ?? 0);
    if (options.remembered) options.remembered[column] = width;
    for (let k = start; k < i; k++) (widths[k] as number[])[column] = width;
    measure(lines, widths, start, i, column + 1, options);
  }
}

function columnWidth(cells: readonly number[], { minWidth, padding, tabWidth, discardEmptyColumns }: TabwriterOptions): number {
  const widest = Math.max(...cells);
  if (discardEmptyColumns && widest === 0) return 0;
  const width = Math.max(minWidth, widest + padding);
  return tabWidth === undefined ? width : Math.ceil(width / tabWidth) * tabWidth;
}

const textWidth = (text: string) => [...text].length;

function pad(cell: string, width: number, { tabWidth }: TabwriterOptions): string {
  const missing = width - textWidth(cell);
  if (tabWidth === undefined) return cell + ' '.repeat(Math.max(0, missing));
  return cell + '\t'.repeat(Math.ceil(Math.max(0, missing) / tabWidth));
}
