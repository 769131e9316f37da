import { deepEqual } from '../api/deep-equal.ts';
import { own, setOwn } from '../api/own.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What changes `before` into `after`, lists as a whole; an empty object where nothing does (RFC 7386). */
export function createMergePatch(before: Fields, after: Fields): Fields {
  const patch: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, next] = [own(before, field), own(after, field)];
    if (next === undefined || next === null) {
      if (old !== undefined && old !== null) setOwn(patch, field, null);
    } else if (isFields(old) && isFields(next)) {
      const inner = createMergePatch(old, next);
      if (Object.keys(inner).length > 0) setOwn(patch, field, inner);
    } else if (!deepEqual(old, next)) setOwn(patch, field, next);
  }
  return patch;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
