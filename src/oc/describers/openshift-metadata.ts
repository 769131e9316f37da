import { spokenDuration } from '../../api/human-duration.ts';
import type { KubeObject, ObjectMeta } from '../../api/meta.ts';
import type { DescribedText } from './described-text.ts';
import { instantOf } from './go-time.ts';

const none = '<none>';

/** `Label:` and a value; a value of several lines goes on below itself. */
// oc pkg/helpers/describe formatString
export function writeField(text: DescribedText, label: string, value: string | number | undefined): void {
  const shown = value === undefined || value === '' ? none : String(value);
  text.write(
    0,
    `${label}:${shown
      .split('\n')
      .map((line) => `\t${line}\n`)
      .join('')}`,
  );
}

/** Name, namespace, age, labels and annotations, as OpenShift's descriptions begin (formatMeta). */
export function writeMeta(text: DescribedText, { metadata }: KubeObject, now: number): void {
  writeField(text, 'Name', metadata.name);
  if (metadata.namespace) writeField(text, 'Namespace', metadata.namespace);
  if (metadata.creationTimestamp) writeCreated(text, metadata.creationTimestamp, now);
  writePairs(text, 'Labels', metadata.labels);
  writeDescriptionAndAnnotations(text, metadata);
}

/** `Created: 2 minutes ago`. */
export function writeCreated(text: DescribedText, creationTimestamp: string, now: number): void {
  writeField(text, 'Created', `${ago(creationTimestamp, now)} ago`);
}

/** The annotation `description` on a line of its own, then the others (formatAnnotations). */
export function writeDescriptionAndAnnotations(text: DescribedText, { annotations = {} }: Pick<ObjectMeta, 'annotations'>): void {
  const { description, ...others } = annotations ?? {};
  if (description) writeField(text, 'Description', description);
  writePairs(text, 'Annotations', others);
}

/** One `key=value` a line (formatMapStringString). */
export function writePairs(text: DescribedText, label: string, pairs: Readonly<Record<string, string>> = {}): void {
  const [first, ...rest] = Object.keys(pairs ?? {}).sort();
  if (first === undefined) {
    writeField(text, label, none);
    return;
  }
  writeField(text, label, `${first}=${pairs[first]}`);
  for (const key of rest) text.write(0, `\t${key}=${pairs[key]}\n`);
}

/** How long ago a time was, without the word `ago`. */
export const ago = (time: string | null | undefined, now: number): string => spokenDuration(now - instantOf(time));
