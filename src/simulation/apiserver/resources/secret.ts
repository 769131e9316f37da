import type { Secret } from '../../../api/core.ts';
import { deepEqual } from '../../../api/deep-equal.ts';
import { goJsonError } from '../../../api/go-json-error.ts';
import { own } from '../../../api/own.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { decodeBase64, encodeBase64, isBase64 } from '../../../imageutil/base64.ts';
import { forbiddenField, invalidValue, requiredValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

/** Secrets, with what each type must hold (kubernetes pkg/registry/core/secret, pkg/apis/core/validation ValidateSecret). */
export const secretStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Secret>(info, strategy, {
    table: {
      columns: [nameColumn, column('Type'), column('Data'), ageColumn],
      cells: (object, now) => {
        const { type, data, metadata } = object as Secret;
        return [metadata.name, type ?? '', Object.keys(data ?? {}).length, ageOf(metadata.creationTimestamp, now)];
      },
    },
  });

const strategy: Strategy<Secret> = {
  setDefaults: (secret) => ({ ...foldStringData(secret), type: secret.type || 'Opaque' }),
  validate: validateSecret,
  validateUpdate: (next, old) => [...updateErrors(next, old), ...validateSecret(next)],
  selectableFields: ({ type }) => ({ type: type ?? '' }),
};

function foldStringData(secret: Secret): Secret {
  const { stringData, ...rest } = secret;
  if (!stringData) return secret;
  const encoded = Object.fromEntries(Object.entries(stringData).map(([key, value]) => [key, encodeBase64(String(value))]));
  return { ...rest, data: { ...secret.data, ...encoded } } as Secret;
}

function validateSecret({ type, data = {}, metadata }: Secret): readonly FieldError[] {
  return [
    ...Object.entries(data ?? {}).flatMap(([key, value]) => keyErrors(key, value)),
    ...(own(typeRules, type ?? '')?.(data ?? {}, metadata.annotations ?? {}) ?? []),
  ];
}

function keyErrors(key: string, value: string): readonly FieldError[] {
  const pattern = '[-._a-zA-Z0-9]+';
  const wrong = new RegExp(`^${pattern}$`).test(key)
    ? []
    : [
        invalidValue(
          `data[${key}]`,
          key,
          `a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '${pattern}')`,
        ),
      ];
  return isBase64(value) ? wrong : [...wrong, invalidValue(`data[${key}]`, '<secret contents redacted>', 'illegal base64 data')];
}

type TypeRule = (data: Readonly<Record<string, string>>, annotations: Readonly<Record<string, string>>) => readonly FieldError[];

const requires =
  (...keys: readonly string[]): TypeRule =>
  (data) =>
    keys.filter((key) => data[key] === undefined).map((key) => requiredValue(`data[${key}]`));

const requiresJson =
  (key: string): TypeRule =>
  (data) => {
    const value = data[key];
    if (value === undefined) return [requiredValue(`data[${key}]`)];
    const problem = goJsonError(decodeBase64(value));
    return problem === undefined ? [] : [invalidValue(`data[${key}]`, '<secret contents redacted>', problem)];
  };

const typeRules: Readonly<Record<string, TypeRule>> = {
  'kubernetes.io/service-account-token': (_data, annotations) =>
    annotations['kubernetes.io/service-account.name'] ? [] : [requiredValue('metadata.annotations[kubernetes.io/service-account.name]')],
  'kubernetes.io/dockercfg': requiresJson('.dockercfg'),
  'kubernetes.io/dockerconfigjson': requiresJson('.dockerconfigjson'),
  'kubernetes.io/basic-auth': (data) =>
    data.username === undefined && data.password === undefined ? [requiredValue('data[username]'), requiredValue('data[password]')] : [],
  'kubernetes.io/ssh-auth': requires('ssh-privatekey'),
  'kubernetes.io/tls': requires('tls.crt', 'tls.key'),
};

function updateErrors(next: Secret, old: Secret): readonly FieldError[] {
  return [
    ...(next.type === old.type ? [] : [invalidValue('type', next.type, 'field is immutable')]),
    ...(old.immutable && !next.immutable ? [forbiddenField('immutable', 'field is immutable when `immutable` is set')] : []),
    ...(old.immutable && !deepEqual(next.data, old.data) ? [forbiddenField('data', 'field is immutable when `immutable` is set')] : []),
  ];
}
