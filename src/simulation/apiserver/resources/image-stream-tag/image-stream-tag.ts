import { type Image, type ImageStream, type ImageStreamTag, imageApiVersion, imageGroup, type TagEvent } from '../../../../api/image.ts';
import type { KubeList, KubeObject } from '../../../../api/meta.ts';
import { badRequest, notFound, StatusError } from '../../../../api/status.ts';
import { joinImageStreamTag, parseImageStreamTagName } from '../../../../imageutil/image-stream-tag-name.ts';
import { latestTaggedImage, statusTag } from '../../../../imageutil/tag-events.ts';
import { resolveReferenceForTagEvent, specTag } from '../../../../imageutil/tag-references.ts';
import type { RequestContext } from '../../rest-storage.ts';
import { embedImage } from '../image/image.ts';
import { decodeDockerImage } from '../image/image-metadata.ts';

export const imageStreamTags = { group: imageGroup, resource: 'imagestreamtags' } as const;

/** `stream:tag` taken apart, or the failure that says how tags are named. (imagestreamtag/rest.go nameAndTag) */
export function requireTagName(id: string, kind: 'ImageStreamTags' | 'ImageTags'): { readonly name: string; readonly tag: string } {
  const parsed = parseImageStreamTagName(id);
  if (!parsed.ok) throw badRequest(`${kind} must be retrieved with <name>:<tag>`);
  return parsed;
}

/** The failure of a creation under a name without a tag: an error of no kind the API knows, and so with nothing but a text. */
export function notStreamAndTag(name: string): StatusError {
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `"${name}" must be of the form <stream_name>:<tag>`,
    code: 500,
  });
}

/** The image that a tag of a stream has now; undefined where it has none. Fails where the stream names an image that is gone. (imageFor) */
export function imageForTag(context: RequestContext, stream: ImageStream, tag: string): Image | undefined {
  const image = latestTaggedImage(stream, tag)?.image;
  if (!image) return undefined;
  const images = { group: imageGroup, resource: 'images' };
  const found = context.store.get(images, undefined, image) as Image | undefined;
  if (!found) throw notFound(context.request, image);
  return found;
}

/** As `imageForTag`, with undefined for an image that is gone. */
export function findImageForTag(context: RequestContext, stream: ImageStream, tag: string): Image | undefined {
  try {
    return imageForTag(context, stream, tag);
  } catch (error) {
    if (error instanceof StatusError && error.status.reason === 'NotFound') return undefined;
    throw error;
  }
}

/** A tag of a stream as a resource of its own. (imagestreamtag/rest.go newISTag) */
export function newImageStreamTag(stream: ImageStream, tag: string, image: Image | undefined, allowEmptyEvent: boolean): ImageStreamTag {
  const name = joinImageStreamTag(stream.metadata.name, tag);
  const latest = latestTaggedImage(stream, tag);
  if (!latest?.image && !allowEmptyEvent) throw notFound(imageStreamTags, name);
  const event: TagEvent = latest?.image ? latest : { created: stream.metadata.creationTimestamp ?? null, dockerImageReference: '', image: '', generation: 0 };
  const reference = specTag(stream, tag);
  const annotations = reference?.annotations ?? undefined;
  const conditions = statusTag(stream, tag)?.conditions;
  const { namespace, labels, resourceVersion, uid } = stream.metadata;
  return {
    apiVersion: imageApiVersion,
    kind: 'ImageStreamTag',
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      creationTimestamp: event.created,
      ...(annotations && { annotations }),
      ...(labels && Object.keys(labels).length > 0 && { labels }),
      ...(resourceVersion !== undefined && { resourceVersion }),
      ...(uid !== undefined && { uid }),
    },
    generation: event.generation,
    ...(conditions && { conditions }),
    lookupPolicy: stream.spec.lookupPolicy,
    tag: reference ?? null,
    image: imageOfTag(stream, tag, event, image, annotations),
  };
}

/** The tags that have an image, stream by stream. */
export function listImageStreamTags(streams: readonly KubeObject[], resourceVersion: string): KubeList<ImageStreamTag> {
  const items = (streams as readonly ImageStream[]).flatMap((stream) =>
    (stream.status.tags ?? []).filter(({ items }) => items?.[0]?.image).map(({ tag }) => newImageStreamTag(stream, tag, undefined, false)),
  );
  return { apiVersion: imageApiVersion, kind: 'ImageStreamTagList', metadata: { resourceVersion }, items };
}

/** The image with the annotations of the tag, under the reference that the tag's policy asks for. */
function imageOfTag(
  stream: ImageStream,
  tag: string,
  event: TagEvent,
  image: Image | undefined,
  annotations: Readonly<Record<string, string>> | undefined,
): ImageStreamTag['image'] {
  const dockerImageReference = resolveReferenceForTagEvent(stream, tag, event);
  const named = dockerImageReference === '' ? {} : { dockerImageReference };
  if (!image) {
    const name = event.image === '' ? {} : { name: event.image };
    return { metadata: { ...name, creationTimestamp: null }, dockerImageMetadata: decodeDockerImage({}), dockerImageMetadataVersion: '1.0', ...named };
  }
  const embedded = embedImage(image);
  const merged = { ...embedded.metadata.annotations, ...annotations };
  return { ...embedded, metadata: { ...embedded.metadata, ...(Object.keys(merged).length > 0 && { annotations: merged }) }, ...named };
}
