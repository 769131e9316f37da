import { compareYamlKeys } from './yaml-keys.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** Any JSON value as sigs.k8s.io/yaml prints it: sorted keys, sequences not indented, long lines folded at 80. */
export function printYaml(value: unknown): string {
  if (isEmptyOrScalar(value)) return `${inline(value, 0, 0)}\n`;
  return block(value, 0);
}

function block(value: unknown, indent: number): string {
  return Array.isArray(value) ? sequence(value, indent) : mapping(value as Readonly<Record<string, unknown>>, indent);
}

function mapping(value: Readonly<Record<string, unknown>>, indent: number): string {
  const pad = ' '.repeat(indent);
  return entries(value)
    .map(([key, child]) => {
      const start = `${pad}${yamlScalar(key, indent, 0, true)}:`;
      if (isEmptyOrScalar(child)) return `${start} ${inline(child, indent + 2, start.length + 1)}\n`;
      return `${start}\n${block(child, Array.isArray(child) ? indent : indent + 2)}`;
    })
    .join('');
}

function sequence(values: readonly unknown[], indent: number): string {
  const pad = ' '.repeat(indent);
  return values
    .map((value) => {
      if (isEmptyOrScalar(value)) return `${pad}- ${inline(value, indent + 2, indent + 2)}\n`;
      return `${pad}- ${block(value, indent + 2).slice(indent + 2)}`;
    })
    .join('');
}

/** `column` is where the value starts. */
function inline(value: unknown, indent: number, column: number): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return yamlScalar(value, indent, column, false);
  if (typeof value === 'object') return Array.isArray(value) ? '[]' : '{}';
  return typeof value === 'number' ? goNumber(value) : String(value);
}

const goNumber = (value: number) => (Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : String(value).replace(/e([+-])(\d)$/, 'e$10$2'));

const entries = (value: Readonly<Record<string, unknown>>) =>
  Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => compareYamlKeys(a, b));

function isEmptyOrScalar(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value) ? value.length === 0 : entries(value as Readonly<Record<string, unknown>>).length === 0;
}
