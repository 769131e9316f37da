import type { KubeList, KubeObject } from '../../api/meta.ts';
import { OcError } from '../errors.ts';
import { goPrint } from '../go-value.ts';
import { findResults } from './jsonpath/evaluate.ts';
import type { ListNode } from './jsonpath/nodes.ts';
import { parseJsonPath, relaxedJsonPath } from './jsonpath/parse.ts';
import { alignRows } from './table.ts';

export interface CustomColumn {
  readonly header: string;
  readonly path: ListNode;
}

/** Columns of `custom-columns=NAME:.metadata.name,…`, or of a file with a line of headings and one of paths (kubectl get customcolumn.go). */
export function readColumns(text: string, isFile: boolean): readonly CustomColumn[] {
  return (isFile ? pairsOfFile(text) : pairsOfSpec(text)).map(([header, path]) => ({ header, path: parseJsonPath(relaxedJsonPath(path)) }));
}

/** One object, or the items of a list, as a table. */
export function printCustomColumns(columns: readonly CustomColumn[], object: KubeObject | KubeList, noHeaders: boolean, widths?: number[]): string {
  const objects = Array.isArray((object as KubeList).items) ? (object as KubeList).items : [object];
  const rows = objects.map((each) => columns.map(({ path }) => cell(path, each)));
  return alignRows(noHeaders ? rows : [columns.map(({ header }) => header), ...rows], widths);
}

type Pair = readonly [header: string, path: string];

function pairsOfSpec(text: string): readonly Pair[] {
  return text.split(',').map((part): Pair => {
    const at = part.indexOf(':');
    if (at < 0) throw new OcError(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    return [part.slice(0, at), part.slice(at + 1)];
  });
}

function pairsOfFile(text: string): readonly Pair[] {
  const [first = '', second] = text.split('\n');
  const expected = 'Expected format is one line of space separated headers, one line of space separated column specs.';
  if (first === '') throw new OcError(`invalid template, missing header line. ${expected}`);
  if (second === undefined) throw new OcError(`invalid template, missing spec line. ${expected}`);
  const [headers, paths] = [first, second].map((line) => line.split(/\s+/).filter(Boolean)) as [string[], string[]];
  if (headers.length !== paths.length) throw new OcError(`number of headers (${headers.length}) and field specifications (${paths.length}) don't match`);
  return headers.map((header, i): Pair => [header, paths[i] as string]);
}

function cell(path: ListNode, object: unknown): string {
  const found = findResults(path, object, true);
  const values = found.flatMap((part) => part.map(goPrint));
  return (found[0]?.length ?? 0) === 0 ? ['<none>', ...values].join(',') : values.join(',');
}
