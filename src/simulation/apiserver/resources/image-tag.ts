import { deepEqual } from '../../../api/deep-equal.ts';
import { type ImageStream, type ImageTag, imageApiVersion, imageGroup, type TagReference } from '../../../api/image.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { alreadyExists, conflict, type FieldError, invalid, notFound } from '../../../api/status.ts';
import { joinImageStreamTag, splitImageStreamTag } from '../../../imageutil/image-stream-tag-name.ts';
import { latestTaggedImage, statusTag } from '../../../imageutil/tag-events.ts';
import { resolveReferenceForTagEvent, specTag, withSpecTag } from '../../../imageutil/tag-references.ts';
import { isValidPathSegmentName } from '../name-validation.ts';
import { invalidValue, requiredValue, validateObjectMeta } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';
import { selectObjects } from '../standard-storage.ts';
import { imageTagTable } from '../tables/image-tag.ts';
import { embedImage } from './image/image.ts';
import { decodeTagReference, defaultedImportPolicy } from './image-stream/decode.ts';
import { createImageStream, emptyImageStream, findImageStream, getImageStream, updateImageStream } from './image-stream/image-stream.ts';
import { validateTagReference } from './image-stream/validation.ts';
import { findImageForTag, notStreamAndTag, requireTagName } from './image-stream-tag/image-stream-tag.ts';
import { deleteTag } from './image-stream-tag/rest.ts';

const imageTags = { group: imageGroup, resource: 'imagetags' } as const;
const kind = { group: imageGroup, kind: 'ImageTag' } as const;

/** Spec and status of one tag side by side, image or not. (openshift-apiserver registry/imagetag/rest.go) */
export const imageTagStorage = (info: ResourceInfo): RestStorage => ({
  info,
  table: imageTagTable,
  get: getImageTag,
  list(context, options) {
    const streams = context.store.list({ group: imageGroup, resource: 'imagestreams' }, context.namespace) as readonly ImageStream[];
    const items = streams.flatMap((stream) => tagNames(stream).map((tag) => newImageTag(context, stream, tag, false)));
    const metadata = { resourceVersion: String(context.store.resourceVersion) };
    return { apiVersion: imageApiVersion, kind: 'ImageTagList', metadata, items: selectObjects(items, options) };
  },
  create: createImageTag,
  update: updateImageTag,
  delete: (context, name) => deleteTag(context, name, 'ImageTags'),
});

function tagNames(stream: ImageStream): readonly string[] {
  const names = [...(stream.spec.tags ?? []).map(({ name }) => name), ...(stream.status.tags ?? []).map(({ tag }) => tag)];
  return [...new Set(names)].sort();
}

function getImageTag(context: RequestContext, id: string): ImageTag {
  const { name, tag } = requireTagName(id, 'ImageTags');
  const stream = getImageStream(context, name);
  if (!specTag(stream, tag) && !statusTag(stream, tag)) throw notFound(imageTags, id);
  return newImageTag(context, stream, tag, true);
}

function newImageTag(context: RequestContext, stream: ImageStream, tag: string, withImage: boolean): ImageTag {
  const image = withImage ? findImageForTag(context, stream, tag) : undefined;
  const event = latestTaggedImage(stream, tag);
  return {
    apiVersion: imageApiVersion,
    kind: 'ImageTag',
    metadata: { ...stream.metadata, name: joinImageStreamTag(stream.metadata.name, tag) },
    spec: specTag(stream, tag) ?? null,
    status: statusTag(stream, tag) ?? null,
    image: image && event ? { ...embedImage(image), dockerImageReference: resolveReferenceForTagEvent(stream, tag, event) } : null,
  };
}

function createImageTag(context: RequestContext, object: KubeObject): ImageTag {
  const id = object.metadata.name ?? '';
  const spec = decodeSpec(context, object, id);
  const metadata = { ...object.metadata, ...(context.namespace !== undefined && { namespace: context.namespace }) };
  const missing = spec ? specErrors(id, spec) : [requiredValue('spec', 'spec is a required field during creation')];
  failOn(id, [...validateObjectMeta(metadata, true, isValidPathSegmentName), ...missing]);
  const { name, tag, ok } = splitImageStreamTag(id);
  if (!ok) throw notStreamAndTag(id);
  const found = findImageStream(context, name);
  const target = found ?? emptyImageStream(context, name);
  if (specTag(target, tag)) throw alreadyExists(imageTags, id);
  return writeTag(context, target, tag, spec, found !== undefined);
}

function updateImageTag(context: RequestContext, id: string, given: KubeObject): ImageTag {
  const { name, tag } = requireTagName(id, 'ImageTags');
  const found = findImageStream(context, name);
  const stream = found ?? emptyImageStream(context, name);
  requireCurrent(given, found, id);
  const spec = decodeSpec(context, given, id);
  const old = newImageTag(context, stream, tag, false);
  failOn(id, [...(spec ? specErrors(id, spec) : []), ...(found ? changeErrors(given, old) : [])]);
  return writeTag(context, stream, tag, spec, found !== undefined);
}

function writeTag(context: RequestContext, stream: ImageStream, tag: string, spec: TagReference | undefined, exists: boolean): ImageTag {
  const target = withSpecTag(stream, tag, spec);
  const written = exists ? updateImageStream(context, target) : createImageStream(context, target);
  return newImageTag(context, written, tag, true);
}

function requireCurrent({ metadata: { resourceVersion } }: KubeObject, stream: ImageStream | undefined, id: string): void {
  if (!resourceVersion) return;
  if (!stream) throw notFound(imageTags, id);
  const current = stream.metadata.resourceVersion;
  if (resourceVersion !== current) throw conflict(imageTags, id, `another caller has updated the resource version to ${current}`);
}

function decodeSpec(context: RequestContext, object: KubeObject, id: string): TagReference | undefined {
  if (object.spec === undefined || object.spec === null) return undefined;
  const spec = decodeTagReference(object.spec);
  return {
    ...spec,
    name: spec.name || splitImageStreamTag(id).tag,
    importPolicy: defaultedImportPolicy(spec.importPolicy, context.config.importMode),
  };
}

function specErrors(id: string, spec: TagReference): readonly FieldError[] {
  const { tag, ok } = splitImageStreamTag(id);
  const misnamed = !ok || spec.name !== tag ? [invalidValue('spec.name', spec.name, 'must match image tag name')] : [];
  return [...misnamed, ...validateTagReference(spec, 'spec')];
}

// image/validation ValidateImageTagUpdate
function changeErrors(next: KubeObject, old: ImageTag): readonly FieldError[] {
  const why = 'may not update fields other than spec';
  const metadata = { ...old.metadata, ...next.metadata };
  return [
    ...(deepEqual(metadata, old.metadata) && keepsKeys(next.metadata, old.metadata) ? [] : [invalidValue('metadata', '', why)]),
    ...(deepEqual(next.status ?? null, old.status) ? [] : [invalidValue('status', '', why)]),
  ];
}

/** Labels and annotations may not be dropped either. */
const keepsKeys = (next: KubeObject['metadata'], old: KubeObject['metadata']) =>
  (old.labels === undefined || next.labels !== undefined) && (old.annotations === undefined || next.annotations !== undefined);

function failOn(name: string, errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(kind, name, errors);
}
