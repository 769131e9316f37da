import type { KubeList, KubeObject } from '../api/meta.ts';
import type { WatchEvent } from '../api/request.ts';
import type { Table } from '../api/table.ts';
import type { OcContext } from './command.ts';
import { compactJson } from './printers/json.ts';
import { createPrinter, type PrintSettings } from './printers/output-format.ts';
import type { TableOptions } from './printers/table.ts';

type EventType = WatchEvent['type'];

/** How the objects of a watch are printed, one after the other. */
export interface WatchPrinter<T> {
  /** What is there when the watch begins. */
  first(found: readonly T[]): void;
  event(type: EventType, object: T): void;
}

/** What of a row's surroundings a watch decides. */
export type RowOptions = Pick<TableOptions, 'event' | 'widths' | 'noHeaders'>;

/** Rows below one heading, their columns never narrower than those above (cli-runtime printers/tableprinter.go, on one RememberWidths writer). */
export function rowPrinter(oc: OcContext, withEvents: boolean, draw: (table: Table, options: RowOptions) => string): WatchPrinter<Table> {
  const widths: number[] = [];
  let hasHeading = false;
  const event = (type: EventType, table: Table) => {
    oc.out(draw(table, { widths, noHeaders: hasHeading, ...(withEvents && { event: type }) }));
    hasHeading ||= table.rows.length > 0;
  };
  const first = (tables: readonly Table[]) => {
    for (const table of tables) event('ADDED', table);
  };
  return { event, first };
}

/** Whole objects, each a document of its own. */
export async function objectPrinter(oc: OcContext, settings: PrintSettings, withEvents: boolean): Promise<WatchPrinter<KubeObject | KubeList>> {
  const formats = ['wide', 'custom-columns', 'custom-columns-file'];
  const common = { ...settings, widths: [] };
  const isColumns = settings.output.startsWith('custom-columns');
  const printFirst = await createPrinter(oc, common, formats);
  const printNext = isColumns ? await createPrinter(oc, { ...common, 'no-headers': true }, formats) : printFirst;
  let count = 0;
  const event = (type: EventType, object: KubeObject | KubeList) => {
    const shown = withEvents && settings.output !== 'name' ? ({ type, object } as unknown as KubeObject) : object;
    const text =
      withEvents && settings.output === 'json' ? `{"type":"${type}","object":${compactJson(object)}}\n` : (count === 0 ? printFirst : printNext)(shown);
    oc.out(`${settings.output === 'yaml' && count > 0 ? '---\n' : ''}${text}`);
    count++;
  };
  const first = (found: readonly (KubeObject | KubeList)[]) => {
    const objects = found.flatMap((each) => ('items' in each ? (each as KubeList).items : [each]));
    if (!isColumns || withEvents) for (const object of objects) event('ADDED', object);
    // one block, so that all rows share their widths
    else if (objects.length > 0) oc.out(printFirst({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items: objects } as KubeList));
    count = objects.length;
  };
  return { first, event };
}
