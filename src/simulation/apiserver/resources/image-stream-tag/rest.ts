import { deepEqual } from '../../../../api/deep-equal.ts';
import { type ImageStream, type ImageStreamTag, imageGroup, type TagReference } from '../../../../api/image.ts';
import type { KubeObject, ObjectMeta } from '../../../../api/meta.ts';
import type { ResourceInfo } from '../../../../api/resource.ts';
import { alreadyExists, badRequest, conflict, type FieldError, invalid, notFound, type Status } from '../../../../api/status.ts';
import { splitImageStreamTag } from '../../../../imageutil/image-stream-tag-name.ts';
import { statusTag, withStatusTag } from '../../../../imageutil/tag-events.ts';
import { specTag, withSpecTag } from '../../../../imageutil/tag-references.ts';
import { isValidPathSegmentName } from '../../name-validation.ts';
import { invalidValue, validateObjectMeta } from '../../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../../rest-storage.ts';
import { selectObjects } from '../../standard-storage.ts';
import { imageStreamTagTable } from '../../tables/image-stream-tag.ts';
import { decodeTagReference, defaultedImportPolicy } from '../image-stream/decode.ts';
import { createImageStream, emptyImageStream, findImageStream, getImageStream, updateImageStream } from '../image-stream/image-stream.ts';
import { validateTagReference } from '../image-stream/validation.ts';
import { findImageForTag, imageForTag, imageStreamTags, listImageStreamTags, newImageStreamTag, notStreamAndTag, requireTagName } from './image-stream-tag.ts';

const kind = { group: imageGroup, kind: 'ImageStreamTag' } as const;

/** Tags of image streams as resources: each read and each write goes to the stream. (openshift-apiserver registry/imagestreamtag/rest.go) */
export const imageStreamTagStorage = (info: ResourceInfo): RestStorage => ({
  info,
  table: imageStreamTagTable,
  get: getTag,
  list(context, options) {
    const list = listImageStreamTags(
      context.store.list({ group: imageGroup, resource: 'imagestreams' }, context.namespace),
      String(context.store.resourceVersion),
    );
    return { ...list, items: selectObjects(list.items, options) };
  },
  create: createTag,
  update: updateTag,
  delete: (context, name) => deleteTag(context, name, 'ImageStreamTags'),
});

/** Removes a tag with its history; the image stays. Also how image tags are deleted. */
export function deleteTag(context: RequestContext, id: string, kindName: 'ImageStreamTags' | 'ImageTags'): Status {
  const { name, tag } = requireTagName(id, kindName);
  const stream = getImageStream(context, name);
  if (!statusTag(stream, tag) && !specTag(stream, tag)) throw notFound(context.request, id);
  updateImageStream(context, withSpecTag(withStatusTag(stream, tag, undefined), tag, undefined));
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
}

function getTag(context: RequestContext, id: string): ImageStreamTag {
  const { name, tag } = requireTagName(id, 'ImageStreamTags');
  const stream = getImageStream(context, name);
  return newImageStreamTag(stream, tag, imageForTag(context, stream, tag), false);
}

function createTag(context: RequestContext, object: KubeObject): ImageStreamTag {
  const decoded = decodeTag(context, object);
  const { name, tag, ok } = splitImageStreamTag(decoded.metadata.name);
  failOn(decoded.metadata.name, validateTag(decoded));
  if (!ok) throw notStreamAndTag(decoded.metadata.name);
  const found = findImageStream(context, name);
  const target = found ?? emptyImageStream(context, name);
  if (specTag(target, tag)) throw alreadyExists({ group: imageGroup, resource: 'imagestreamtag' }, decoded.metadata.name);
  const next = decoded.tag ? withSpecTag(target, tag, decoded.tag) : target;
  const written = found ? updateImageStream(context, next) : createImageStream(context, next);
  return newImageStreamTag(written, tag, findImageForTag(context, written, tag), true);
}

