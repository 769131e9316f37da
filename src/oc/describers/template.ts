import type { Template, TemplateParameter } from '../../api/template.ts';
import { type DescribedText, openshiftText } from './described-text.ts';
import type { DescribeContext } from './describer.ts';
import { writeField, writeMeta } from './openshift-metadata.ts';

/** A template: its parameters, the labels it gives, its message and its objects (oc pkg/helpers/describe TemplateDescriber). */
export const describeTemplate = (template: Template, { now }: DescribeContext): string =>
  openshiftText((text) => {
    writeMeta(text, template, now);
    text.write(0, '\n');
    text.flush();
    writeField(text, 'Parameters', ' ');
    for (const parameter of template.parameters ?? []) writeParameter(text, parameter);
    text.write(0, '\n');
    writeField(text, 'Object Labels', labelsText(template.labels));
    text.write(0, '\n');
    writeField(text, 'Message', template.message);
    text.write(0, '\n');
    text.flush();
    writeField(text, 'Objects', ' ');
    for (const object of template.objects ?? []) text.write(0, `    ${groupKind(object)}\t${object.metadata?.name ?? ''}\n`);
  });

function writeParameter(
  text: DescribedText,
  { name, displayName, description, required = false, value = '', generate = '', from = '' }: TemplateParameter,
): void {
  const write = (label: string, shown: string) => writeField(text, `    ${label}`, shown);
  write('Name', name);
  if (displayName) write('Display Name', displayName);
  if (description) write('Description', description);
  write('Required', String(required));
  if (generate === '' || value !== '') write('Value', value);
  if (generate !== '') {
    write(value === '' ? 'Generated' : 'Generated (ignored)', generate);
    write('From', from);
  }
  text.write(0, '\n');
}

const labelsText = (labels: Readonly<Record<string, string>> = {}): string =>
  Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]}`)
    .join(',');

function groupKind({ apiVersion = '', kind = '' }: { readonly apiVersion?: string; readonly kind?: string }): string {
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  return group ? `${kind}.${group}` : kind;
}
