import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The object with its fields in the order of Go's structs, as `-o json` prints what a command made with typed clients. Other kinds stay sorted. */
export function inGoOrder(object: KubeObject): KubeObject | undefined {
  const kind = own(kinds, object.kind);
  return kind && (ordered(object, ['kind', 'apiVersion', 'metadata', ...kind]) as KubeObject);
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  ConfigMap: ['immutable', 'data', 'binaryData'],
  ImageStream: ['spec', 'status'],
  ImageStreamTag: ['tag', 'generation', 'lookupPolicy', 'conditions', 'image'],
  Secret: ['immutable', 'data', 'stringData', 'type'],
  ServiceAccount: ['secrets', 'imagePullSecrets', 'automountServiceAccountToken'],
};

const reference = ['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'];
const tagReference = ['name', 'annotations', 'from', 'reference', 'generation', 'importPolicy', 'referencePolicy'];

/** Fields of what stands in a field of this name. */
const structs: Readonly<Record<string, readonly string[]>> = {
  metadata: [
    'name',
    'generateName',
    'namespace',
    'uid',
    'resourceVersion',
    'generation',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'labels',
    'annotations',
    'ownerReferences',
    'finalizers',
  ],
  ownerReferences: ['apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion'],
  spec: ['lookupPolicy', 'dockerImageRepository', 'tags'],
  status: ['dockerImageRepository', 'publicDockerImageRepository', 'tags'],
  tags: [...tagReference, 'tag', 'items', 'conditions'],
  tag: tagReference,
  items: ['created', 'dockerImageReference', 'image', 'generation'],
  conditions: ['type', 'status', 'lastTransitionTime', 'reason', 'message', 'generation'],
  importPolicy: ['insecure', 'scheduled', 'importMode'],
  from: reference,
  secrets: reference,
  image: ['metadata', 'dockerImageReference', 'dockerImageMetadata', 'dockerImageMetadataVersion', 'dockerImageManifest', 'dockerImageLayers'],
};

function ordered(value: unknown, fields: readonly string[] | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, fields));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Fields;
  const first = (fields ?? []).filter((field) => Object.hasOwn(record, field));
  const rest = Object.keys(record)
    .filter((field) => !first.includes(field))
    .sort();
  return Object.fromEntries([...first, ...rest].map((field) => [field, ordered(record[field], own(structs, field))]));
}
