import { defaultImageTag, type ImageStream, type NamedTagEventList, type TagEvent, type TagEventCondition } from '../api/image.ts';
import { digestOrImageMatch } from './digest.ts';
import { splitImageStreamTag } from './image-stream-tag-name.ts';

/** The status of one tag, if there is any. */
export const statusTag = (stream: ImageStream, tag: string): NamedTagEventList | undefined => stream.status.tags?.find((list) => list.tag === tag);

/** The newest event of a tag; `latest` where the tag is empty. (imageutil LatestTaggedImage) */
export function latestTaggedImage(stream: ImageStream, tag: string): TagEvent | undefined {
  return statusTag(stream, tag === '' ? defaultImageTag : tag)?.items?.[0];
}

/** The newest generation that an event or a condition of the tag has seen; 0 where none has. (imagestream_controller.go latestObservedTagGeneration) */
export function latestObservedTagGeneration(stream: ImageStream, tag: string): number {
  const list = statusTag(stream, tag);
  const imported = list?.conditions?.find(({ type }) => type === 'ImportSuccess');
  return Math.max(0, list?.items?.[0]?.generation ?? 0, imported?.generation ?? 0);
}

/** The stream with one tag's status replaced, or taken away; tags stay sorted by name. */
export function withStatusTag(stream: ImageStream, tag: string, list: NamedTagEventList | undefined): ImageStream {
  const others = (stream.status.tags ?? []).filter((other) => other.tag !== tag);
  const tags = [...others, ...(list ? [list] : [])].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const { tags: _, ...status } = stream.status;
  return { ...stream, status: tags.length === 0 ? status : { ...status, tags } };
}

/** Sets or clears the conditions of a tag, and keeps its history. */
export function withTagConditions(stream: ImageStream, tag: string, conditions: readonly TagEventCondition[]): ImageStream {
  const items = statusTag(stream, tag)?.items ?? null;
  return withStatusTag(stream, tag, { tag, items, ...(conditions.length > 0 && { conditions }) });
}

/**
 * Notes that a tag now means `next`. The same image from the same place only renews the newest event; anything else goes on top of
 * the history. A change clears the conditions. Returns the stream itself where nothing changed. (internal/imageutil AddTagEventToImageStream)
 */
export function addTagEvent(stream: ImageStream, tag: string, next: TagEvent): ImageStream {
  const items = statusTag(stream, tag)?.items ?? [];
  const [previous, ...older] = items;
  if (!previous) return withStatusTag(stream, tag, { tag, items: [next] });
  const sameReference = previous.dockerImageReference === next.dockerImageReference;
  const sameImage = previous.image === next.image;
  if (sameReference && sameImage && previous.generation === next.generation) return stream;
  if (!sameReference && !sameImage) return withStatusTag(stream, tag, { tag, items: [next, ...items] });
  const { dockerImageReference, image, generation } = next;
  return withStatusTag(stream, tag, { tag, items: [{ ...previous, dockerImageReference, image, generation }, ...older] });
}

/** Gives the spec tags that track `updatedTag` of their own stream the same image. (internal/imageutil UpdateTrackingTags) */
export function updateTrackingTags(stream: ImageStream, updatedTag: string, updatedImage: TagEvent): ImageStream {
  const followers = (stream.spec.tags ?? []).filter((reference) => reference.from && trackedTag(stream, reference.from) === updatedTag);
  return followers.reduce((current, { name }) => addTagEvent(current, name, updatedImage), stream);
}

/** The one event whose image begins with `imageId`: found, missing, or ambiguous. (internal/imageutil ResolveImageID) */
export function resolveImageId(
  stream: ImageStream,
  imageId: string,
): { readonly event?: Pick<TagEvent, 'dockerImageReference' | 'image'>; readonly matches: readonly string[] } {
  const events = (stream.status.tags ?? []).flatMap(({ items }) => items ?? []).filter(({ image }) => digestOrImageMatch(image, imageId));
  const matches = [...new Set(events.map(({ image }) => image))].sort();
  const last = events.at(-1);
  if (matches.length !== 1 || !last) return { matches };
  return { event: { dockerImageReference: last.dockerImageReference, image: last.image }, matches };
}

function trackedTag(stream: ImageStream, from: NonNullable<NonNullable<ImageStream['spec']['tags']>[number]['from']>): string | undefined {
  const { kind, namespace, name = '' } = from;
  if (kind !== 'ImageStreamTag' || (namespace && namespace !== stream.metadata.namespace)) return undefined;
  if (!name.includes(':')) return name;
  const parts = splitImageStreamTag(name);
  return parts.name === stream.metadata.name ? parts.tag : undefined;
}