function updateTag(context: RequestContext, id: string, given: KubeObject): ImageStreamTag {
  const { name, tag } = requireTagName(id, 'ImageStreamTags');
  const found = findImageStream(context, name);
  const stream = found ?? emptyImageStream(context, name);
  const next = requireCurrent(decodeTag(context, given), found, id);
  failOn(id, found ? validateTagUpdate(next, newImageStreamTag(stream, tag, undefined, true)) : validateTag(next));
  const old = specTag(stream, tag);
  if (!old && !next.tag) {
    throw badRequest(`imagestreamtag ${tag} is not a spec tag in imagestream ${context.namespace}/${name}, cannot be updated`);
  }
  const reference: TagReference = { ...(next.tag ?? (old as TagReference)), name: tag, annotations: notEmpty(next.metadata.annotations) };
  const target = withSpecTag(stream, tag, reference);
  const written = found ? updateImageStream(context, target) : createImageStream(context, target);
  return newImageStreamTag(written, tag, findImageForTag(context, written, tag), true);
}

function requireCurrent(next: ImageStreamTag, stream: ImageStream | undefined, id: string): ImageStreamTag {
  const { resourceVersion } = next.metadata;
  if (!resourceVersion) return next;
  if (!stream) throw notFound(imageStreamTags, id);
  const current = stream.metadata.resourceVersion;
  if (resourceVersion !== current) throw conflict(imageStreamTags, id, `another caller has updated the resource version to ${current}`);
  return next;
}

/** The part of the object that counts: metadata and the spec tag. */
function decodeTag(context: RequestContext, object: KubeObject): ImageStreamTag {
  const { name } = object.metadata;
  const given = object.tag === undefined || object.tag === null ? null : decodeTagReference(object.tag);
  const tag = given && {
    ...given,
    name: given.name || splitImageStreamTag(name ?? '').tag,
    importPolicy: defaultedImportPolicy(given.importPolicy, context.config.importMode),
  };
  const metadata = { ...object.metadata, ...(context.namespace !== undefined && { namespace: context.namespace }) };
  return { ...object, metadata, tag } as ImageStreamTag;
}

// image/validation ValidateImageStreamTag
function validateTag({ metadata, tag }: ImageStreamTag): readonly FieldError[] {
  return [...validateObjectMeta(metadata, true, isValidPathSegmentName), ...tagErrors(metadata, tag, true)];
}

// image/validation ValidateImageStreamTagUpdate
function validateTagUpdate(next: ImageStreamTag, old: ImageStreamTag): readonly FieldError[] {
  const errors = tagErrors(next.metadata, next.tag, false);
  if (deepEqual(comparable(next.metadata, old.metadata), comparable(old.metadata, old.metadata))) return errors;
  return [...errors, invalidValue('metadata', '', 'may not update fields other than metadata.annotations')];
}

/** On update the metadata's annotations always win; on creation the two must not differ. */
function tagErrors(metadata: ObjectMeta, tag: TagReference | null, compareAnnotations: boolean): readonly FieldError[] {
  if (!tag) return [];
  const differ = compareAnnotations && tag.annotations && !deepEqual(tag.annotations, metadata.annotations ?? {});
  const why = 'tag annotations must not be provided or must be equal to the object meta annotations';
  return [...validateTagReference(tag, 'tag'), ...(differ ? [invalidValue('tag.annotations', '<map>', why)] : [])];
}

/** Metadata as it is compared: what was left out counts as unchanged. */
function comparable(meta: ObjectMeta, old: ObjectMeta): unknown {
  const { name, namespace, uid, creationTimestamp, labels } = meta;
  return {
    name,
    namespace,
    uid: uid || old.uid,
    creationTimestamp: creationTimestamp ?? old.creationTimestamp,
    labels: notEmpty(labels) ?? notEmpty(old.labels) ?? undefined,
  };
}

const notEmpty = (map: Readonly<Record<string, string>> | undefined) => (map && Object.keys(map).length > 0 ? map : null);

function failOn(name: string, errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(kind, name, errors);
}
