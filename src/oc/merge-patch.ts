import { deepEqual } from '../api/deep-equal.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What changes `before` into `after`, lists as a whole; an empty object where nothing does (RFC 7386). */
export function createMergePatch(before: Fields, after: Fields): Fields {
  const patch: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, next] = [before[field], after[field]];
    if (next === undefined || next === null) {
      if (old !== undefined && old !== null) patch[field] = null;
    } else if (isFields(old) && isFields(next)) {
      const inner = createMergePatch(old, next);
      if (Object.keys(inner).length > 0) patch[field] = inner;
    } else if (!deepEqual(old, next)) patch[field] = next;
  }
  return patch;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
