import type { KubeObject } from './meta.ts';
import { own } from './own.ts';
import { type FieldError, invalid } from './status.ts';
import type { Template, TemplateParameter } from './template.ts';
import { generatedValue } from './template-values.ts';

/** Fills in a template, on the server or with `--local`; `random` gives unsigned 32-bit numbers (openshift/library-go pkg/template/templateprocessing Process). */
export function processTemplate(template: Template, random: () => number): Template {
  const errors: FieldError[] = [];
  const parameters = (template.parameters ?? []).map((parameter, index) => withValue(parameter, index, random, errors));
  if (errors.length > 0) throw invalid({ group: 'template.openshift.io', kind: 'Template' }, template.metadata.name, errors);
  const values = new Map(parameters.map(({ name, value = '' }) => [name, value]));
  const text = (given: string) => String(substituted(given, values));
  const labels = template.labels && Object.fromEntries(Object.entries(template.labels).map(([key, value]) => [text(key), text(value)]));
  return {
    ...template,
    ...(template.message !== undefined && { message: text(template.message) }),
    ...(labels && { labels }),
    parameters,
    objects: (template.objects ?? []).map((object) => filledObject(object, values, labels)),
  };
}

function withValue(parameter: TemplateParameter, index: number, random: () => number, errors: FieldError[]): TemplateParameter {
  if (parameter.value) return parameter;
  const field = `template.parameters[${index}]`;
  const refuse = (value: string, text: string) =>
    errors.push({ field, reason: 'FieldValueInvalid', message: `Invalid value: ${JSON.stringify(value)}: ${text}` });
  const { name, generate, from = '', required } = parameter;
  if (generate && generate !== 'expression') {
    refuse(generate, `Unknown generator name '${generate}' for parameter ${name}`);
    return parameter;
  }
  const made = generate ? generatedValue(from, random) : { value: '' };
  if (made.error !== undefined) refuse(name, made.error);
  else if (made.value === '' && required) {
    errors.push({
      field,
      reason: 'FieldValueRequired',
      message: `Required value: template.parameters[${index}]: parameter ${name} is required and must be specified`,
    });
  }
  return made.value === undefined || made.value === '' ? parameter : { ...parameter, value: made.value };
}

type Values = ReadonlyMap<string, string>;

/** `${NAME}` within a text is replaced; a text that is just `${{NAME}}` becomes the value itself, be it a number or true. */
function substituted(text: string, values: Values): unknown {
  const whole = values.get(/^\$\{\{(\w+)\}\}$/.exec(text)?.[1] ?? '');
  if (whole !== undefined) return parsed(whole);
  return text.replace(/\$\{(\w+)\}/g, (expression, name: string) => values.get(name) ?? expression);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function filledObject(object: KubeObject, values: Values, labels: Readonly<Record<string, string>> | undefined): KubeObject {
  const filled = groupified(filledIn(withoutNamespace(object), values) as KubeObject);
  return labels ? { ...filled, metadata: { ...filled.metadata, labels: { ...filled.metadata?.labels, ...labels } } } : filled;
}

function filledIn(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return substituted(value, values);
  if (Array.isArray(value)) return value.map((each) => filledIn(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [String(substituted(key, values)), filledIn(each, values)]));
}

/** Objects go to the project where they are made, unless a parameter says another. */
function withoutNamespace(object: KubeObject): KubeObject {
  const { namespace, ...metadata } = object.metadata ?? { name: '' };
  return namespace === undefined || /\$\{\w+\}/.test(namespace) ? object : { ...object, metadata };
}

/** Kinds of OpenShift that older templates write as `v1` (library-go pkg/legacyapi/legacygroupification). */
const formerKinds: Readonly<Record<string, string>> = {
  BuildConfig: 'build.openshift.io',
  DeploymentConfig: 'apps.openshift.io',
  ImageStream: 'image.openshift.io',
  ImageStreamTag: 'image.openshift.io',
  Role: 'authorization.openshift.io',
  RoleBinding: 'authorization.openshift.io',
  Route: 'route.openshift.io',
  Template: 'template.openshift.io',
};

function groupified(object: KubeObject): KubeObject {
  const group = object.apiVersion.includes('/') ? undefined : own(formerKinds, object.kind);
  return group === undefined ? object : { ...object, apiVersion: `${group}/${object.apiVersion}` };
}
