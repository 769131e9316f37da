import type { ConfigMap, Secret } from '../../api/core.ts';
import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import type { EnvVar } from '../../api/pod.ts';
import { decodeBase64 } from '../../imageutil/base64.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';

/** A variable for each key of a secret or config map (`--from=secret/x`). */
export async function environmentFrom(oc: OcContext, from: string): Promise<readonly EnvVar[]> {
  if (from === '') return [];
  const { infos, errors } = await findObjects(oc, { args: [from] });
  throwErrors(errors);
  return infos.flatMap(({ object, name }) => {
    if (object.kind !== 'Secret' && object.kind !== 'ConfigMap') throw new OcError(`unsupported resource specified in --from: *v1.${object.kind}`);
    const field = object.kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
    const keys = Object.keys((object as Secret | ConfigMap).data ?? {}).sort();
    return keys.map((key) => ({ name: key.replace(/[^a-zA-Z0-9_]/g, '_').toUpperCase(), valueFrom: { [field]: { name, key } } }));
  });
}

interface KeyReference {
  readonly name?: string;
  readonly key?: string;
}

/** Where a value comes from, in words (kubectl pkg/cmd/set/env GetEnvVarRefString). */
export function referenceText(valueFrom: NonNullable<EnvVar['valueFrom']>): string {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = valueFrom as Readonly<Record<string, KeyReference & Readonly<Record<string, string>>>>;
  if (configMapKeyRef) return `configmap ${configMapKeyRef.name}, key ${configMapKeyRef.key}`;
  if (secretKeyRef) return `secret ${secretKeyRef.name}, key ${secretKeyRef.key}`;
  if (fieldRef) return `field path ${fieldRef.fieldPath}`;
  if (resourceFieldRef) return `resource field ${resourceFieldRef.containerName ? `${resourceFieldRef.containerName}/` : ''}${resourceFieldRef.resource}`;
  return 'invalid valueFrom';
}

/** The value itself; throws why it cannot be read (library-go pkg/build/envresolve GetEnvVarRefValue). */
export function resolvedValue({ client, namespace }: OcContext, object: KubeObject, valueFrom: NonNullable<EnvVar['valueFrom']>): string {
  const { configMapKeyRef, secretKeyRef, fieldRef } = valueFrom as Readonly<Record<string, KeyReference & { readonly fieldPath?: string }>>;
  const read = (resource: string, kind: string, { name = '', key = '' }: KeyReference) => {
    const value = own(client.get<Secret>({ group: '', version: 'v1', resource }, namespace, name).data, key);
    if (value === undefined) throw new OcError(`key ${key} not found in ${kind} ${name}`);
    return value;
  };
  if (secretKeyRef) return decodeBase64(read('secrets', 'secret', secretKeyRef));
  if (configMapKeyRef) return read('configmaps', 'config map', configMapKeyRef);
  if (fieldRef) return fieldValue(object, fieldRef.fieldPath ?? '');
  throw new OcError('invalid valueFrom');
}

// kubernetes pkg/fieldpath ExtractFieldPathAsString
function fieldValue({ metadata }: KubeObject, path: string): string {
  const map = (values: Readonly<Record<string, string>> = {}) =>
    Object.keys(values)
      .sort()
      .map((key) => `${key}=${goQuote(values[key] ?? '')}`)
      .join('\n');
  const [, field = '', key = ''] = /^metadata\.(annotations|labels)\['(.*)'\]$/.exec(path) ?? [];
  if (field !== '') return own(field === 'labels' ? metadata.labels : metadata.annotations, key) ?? '';
  if (path === 'metadata.annotations') return map(metadata.annotations ?? undefined);
  if (path === 'metadata.labels') return map(metadata.labels ?? undefined);
  if (path === 'metadata.name') return metadata.name;
  if (path === 'metadata.namespace') return metadata.namespace ?? '';
  if (path === 'metadata.uid') return metadata.uid ?? '';
  throw new OcError(`unsupported fieldPath: ${path}`);
}
