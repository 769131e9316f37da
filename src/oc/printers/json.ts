/** Any JSON value as `-o json` prints it: four blanks, keys sorted by their bytes, `<`, `>` and `&` escaped as Go does. */
export const printJson = (value: unknown): string => `${indented(value, '', sortedEntries)}\n`;

/** The same with the fields in the order that they stand in. */
export const printJsonAsItStands = (value: unknown): string => `${indented(value, '', entries)}\n`;

/** The same on one line, as json.Marshal gives a map. */
export function compactJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(compactJson).join(',')}]`;
  if (!isObject(value)) return scalar(value);
  return `{${sortedEntries(value)
    .map(([key, child]) => `${scalar(key)}:${compactJson(child)}`)
    .join(',')}}`;
}

function indented(value: unknown, pad: string, fieldsOf: typeof entries): string {
  const inner = `${pad}    `;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[\n${value.map((child) => inner + indented(child, inner, fieldsOf)).join(',\n')}\n${pad}]`;
  if (!isObject(value)) return scalar(value);
  const children = fieldsOf(value).map(([key, child]) => `${inner}${scalar(key)}: ${indented(child, inner, fieldsOf)}`);
  return children.length === 0 ? '{}' : `{\n${children.join(',\n')}\n${pad}}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const entries = (value: Readonly<Record<string, unknown>>) => Object.entries(value).filter(([, child]) => child !== undefined);

const sortedEntries = (value: Readonly<Record<string, unknown>>) => entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

const scalar = (value: unknown) => goEscape(JSON.stringify(value) ?? 'null');

/** encoding/json's escapes for HTML. */
export const goEscape = (text: string): string => text.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
