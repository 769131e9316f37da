import { deepEqual } from '../../../api/deep-equal.ts';
import { own } from '../../../api/own.ts';
import { StatusError } from '../../../api/status.ts';
import { isJsonObject } from './json-values.ts';

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/** RFC 6902, as evanphx/json-patch applies it. Throws StatusError where an operation does not fit the document. */
export function jsonPatch(document: unknown, operations: readonly unknown[]): unknown {
  return operations.reduce((current: unknown, operation) => apply(current, operation as Operation), document);
}

/** What the server answers when a JSON patch cannot be applied: code 422 and no details (apiserver endpoints/handlers/patch.go applyJSPatch). */
export function patchRejected(): StatusError {
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'the server rejected our request due to an error in our request',
    reason: 'Invalid',
    details: {},
    code: 422,
  });
}

function apply(document: unknown, { op, path, from, value }: Operation): unknown {
  const target = pointer(path);
  if (op === 'add') return put(document, target, value, true);
  if (op === 'replace') return put(document, target, value, false);
  if (op === 'remove') return remove(document, target);
  if (op === 'copy') return put(document, target, read(document, pointer(from)), true);
  if (op === 'move') return put(remove(document, pointer(from)), target, read(document, pointer(from)), true);
  if (op === 'test' && deepEqual(lookUp(document, target) ?? null, value ?? null)) return document;
  throw patchRejected();
}

function pointer(path: unknown): readonly string[] {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) throw patchRejected();
  if (path === '') return [];
  return path
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function lookUp(document: unknown, path: readonly string[]): unknown {
  return path.reduce((value: unknown, part) => (Array.isArray(value) ? value[Number(part)] : isJsonObject(value) ? own(value, part) : undefined), document);
}

function read(document: unknown, path: readonly string[]): unknown {
  const value = lookUp(document, path);
  if (value === undefined) throw patchRejected();
  return value;
}

function put(document: unknown, path: readonly string[], value: unknown, adds: boolean): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  if (Array.isArray(document)) return putInArray(document, part, rest, value, adds);
  if (!isJsonObject(document)) throw patchRejected();
  if ((rest.length > 0 || !adds) && own(document, part) === undefined) throw patchRejected();
  return { ...document, [part]: put(own(document, part), rest, value, adds) };
}

function putInArray(list: readonly unknown[], part: string, rest: readonly string[], value: unknown, adds: boolean): unknown {
  const index = part === '-' ? list.length : arrayIndex(part, list.length);
  if (rest.length > 0) return list.with(requireInside(index, list), put(list[index], rest, value, adds));
  if (!adds) return list.with(requireInside(index, list), value);
  if (index > list.length) throw patchRejected();
  return list.toSpliced(index, 0, value);
}

function remove(document: unknown, path: readonly string[]): unknown {
  const [part, ...rest] = path;
  if (part === undefined) throw patchRejected();
  if (Array.isArray(document)) {
    const index = requireInside(arrayIndex(part, document.length), document);
    return rest.length > 0 ? document.with(index, remove(document[index], rest)) : document.toSpliced(index, 1);
  }
  if (!isJsonObject(document) || own(document, part) === undefined) throw patchRejected();
  if (rest.length > 0) return { ...document, [part]: remove(document[part], rest) };
  const { [part]: _, ...others } = document;
  return others;
}

/** A place in an array; a negative one counts from the end. */
function arrayIndex(part: string, length: number): number {
  if (!/^-?\d+$/.test(part)) throw patchRejected();
  const index = Number(part);
  return index < 0 ? length + index : index;
}

function requireInside(index: number, list: readonly unknown[]): number {
  if (index < 0 || index >= list.length) throw patchRejected();
  return index;
}
