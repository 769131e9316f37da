import type { Table, TableRow } from '../api/table.ts';
import type { OcContext } from './command.ts';

export interface TableWatch {
  read(): Table;
  /** Draws the rows; only the first time with headings. */
  print(table: Table, isFirst: boolean): string;
  /** Say nothing about what is there at the start. */
  readonly skipFirst: boolean;
  /** `--request-timeout`; 0 for none. */
  readonly limitMs: number;
}

/** A watch ends by itself once nothing has changed for this long: output is shown when a command is done, so an endless one would show none. */
const QUIET_MS = 60_000;

/** `oc get -w`: prints rows as objects change, until Ctrl-C, a time limit, or nothing changes any more. */
export async function watchTables(oc: OcContext, { read, print, skipFirst, limitMs }: TableWatch): Promise<void> {
  const { host } = oc;
  const started = host.now();
  let changedAt = started;
  let seen = read();
  let isFirst = true;
  const show = (table: Table) => {
    if (table.rows.length === 0) return;
    oc.out(print(table, isFirst));
    isFirst = false;
    changedAt = host.now();
  };
  if (!skipFirst) show(seen);
  while (!host.signal?.aborted && host.now() - changedAt < QUIET_MS && !(limitMs > 0 && host.now() - started >= limitMs)) {
    await host.sleep(1000);
    const next = read();
    const before = new Map(seen.rows.map((row) => [rowKey(row), row.object.metadata.resourceVersion]));
    show({ ...next, rows: next.rows.filter((row) => before.get(rowKey(row)) !== row.object.metadata.resourceVersion) });
    seen = next;
  }
}

const rowKey = ({ object }: TableRow) => `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
