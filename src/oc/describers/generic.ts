import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { sortedKeys, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

/** Any object whose kind has no describer of its own: its fields as they stand (k8s.io/kubectl pkg/describe genericDescriber). */
export const describeGenerically: Describer = (object, context) =>
  kubectlText((text) => {
    writeNameAndNamespace(text, object);
    writeLabelsAndAnnotations(text, object);
    writeFields(text, 0, object, '');
    writeEventsOf(text, object, context);
  });

const skipped = new Set(['.metadata.managedFields', '.metadata.name', '.metadata.namespace', '.metadata.labels', '.metadata.annotations']);

type Fields = Readonly<Record<string, unknown>>;

// k8s.io/kubectl pkg/describe printUnstructuredContent
function writeFields(text: DescribedText, level: number, fields: Fields, path: string): void {
  for (const field of sortedKeys(fields)) {
    const value = fields[field];
    const here = `${path}.${field}`;
    if (value === undefined || skipped.has(here)) continue;
    if (Array.isArray(value)) {
      text.write(level, `${labelFor(field)}:\n`);
      for (const item of value) {
        if (isFields(item)) writeFields(text, level + 1, item, here);
        else text.write(level + 1, `${item}\n`);
      }
    } else if (isFields(value)) {
      text.write(level, `${labelFor(field)}:\n`);
      writeFields(text, level + 1, value, here);
    } else {
      text.write(level, `${labelFor(field)}:\t${value === null ? '<nil>' : value}\n`);
    }
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const acronyms = new Set(['API', 'URL', 'UID', 'OSB', 'GUID']);

// k8s.io/kubectl pkg/describe smartLabelFor
function labelFor(field: string): string {
  if (!/^[\p{L}-]*$/u.test(field)) return field;
  const words = field.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|-/gu) ?? [field];
  return words.map((word) => (acronyms.has(word.toUpperCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
}
