import type { ConfigMap } from '../../../api/core.ts';
import { deepEqual } from '../../../api/deep-equal.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { forbiddenField, invalidValue } from '../object-meta-validation.ts';
import type { RestStorage } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

/** Config maps (kubernetes pkg/registry/core/configmap). */
export const configMapStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<ConfigMap>(
    info,
    { validate: validateConfigMap, validateUpdate: (next, old) => [...immutabilityErrors(next, old), ...validateConfigMap(next)] },
    {
      table: {
        columns: [nameColumn, column('Data'), ageColumn],
        cells: (object, now) => {
          const { metadata, data, binaryData } = object as ConfigMap;
          return [metadata.name, Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length, ageOf(metadata.creationTimestamp, now)];
        },
      },
    },
  );

function validateConfigMap({ data, binaryData }: ConfigMap): readonly FieldError[] {
  return [...keyErrors(data, 'data'), ...keyErrors(binaryData, 'binaryData')];
}

function keyErrors(values: Readonly<Record<string, string>> | undefined, field: string): readonly FieldError[] {
  const text =
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
  return Object.keys(values ?? {}).flatMap((key) => (/^[-._a-zA-Z0-9]+$/.test(key) ? [] : [invalidValue(`${field}[${key}]`, key, text)]));
}

function immutabilityErrors(next: ConfigMap, old: ConfigMap): readonly FieldError[] {
  if (!old.immutable) return [];
  const fields = (['immutable', 'data', 'binaryData'] as const).filter((field) => !deepEqual(next[field], old[field]));
  return fields.map((field) => forbiddenField(field, 'field is immutable when `immutable` is set'));
}
