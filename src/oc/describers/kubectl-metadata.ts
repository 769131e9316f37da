import type { LabelSelector } from '../../api/apps.ts';
import { formatLabelSelector } from '../../api/label-selector.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { DescribedText } from './described-text.ts';

/** Two lines of kubectl's descriptions that nearly every kind has. */
export function writeNameAndNamespace(text: DescribedText, { metadata }: KubeObject): void {
  text.write(0, `Name:\t${metadata.name}\n`);
  text.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
}

/** `Labels:` and `Annotations:`. */
export function writeLabelsAndAnnotations(text: DescribedText, { metadata }: KubeObject): void {
  writeLabels(text, 'Labels', metadata.labels);
  writeAnnotations(text, 'Annotations', metadata.annotations);
}

/** One `key=value` a line. */
// k8s.io/kubectl pkg/describe printLabelsMultiline
export function writeLabels(text: DescribedText, title: string, labels: Readonly<Record<string, string>> = {}): void {
  const lines = sortedKeys(labels).map((key) => `${key}=${labels[key]}\n`);
  text.write(0, `${title}:\t${lines.length === 0 ? '<none>\n' : lines.join('\t')}`);
}

const hidden = new Set(['kubectl.kubernetes.io/last-applied-configuration']);
const longestAnnotation = 140;

/** One annotation a line; long ones go below their key and are cut. */
// k8s.io/kubectl pkg/describe printAnnotationsMultiline
export function writeAnnotations(text: DescribedText, title: string, annotations: Readonly<Record<string, string>> = {}): void {
  const lines = sortedKeys(annotations)
    .filter((key) => !hidden.has(key))
    .map((key) => annotationLines(key, (annotations[key] ?? '').replace(/\n$/, '')));
  text.write(0, `${title}:\t${lines.length === 0 ? '<none>\n' : lines.join('\t')}`);
}

function annotationLines(key: string, value: string): string {
  if (value.length + key.length + 2 <= longestAnnotation && !value.includes('\n')) return `${key}: ${value}\n`;
  const rest = value.split('\n').map((line) => `\t  ${shorten(line, longestAnnotation - 2)}\n`);
  return `${key}:\n${rest.join('')}`;
}

const shorten = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}...` : text);

/** `Deployment/web`, the controlling owner; empty where there is none. */
export function controllerOf({ metadata }: KubeObject): string {
  const owner = metadata.ownerReferences?.find((reference) => reference.controller);
  return owner ? `${owner.kind}/${owner.name}` : '';
}

/** `a=b,c=d`, or `<none>` (k8s.io/apimachinery labels.FormatLabels). */
export function formatLabels(labels: Readonly<Record<string, string>> = {}): string {
  const text = labelText(labels);
  return text === '' ? '<none>' : text;
}

/** `a=b,c=d`, or nothing (labels.Set String). */
export const labelText = (labels: Readonly<Record<string, string>> = {}): string =>
  sortedKeys(labels)
    .map((key) => `${key}=${labels[key]}`)
    .join(',');

/** A selector as `-l` takes it; nothing for one that selects everything (metav1.LabelSelectorAsSelector). */
export function selectorText(selector: LabelSelector | undefined): string {
  const text = formatLabelSelector(selector);
  return text === '<none>' ? '' : text;
}

/** Keys in the order Go sorts strings. */
export const sortedKeys = (record: Readonly<Record<string, unknown>>): string[] => Object.keys(record).sort();
