import type { KubeObject } from '../../api/meta.ts';
import type { Table } from '../../api/table.ts';
import { OcError } from '../errors.ts';
import { findResults } from './jsonpath/evaluate.ts';
import { parseJsonPath, relaxedJsonPath } from './jsonpath/parse.ts';

/** Objects in the order of a field (kubectl get/sorter.go); as they came without a field. */
export function sortObjects(objects: readonly KubeObject[], field: string): readonly KubeObject[] {
  if (field === '') return objects;
  const keys = keysOf(objects, field);
  return order(keys).map((i) => objects[i] as KubeObject);
}

/** The rows of a table in the order of a field of their objects. */
export function sortTable(table: Table, field: string): Table {
  const keys = keysOf(
    table.rows.map((row) => row.object),
    field,
  );
  return { ...table, rows: order(keys).map((i) => table.rows[i] as Table['rows'][number]) };
}

function keysOf(objects: readonly KubeObject[], field: string): readonly unknown[] {
  const path = parseJsonPath(relaxedJsonPath(field));
  const keys = objects.map((object) => findResults(path, object, true)[0]?.[0]);
  if (objects.length > 0 && keys.every((key) => key === undefined))
    throw new OcError(`couldn't find any field with path "${relaxedJsonPath(field)}" in the list of objects`);
  return keys;
}

const order = (keys: readonly unknown[]): readonly number[] => keys.map((_, i) => i).sort((a, b) => compare(keys[a], keys[b]));

function compare(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return naturally(String(a), String(b));
}

/** Digits within texts count by their value (fvbommel/sortorder NaturalLess). */
function naturally(a: string, b: string): number {
  const [left, right] = [runs(a), runs(b)];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    if (x === y) continue;
    const difference = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0;
    return difference || (x < y ? -1 : 1);
  }
  return left.length - right.length;
}

const runs = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];
