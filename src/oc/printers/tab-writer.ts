/** How columns are padded (Go text/tabwriter): `tab` pads with tabs to multiples of 8, as OpenShift's describers do; `space` as kubectl's. */
export interface TabWriterOptions {
  readonly minWidth: number;
  readonly tabWidth: number;
  readonly padding: number;
  readonly padWith: 'space' | 'tab';
}

type Cells = readonly string[];

/** Aligns text whose cells end in tabs. A column runs over consecutive lines that have a cell in it; the text after a line's last tab belongs to no column. */
// Go text/tabwriter Writer.format
export function alignTabs(text: string, options: TabWriterOptions): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const padded: string[] = [];
  layOut(lines, 0, lines.length, [], options, padded);
  return padded.join('\n');
}

function layOut(lines: readonly Cells[], from: number, to: number, widths: readonly number[], options: TabWriterOptions, out: string[]): void {
  const column = widths.length;
  let next = from;
  let written = from;
  while (next < to) {
    if (!hasCell(lines, next, column)) {
      next++;
      continue;
    }
    writeLines(lines, written, next, widths, options, out);
    const start = next;
    while (next < to && hasCell(lines, next, column)) next++;
    const block = lines.slice(start, next).map((line) => lengthOf(line[column] ?? ''));
    const width = Math.max(options.minWidth, ...block.map((length) => length + options.padding));
    layOut(lines, start, next, [...widths, width], options, out);
    written = next;
  }
  writeLines(lines, written, to, widths, options, out);
}

const hasCell = (lines: readonly Cells[], index: number, column: number) => column < (lines[index]?.length ?? 0) - 1;

// Widths are counted in characters, not in code units
const lengthOf = (text: string) => [...text].length;

function writeLines(lines: readonly Cells[], from: number, to: number, widths: readonly number[], options: TabWriterOptions, out: string[]): void {
  for (const line of lines.slice(from, to)) {
    out.push(line.map((cell, index) => (index < widths.length ? cell + padding(lengthOf(cell), widths[index] ?? 0, options) : cell)).join(''));
  }
}

function padding(used: number, width: number, { padWith, tabWidth }: TabWriterOptions): string {
  if (padWith === 'space') return ' '.repeat(Math.max(0, width - used));
  const whole = Math.ceil(width / tabWidth) * tabWidth;
  return '\t'.repeat(Math.ceil((whole - used) / tabWidth));
}
