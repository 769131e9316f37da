export interface DiffFiles {
  readonly from: string;
  readonly to: string;
  /** Time of both files, milliseconds since 1970. */
  readonly at: number;
}

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

const CONTEXT = 3;

/** Two texts as `diff -u` shows them; '' where they are the same. */
export function unifiedDiff(before: string, after: string, files: DiffFiles): string {
  const lines = diffLines(linesOf(before), linesOf(after));
  const hunks = hunkRanges(lines);
  if (hunks.length === 0) return '';
  const stamp = `${new Date(files.at).toISOString().replace('T', ' ').replace('Z', '000000')} +0000`;
  return `--- ${files.from}\t${stamp}\n+++ ${files.to}\t${stamp}\n${hunks.map(([start, end]) => hunkText(lines, start, end)).join('')}`;
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** The longest common subsequence, told as kept, dropped and added lines. */
function diffLines(a: readonly string[], b: readonly string[]): readonly Line[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) (lengths[i] as Uint32Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ mark: ' ', text: a[i++] as string });
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) lines.push({ mark: '-', text: a[i++] as string });
    else lines.push({ mark: '+', text: b[j++] as string });
  }
  return lines;
}

function hunkRanges(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  lines.forEach(({ mark }, i) => {
    if (mark === ' ') return;
    const last = ranges.at(-1);
    if (last && i - CONTEXT <= last[1]) last[1] = Math.min(lines.length, i + CONTEXT + 1);
    else ranges.push([Math.max(0, i - CONTEXT), Math.min(lines.length, i + CONTEXT + 1)]);
  });
  return ranges;
}

function hunkText(lines: readonly Line[], start: number, end: number): string {
  const count = (part: readonly Line[], other: '-' | '+') => part.filter(({ mark }) => mark !== other).length;
  const [before, inside] = [lines.slice(0, start), lines.slice(start, end)];
  const range = (other: '-' | '+') => {
    const length = count(inside, other);
    const first = count(before, other) + (length === 0 ? 0 : 1);
    return length === 1 ? `${first}` : `${first},${length}`;
  };
  return `@@ -${range('+')} +${range('-')} @@\n${inside.map(({ mark, text }) => `${mark}${text}\n`).join('')}`;
}
