import type { ConfigMap, Secret } from '../../api/core.ts';
import type { EnvVar } from '../../api/pod.ts';
import { decodeBase64 } from '../../imageutil/base64.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
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
  if (resourceFieldRef) return `${resourceFieldRef.containerName ? `${resourceFieldRef.containerName}/` : ''}${resourceFieldRef.resource}`;
  return 'invalid valueFrom';
}

/** The value itself, where it can be read. */
export function resolvedValue({ client, namespace }: OcContext, valueFrom: NonNullable<EnvVar['valueFrom']>): string | undefined {
  const { configMapKeyRef, secretKeyRef } = valueFrom as Readonly<Record<string, KeyReference>>;
  const read = (resource: string, { name = '', key = '' }: KeyReference) =>
    client.find<Secret>({ group: '', version: 'v1', resource }, namespace, name)?.data?.[key];
  if (configMapKeyRef) return read('configmaps', configMapKeyRef);
  const secret = secretKeyRef && read('secrets', secretKeyRef);
  return secret === undefined ? undefined : decodeBase64(secret);
}
