import { own, setOwn } from '../api/own.ts';
import { patchMergeKey } from '../api/patch-merge-keys.ts';
import { jsonEqual } from './json-equal.ts';

type JsonMap = Readonly<Record<string, unknown>>;

interface DiffOptions {
  readonly deletions: boolean;
  readonly changes: boolean;
}

/** The strategic merge patch that turns one object into another (apimachinery strategicpatch CreateTwoWayMergePatch). */
export const twoWayMergePatch = (original: JsonMap, modified: JsonMap): JsonMap => diffMaps(original, modified, '', { deletions: true, changes: true });

/** What was changed against the object as it is, and what was dropped against the one applied before (CreateThreeWayMergePatch). */
export function threeWayMergePatch(original: JsonMap, modified: JsonMap, current: JsonMap): JsonMap {
  const changed = diffMaps(current, modified, '', { deletions: false, changes: true });
  const dropped = diffMaps(original, modified, '', { deletions: true, changes: false });
  return mergePatches(dropped, changed);
}

const isMap = (value: unknown): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

function diffMaps(original: JsonMap, modified: JsonMap, path: string, options: DiffOptions): JsonMap {
  const patch: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(modified)) {
    if (Object.hasOwn(original, field)) diffField(patch, field, original[field], value, path === '' ? field : `${path}.${field}`, options);
    else if (options.changes) setOwn(patch, field, value);
  }
  if (options.deletions) for (const field of Object.keys(original)) if (!Object.hasOwn(modified, field)) setOwn(patch, field, null);
  return patch;
}

function diffField(patch: Record<string, unknown>, field: string, before: unknown, after: unknown, path: string, options: DiffOptions): void {
  if (isMap(before) && isMap(after)) {
    const inner = diffMaps(before, after, path, options);
    if (Object.keys(inner).length > 0) setOwn(patch, field, inner);
  } else if (Array.isArray(before) && Array.isArray(after)) diffLists(patch, field, before, after, path, options);
  else if (options.changes && !jsonEqual(before, after)) setOwn(patch, field, after);
}

function diffLists(
  patch: Record<string, unknown>,
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  options: DiffOptions,
): void {
  const key = patchMergeKey(path);
  if (key === undefined) {
    if (options.changes && !jsonEqual(before, after)) setOwn(patch, field, after);
  } else if (key === '') diffPrimitives(patch, field, before, after, options);
  else diffItems(patch, field, before as readonly JsonMap[], after as readonly JsonMap[], { path, key, options });
}

function diffPrimitives(patch: Record<string, unknown>, field: string, before: readonly unknown[], after: readonly unknown[], options: DiffOptions): void {
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  if (options.changes && added.length > 0) setOwn(patch, field, added);
  if (options.deletions && removed.length > 0) patch[`$deleteFromPrimitiveList/${field}`] = removed;
  if (Object.hasOwn(patch, field) || `$deleteFromPrimitiveList/${field}` in patch) patch[`$setElementOrder/${field}`] = after;
}

interface Place {
  readonly path: string;
  readonly key: string;
  readonly options: DiffOptions;
}

function diffItems(patch: Record<string, unknown>, field: string, before: readonly JsonMap[], after: readonly JsonMap[], { path, key, options }: Place): void {
  const items: JsonMap[] = [];
  for (const item of after) {
    const known = before.find((each) => jsonEqual(each[key], item[key]));
    if (known) {
      const inner = diffMaps(known, item, path, options);
      if (Object.keys(inner).length > 0) items.push({ ...inner, [key]: item[key] });
    } else if (options.changes) items.push(item);
  }
  if (options.deletions) {
    for (const item of before) if (!after.some((each) => jsonEqual(each[key], item[key]))) items.push({ $patch: 'delete', [key]: item[key] });
  }
  const order = after.map((item) => ({ [key]: item[key] }));
  if (items.length === 0 && !(options.changes && isReordered(before, after, key))) return;
  if (items.length > 0) setOwn(patch, field, items);
  patch[`$setElementOrder/${field}`] = order;
}

/** Do the items that both lists have stand in another order? */
function isReordered(before: readonly JsonMap[], after: readonly JsonMap[], key: string): boolean {
  const keysOf = (items: readonly JsonMap[], others: readonly JsonMap[]) =>
    items.map((item) => item[key]).filter((value) => others.some((other) => jsonEqual(other[key], value)));
  return !jsonEqual(keysOf(before, after), keysOf(after, before));
}

/** One patch on top of another: lists of items are put together. */
function mergePatches(first: JsonMap, second: JsonMap): JsonMap {
  const merged: Record<string, unknown> = { ...first };
  for (const [field, value] of Object.entries(second)) {
    const before = own(merged, field);
    if (isMap(before) && isMap(value)) setOwn(merged, field, mergePatches(before, value));
    else if (Array.isArray(before) && Array.isArray(value) && !field.startsWith('$setElementOrder/')) setOwn(merged, field, [...value, ...before]);
    else setOwn(merged, field, value);
  }
  return merged;
}
