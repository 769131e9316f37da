/** The lines typed before, and where Up and Down stand among them. */
export interface LineHistory {
  add(line: string): void;
  /** The line before, or undefined at the oldest. `current` is what is being typed; Down comes back to it. */
  previous(current: string): string | undefined;
  next(current: string): string | undefined;
  /** The newest line that holds `query`, starting `skip` matches back. */
  search(query: string, skip: number): string | undefined;
  replace(lines: readonly string[]): void;
}

/** An empty history. Doubles in a row and blank lines are not kept. */
export function createHistory(): LineHistory {
  let lines: string[] = [];
  let at = 0;
  const edited = new Map<number, string>();
  const leave = () => {
    at = lines.length;
    edited.clear();
  };
  const move = (to: number, current: string) => {
    if (to < 0 || to > lines.length) return undefined;
    edited.set(at, current);
    at = to;
    return edited.get(at) ?? lines[at] ?? '';
  };
  return {
    add(line) {
      if (line.trim() !== '' && line !== lines.at(-1)) lines.push(line);
      leave();
    },
    previous: (current) => move(at - 1, current),
    next: (current) => move(at + 1, current),
    search: (query, skip) => (query === '' ? undefined : lines.filter((line) => line.includes(query)).at(-1 - skip)),
    replace(all) {
      lines = [...all];
      leave();
    },
  };
}
