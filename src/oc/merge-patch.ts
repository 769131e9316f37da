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
    } else if (!isEqual(old, next)) patch[field] = next;
  }
  return patch;
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Are two JSON values the same, whatever the order of their fields? */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isFields(a) || !isFields(b)) return a === b;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => isEqual(a[field], b[field]));
}
