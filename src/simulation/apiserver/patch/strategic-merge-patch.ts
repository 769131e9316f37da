import { deepEqual } from '../../../api/deep-equal.ts';
import { own, setOwn } from '../../../api/own.ts';
import { patchMergeKey } from '../../../api/patch-merge-keys.ts';
import { StatusError } from '../../../api/status.ts';
import { goMapText, isJsonObject, type JsonObject } from './json-values.ts';

const setOrder = '$setElementOrder/';
const deleteFrom = '$deleteFromPrimitiveList/';

/** A strategic merge patch: lists with a merge key merge by item (apimachinery pkg/util/strategicpatch StrategicMergeMapPatch). */
export function strategicMergePatch(original: JsonObject, patch: JsonObject, path = ''): JsonObject {
  if (patch.$patch === 'replace') return withoutDirectives(patch);
  if (patch.$patch === 'delete') return {};
  const result: Record<string, unknown> = { ...retained(original, patch.$retainKeys) };
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith('$')) continue;
    if (value === null) delete result[field];
    else setOwn(result, field, mergeValue(own(result, field), value, joined(path, field), patch[`${setOrder}${field}`]));
  }
  return applyListDirectives(result, patch, path);
}

/** An error that is no status of its own: the server gives no reason (apiserver endpoints/handlers/responsewriters ErrorToAPIStatus). */
const plainError = (message: string) => new StatusError({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code: 500 });

const joined = (path: string, field: string) => (path === '' ? field : `${path}.${field}`);

function withoutDirectives(patch: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(patch).filter(([field]) => !field.startsWith('$')));
}

function retained(original: JsonObject, retainKeys: unknown): JsonObject {
  if (!Array.isArray(retainKeys)) return original;
  return Object.fromEntries(Object.entries(original).filter(([field]) => retainKeys.includes(field)));
}

function mergeValue(original: unknown, patch: unknown, path: string, order: unknown): unknown {
  if (isJsonObject(patch)) return strategicMergePatch(isJsonObject(original) ? original : {}, patch, path);
  if (!Array.isArray(patch)) return patch;
  const key = patchMergeKey(path);
  if (key === undefined) return patch;
  const list = Array.isArray(original) ? original : [];
  if (key === '') return [...new Set([...list, ...patch])];
  return mergeList(list, patch, key, path, order);
}

/** Orders without changes and removals of plain values: directives on fields that the patch itself may not name. */
function applyListDirectives(result: Record<string, unknown>, patch: JsonObject, path: string): JsonObject {
  for (const [directive, value] of Object.entries(patch)) {
    if (!Array.isArray(value)) continue;
    if (directive.startsWith(deleteFrom)) {
      const field = directive.slice(deleteFrom.length);
      const list = own(result, field);
      if (Array.isArray(list)) result[field] = list.filter((item) => !value.some((unwanted) => deepEqual(unwanted, item)));
    }
    if (directive.startsWith(setOrder) && !Object.hasOwn(patch, directive.slice(setOrder.length))) {
      const field = directive.slice(setOrder.length);
      const list = own(result, field);
      const key = patchMergeKey(joined(path, field));
      if (Array.isArray(list) && key !== undefined) result[field] = inOrder(list, list, value, key);
    }
  }
  return result;
}

function mergeList(original: readonly unknown[], patch: readonly unknown[], key: string, path: string, order: unknown): readonly unknown[] {
  const items = patch.map((item) => requireKey(item, key));
  if (items.some((item) => item.$patch === 'replace')) return items.filter((item) => item.$patch === undefined).map(withoutDirectives);
  const deleted = items.filter((item) => item.$patch === 'delete').map((item) => item[key]);
  const wanted = items.filter((item) => item.$patch === undefined);
  const kept = original.filter((item) => isJsonObject(item) && !deleted.includes(item[key])) as readonly JsonObject[];
  const merged = kept.map((item) => mergeItem(item, wanted, key, path));
  const added = wanted.filter((item) => !kept.some((old) => old[key] === item[key])).map((item) => strategicMergePatch({}, item, path));
  return inOrder([...merged, ...added], original, Array.isArray(order) ? order : wanted, key);
}

function mergeItem(item: JsonObject, wanted: readonly JsonObject[], key: string, path: string): JsonObject {
  return wanted.filter((candidate) => candidate[key] === item[key]).reduce((current, patch) => strategicMergePatch(current, patch, path), item);
}

function requireKey(item: unknown, key: string): JsonObject {
  if (!isJsonObject(item)) throw plainError(`unable to merge ${goMapText(item)} into a list of objects`);
  if (item.$patch !== 'replace' && item[key] === undefined) throw plainError(`map: ${goMapText(item)} does not contain declared merge key: ${key}`);
  return item;
}

/** Items named by `order` in that order; the others slip in where they stood before (mergeSortedSlice). */
function inOrder(items: readonly unknown[], server: readonly unknown[], order: readonly unknown[], key: string): readonly unknown[] {
  const keyOf = (item: unknown) => (key === '' ? item : (item as JsonObject)[key]);
  const places = order.map(keyOf);
  const serverPlaces = server.map(keyOf);
  const ordered = items.filter((item) => places.includes(keyOf(item))).sort((a, b) => places.indexOf(keyOf(a)) - places.indexOf(keyOf(b)));
  const others = items.filter((item) => !places.includes(keyOf(item)));
  const result: unknown[] = [];
  for (const item of ordered) {
    const place = serverPlaces.indexOf(keyOf(item));
    while (others.length > 0 && place >= 0 && serverPlaces.indexOf(keyOf(others[0])) < place) result.push(others.shift());
    result.push(item);
  }
  return [...result, ...others];
}
