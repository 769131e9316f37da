import type {
  ImageStream,
  ImageStreamSpec,
  ImageStreamStatus,
  NamedTagEventList,
  TagEvent,
  TagEventCondition,
  TagImportPolicy,
  TagReference,
} from '../../../../api/image.ts';
import type { KubeObject, ObjectReference } from '../../../../api/meta.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An image stream as the server holds it: tags as a map by name, defaults filled in, fields it does not know dropped. (image/v1 conversion.go, defaults.go) */
export function decodeImageStream(object: KubeObject): ImageStream {
  const { apiVersion, metadata } = object;
  return { apiVersion, kind: 'ImageStream', metadata, spec: decodeSpec(fieldsOf(object.spec)), status: decodeStatus(fieldsOf(object.status)) };
}

/** A spec tag with the defaults of the scheme. What is missing of `importMode` is the cluster's own, and filled in later. */
export function decodeTagReference(input: unknown): TagReference {
  const fields = fieldsOf(input);
  const from = fields.from === undefined || fields.from === null ? undefined : decodeObjectReference(fields.from);
  return {
    name: textOf(fields.name),
    annotations: mapOf(fields.annotations),
    ...(from && { from }),
    ...(fields.reference === true && { reference: true }),
    generation: typeof fields.generation === 'number' ? fields.generation : null,
    importPolicy: decodeImportPolicy(fields.importPolicy),
    referencePolicy: { type: (textOf(fieldsOf(fields.referencePolicy).type) || 'Source') as TagReference['referencePolicy']['type'] },
  };
}

/** An import policy without what is false or empty. */
export function decodeImportPolicy(input: unknown): TagImportPolicy {
  const { insecure, scheduled, importMode } = fieldsOf(input);
  return {
    ...(insecure === true && { insecure }),
    ...(scheduled === true && { scheduled }),
    ...(textOf(importMode) !== '' && { importMode: importMode as NonNullable<TagImportPolicy['importMode']> }),
  };
}

/** A reference without its empty parts. */
export function decodeObjectReference(input: unknown): ObjectReference {
  const fields = fieldsOf(input);
  const parts = ['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'] as const;
  return Object.fromEntries(parts.filter((part) => textOf(fields[part]) !== '').map((part) => [part, fields[part]]));
}

/** Each tag with the cluster's own import mode where it names none. (SetDefaults_TagImportPolicy) */
export function withDefaultImportMode(stream: ImageStream, importMode: NonNullable<TagImportPolicy['importMode']>): ImageStream {
  const tags = stream.spec.tags?.map((tag) => ({ ...tag, importPolicy: defaultedImportPolicy(tag.importPolicy, importMode) }));
  return tags ? { ...stream, spec: { ...stream.spec, tags } } : stream;
}

export const defaultedImportPolicy = (policy: TagImportPolicy | undefined, importMode: NonNullable<TagImportPolicy['importMode']>): TagImportPolicy => ({
  ...policy,
  importMode: policy?.importMode ?? importMode,
});

function decodeSpec(spec: Fields): ImageStreamSpec {
  const tags = byName(listOf(spec.tags).map(decodeTagReference), ({ name }) => name);
  const repository = textOf(spec.dockerImageRepository);
  return {
    lookupPolicy: { local: fieldsOf(spec.lookupPolicy).local === true },
    ...(repository !== '' && { dockerImageRepository: repository }),
    ...(tags.length > 0 && { tags }),
  };
}

function decodeStatus(status: Fields): ImageStreamStatus {
  const tags = byName(listOf(status.tags).map(decodeTagEvents), ({ tag }) => tag);
  const publicRepository = textOf(status.publicDockerImageRepository);
  return {
    dockerImageRepository: textOf(status.dockerImageRepository),
    ...(publicRepository !== '' && { publicDockerImageRepository: publicRepository }),
    ...(tags.length > 0 && { tags }),
  };
}

function decodeTagEvents(input: unknown): NamedTagEventList {
  const fields = fieldsOf(input);
  const items = listOf(fields.items).map(decodeTagEvent);
  const conditions = listOf(fields.conditions).map((condition) => condition as TagEventCondition);
  return { tag: textOf(fields.tag), items: items.length > 0 ? items : null, ...(conditions.length > 0 && { conditions }) };
}

function decodeTagEvent(input: unknown): TagEvent {
  const { created, dockerImageReference, image, generation } = fieldsOf(input);
  return {
    created: textOf(created) || null,
    dockerImageReference: textOf(dockerImageReference),
    image: textOf(image),
    generation: typeof generation === 'number' ? generation : 0,
  };
}

/** Sorted by name; of two with the same name the later one counts, as in a map. */
function byName<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  const named = new Map(items.map((item) => [nameOf(item), item]));
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

export const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function mapOf(value: unknown): Readonly<Record<string, string>> | null {
  const entries = Object.entries(fieldsOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
