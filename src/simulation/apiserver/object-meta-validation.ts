import type { ObjectMeta } from '../../api/meta.ts';
import type { FieldError } from '../../api/status.ts';
import { isDns1123Subdomain, isQualifiedName, isValidLabelValue } from './name-validation.ts';

/** `field: Invalid value: "x": text`, in the form of a field error. */
export const invalidValue = (field: string, value: unknown, text: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${shown(value)}: ${text}`,
});

export const requiredValue = (field: string, text = ''): FieldError => ({
  field,
  reason: 'FieldValueRequired',
  message: text === '' ? 'Required value' : `Required value: ${text}`,
});

export const notSupportedValue = (field: string, value: unknown, supported: readonly string[]): FieldError => ({
  field,
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${shown(value)}: supported values: ${supported.map((entry) => JSON.stringify(entry)).join(', ')}`,
});

export const forbiddenField = (field: string, text: string): FieldError => ({ field, reason: 'FieldValueForbidden', message: `Forbidden: ${text}` });

export const duplicateValue = (field: string, value: unknown): FieldError => ({
  field,
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${shown(value)}`,
});

export const notFoundValue = (field: string, value: unknown): FieldError => ({ field, reason: 'FieldValueNotFound', message: `Not found: ${shown(value)}` });

const shown = (value: unknown) => (value === undefined || value === null ? 'null' : JSON.stringify(value));

/** What is wrong with metadata (apimachinery pkg/api/validation ValidateObjectMeta). */
export function validateObjectMeta(
  meta: ObjectMeta,
  namespaced: boolean,
  validateName: (name: string) => readonly string[] = isDns1123Subdomain,
): readonly FieldError[] {
  return [
    ...nameErrors(meta, validateName),
    ...namespaceErrors(meta, namespaced),
    ...labelErrors(meta.labels, 'metadata.labels'),
    ...annotationErrors(meta.annotations),
  ];
}

function nameErrors({ name, generateName }: ObjectMeta, validateName: (name: string) => readonly string[]): readonly FieldError[] {
  if (!name) return [requiredValue('metadata.name', 'name or generateName is required')];
  const prefix = generateName?.replace(/-$/, '');
  return [
    ...(prefix ? validateName(prefix).map((text) => invalidValue('metadata.generateName', generateName, text)) : []),
    ...validateName(name).map((text) => invalidValue('metadata.name', name, text)),
  ];
}

function namespaceErrors({ namespace }: ObjectMeta, namespaced: boolean): readonly FieldError[] {
  if (namespaced) return namespace ? [] : [requiredValue('metadata.namespace')];
  return namespace ? [forbiddenField('metadata.namespace', 'not allowed on this type')] : [];
}

/** What is wrong with labels (ValidateLabels). */
export function labelErrors(labels: Readonly<Record<string, string>> | undefined, field: string): readonly FieldError[] {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...isQualifiedName(key).map((text) => invalidValue(field, key, text)),
    ...isValidLabelValue(value).map((text) => invalidValue(field, value, text)),
  ]);
}

function annotationErrors(annotations: Readonly<Record<string, string>> | undefined): readonly FieldError[] {
  return Object.keys(annotations ?? {}).flatMap((key) => isQualifiedName(key.toLowerCase()).map((text) => invalidValue('metadata.annotations', key, text)));
}

/** What an update may not do to metadata (ValidateObjectMetaUpdate). */
export function validateObjectMetaUpdate(next: ObjectMeta, old: ObjectMeta): readonly FieldError[] {
  const immutable = (field: keyof ObjectMeta) =>
    next[field] === old[field] ? [] : [invalidValue(`metadata.${field}`, next[field] ?? '', 'field is immutable')];
  return [...immutable('name'), ...immutable('namespace'), ...immutable('uid'), ...immutable('creationTimestamp')];
}
