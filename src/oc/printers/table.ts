import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import type { WatchEvent } from '../../api/request.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import type { Table, TableColumn, TableRow } from '../../api/table.ts';
import { alignTabs, tableOptions } from './tabwriter.ts';

/** Options of `oc get` that change a table (cli-runtime printers PrintOptions). */
export interface TableOptions {
  readonly wide: boolean;
  readonly noHeaders: boolean;
  readonly withNamespace: boolean;
  /** Prefix names with this, as `imagestream.image.openshift.io/`. */
  readonly kindPrefix?: string;
  readonly showLabels: boolean;
  readonly labelColumns: readonly string[];
  /** What happened to the rows (`--output-watch-events`): a column before all others. */
  readonly event?: WatchEvent['type'];
  /** Widths of the columns of earlier tables, where this one goes on below them. */
  readonly widths?: number[];
}

/** Several tables of one kind under one heading, aligned; '' without a row. */
export function printTables(tables: readonly Table[], options: TableOptions): string {
  const lines: (readonly string[])[] = [];
  for (const table of tables) {
    const columns = table.columnDefinitions.map((column, i) => ({ ...column, i })).filter((column) => options.wide || column.priority === 0);
    if (lines.length === 0 && !options.noHeaders && table.rows.length > 0) lines.push(heading(columns, options));
    for (const row of table.rows) lines.push(rowCells(columns, row, options));
  }
  return alignRows(lines, options.widths);
}

/** Rows of cells with kubectl's three blanks between columns. */
export function alignRows(rows: readonly (readonly string[])[], widths?: number[]): string {
  if (rows.length === 0) return '';
  return alignTabs(`${rows.map((cells) => cells.join('\t')).join('\n')}\n`, widths ? { ...tableOptions, remembered: widths } : tableOptions);
}

/** `imagestream.image.openshift.io/`, `pod/`: what stands before names where several kinds are shown. */
export const kindPrefixOf = (info: Pick<ResourceInfo, 'group' | 'kind'>): string => `${info.kind.toLowerCase()}${info.group === '' ? '' : `.${info.group}`}/`;

type NumberedColumn = TableColumn & { readonly i: number };

function heading(columns: readonly NumberedColumn[], options: TableOptions): readonly string[] {
  const labels = options.labelColumns.map((key) => key.slice(key.lastIndexOf('/') + 1).toUpperCase());
  return [
    ...(options.event ? ['EVENT'] : []),
    ...(options.withNamespace ? ['NAMESPACE'] : []),
    ...columns.map((column) => column.name.toUpperCase()),
    ...labels,
    ...(options.showLabels ? ['LABELS'] : []),
  ];
}

function rowCells(columns: readonly NumberedColumn[], row: TableRow, options: TableOptions): readonly string[] {
  const cells = columns.map((column, at) => {
    const text = cellText(row.cells[column.i]);
    return at === 0 && options.kindPrefix !== undefined ? options.kindPrefix + text : text;
  });
  const { namespace = '', labels = {} } = row.object.metadata ?? {};
  const extra = options.labelColumns.map((key) => own(labels, key) ?? '<none>');
  const event = options.event ? [options.event.padEnd('MODIFIED'.length)] : [];
  return [...event, ...(options.withNamespace ? [namespace] : []), ...cells, ...extra, ...(options.showLabels ? [labelsText(labels)] : [])];
}

/** A cell never breaks a line (cli-runtime tableprinter.go printRows). */
function cellText(cell: TableRow['cells'][number] | undefined): string {
  if (cell === null || cell === undefined) return '<none>';
  const text = String(cell);
  const at = text.search(/[\f\n\r]/);
  return (at < 0 ? text : `${text.slice(0, at)}...`).replaceAll('\x1b', '^[');
}

/** `a=1,b=2`, or `<none>` (labels.FormatLabels). */
export function labelsText(labels: NonNullable<KubeObject['metadata']['labels']>): string {
  const pairs = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]}`);
  return pairs.length === 0 ? '<none>' : pairs.join(',');
}
