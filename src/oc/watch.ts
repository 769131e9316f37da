import type { Table, TableRow } from '../api/table.ts';
import type { OcContext } from './command.ts';

export interface TableWatch {
  read(): Table;
  /** Draws the rows; only the first time with headings. */
  print(table: Table, isFirst: boolean): string;
  /** Say nothing about what is there at the start. */
  readonly skipFirst: boolean;
}

/** Where nobody can press Ctrl-C, a watch ends by itself after this much virtual time. */
const UNATTENDED_MS = 300_000;

/** `oc get -w`: prints rows as objects change, until Ctrl-C. */
export async function watchTables(oc: OcContext, { read, print, skipFirst }: TableWatch): Promise<void> {
  const { host } = oc;
  const started = host.now();
  let seen = read();
  let isFirst = true;
  const show = (table: Table) => {
    if (table.rows.length === 0) return;
    oc.out(print(table, isFirst));
    isFirst = false;
  };
  if (!skipFirst) show(seen);
  while (!host.signal?.aborted && (host.signal !== undefined || host.now() - started < UNATTENDED_MS)) {
    await host.sleep(1000);
    const next = read();
    const before = new Map(seen.rows.map((row) => [rowKey(row), row.object.metadata.resourceVersion]));
    show({ ...next, rows: next.rows.filter((row) => before.get(rowKey(row)) !== row.object.metadata.resourceVersion) });
    seen = next;
  }
}

const rowKey = ({ object }: TableRow) => `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
