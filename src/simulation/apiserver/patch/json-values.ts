export type JsonObject = Readonly<Record<string, unknown>>;

/** Is this a JSON object (neither an array nor null)? */
export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Go calls a JSON value when it cannot put it where it should go. */
export function goJsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return value === null ? 'null' : typeof value;
}

/** A JSON value as Go's fmt prints the map it becomes: `map[a:1 b:<nil> c:[x y]]`. */
export function goMapText(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goMapText).join(' ')}]`;
  if (!isJsonObject(value)) return String(value);
  const fields = Object.keys(value).sort();
  return `map[${fields.map((field) => `${field}:${goMapText(value[field])}`).join(' ')}]`;
}
