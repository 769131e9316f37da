import { deepEqual } from '../../../../api/deep-equal.ts';
import type { ImageStream, TagEvent, TagReference } from '../../../../api/image.ts';
import type { ObjectReference } from '../../../../api/meta.ts';
import type { FieldError } from '../../../../api/status.ts';
import { exact, tryParseImageReference } from '../../../../imageutil/image-reference.ts';
import { addTagEvent, latestTaggedImage, resolveImageId, statusTag, updateTrackingTags, withStatusTag } from '../../../../imageutil/tag-events.ts';
import { specTag, withSpecTag } from '../../../../imageutil/tag-references.ts';
import { invalidValue, notFoundValue } from '../../object-meta-validation.ts';
import { tagReferenceChanged } from './generations.ts';

export interface TagChanges {
  readonly stream: ImageStream;
  readonly errors: readonly FieldError[];
}

/** What recording needs to know of the world around the stream. */
export interface TagChangeSurroundings {
  readonly now: string;
  readonly internalRegistryHostname: string;
  /** Another stream, whoever may read it: the right to pull was checked before. */
  findStream(namespace: string | undefined, name: string): ImageStream | undefined;
}

/** Carries changed spec tags over to status where no import is needed, and lets aliases follow. (strategy.go tagsChanged) */
export function recordTagChanges(next: ImageStream, old: ImageStream | undefined, around: TagChangeSurroundings): TagChanges {
  const errors: FieldError[] = [];
  let stream = next;
  for (const reference of next.spec.tags ?? []) {
    const before = old && specTag(old, reference.name);
    if (before && !tagReferenceChanged(before, reference, next.metadata.namespace)) continue;
    const change = recordTag(stream, reference, around);
    stream = change.stream;
    errors.push(...change.errors);
  }
  return { stream: updateChangedTrackingTags(stream, old), errors };
}

/** The stream and the tag, or image, that a `from` inside the cluster names; undefined where it is badly formed. (strategy.go parseFromReference) */
export function parseFromReference(stream: ImageStream, from: ObjectReference): { readonly name: string; readonly tagOrId: string } | undefined {
  const separator = from.kind === 'ImageStreamTag' ? ':' : from.kind === 'ImageStreamImage' ? '@' : undefined;
  if (separator === undefined) return undefined;
  const [first = '', second, ...more] = (from.name ?? '').split(separator);
  if (more.length > 0) return undefined;
  return second === undefined ? { name: stream.metadata.name, tagOrId: first } : { name: first, tagOrId: second };
}

export const badFromName = (field: string, from: ObjectReference): FieldError =>
  invalidValue(`${field}.name`, from.name ?? '', 'must be of the form <tag>, <repo>:<tag>, <id>, or <repo>@<id>');

function recordTag(stream: ImageStream, given: TagReference, around: TagChangeSurroundings): TagChanges {
  const { from } = given;
  if (!from) return { stream, errors: [] };
  const reference = { ...given, generation: stream.metadata.generation ?? 0 };
  const field = `spec.tags[${given.name}].from`;
  if (from.kind === 'DockerImage' && from.name) return { stream: recordExternal(stream, reference, from.name, around), errors: [] };
  const parsed = parseFromReference(stream, from);
  if (!parsed) return { stream, errors: [badFromName(field, from)] };
  const namespace = from.namespace || stream.metadata.namespace;
  const isOwn = namespace === stream.metadata.namespace && parsed.name === stream.metadata.name;
  const source = isOwn ? stream : around.findStream(namespace, parsed.name);
  if (!source) return { stream, errors: [notFoundValue(`${field}.name`, from.name ?? '')] };
  const resolved = resolve(source, from.kind as string, parsed.tagOrId, around.now);
  if ('error' in resolved) return { stream, errors: [invalidValue(`${field}.name`, from.name ?? '', `error generating tag event: ${resolved.error}`)] };
  if (!resolved.event) return { stream, errors: [] };
  const event = { ...resolved.event, generation: reference.generation };
  // the event of a tag in the same stream is shared, not copied: the source's generation moves too
  const shared = isOwn && from.kind === 'ImageStreamTag' ? withNewestEvent(stream, parsed.tagOrId, event) : stream;
  const local = reference.reference ? event : pulledFromHere(event, source, stream, around.internalRegistryHostname);
  return { stream: addTagEvent(withSpecTag(shared, given.name, reference), given.name, local), errors: [] };
}

/** A tag that is only a name needs no import: it stands for what it says. */
function recordExternal(stream: ImageStream, reference: TagReference, name: string, { now }: TagChangeSurroundings): ImageStream {
  if (!reference.reference) return stream;
  const event = { created: now, dockerImageReference: name, image: '', generation: reference.generation ?? 0 };
  return addTagEvent(withSpecTag(stream, reference.name, reference), reference.name, event);
}

function resolve(source: ImageStream, kind: string, tagOrId: string, now: string): { readonly event: TagEvent | undefined } | { readonly error: string } {
  if (kind === 'ImageStreamTag') return { event: latestTaggedImage(source, tagOrId) };
  const { event, matches } = resolveImageId(source, tagOrId);
  if (event) return { event: { created: now, generation: 0, ...event } };
  if (matches.length === 0) return { error: `imagestreamimage.image.openshift.io "${tagOrId}" not found` };
  const why = `multiple images match the prefix "${tagOrId}": ${matches.join(', ')}`;
  return { error: `Operation cannot be fulfilled on imagestreamimage.image.openshift.io "${tagOrId}": ${why}` };
}

function withNewestEvent(stream: ImageStream, tag: string, event: TagEvent): ImageStream {
  const name = tag === '' ? 'latest' : tag;
  const list = statusTag(stream, name);
  return list?.items ? withStatusTag(stream, name, { ...list, items: [event, ...list.items.slice(1)] }) : stream;
}

/** An image of the cluster's own registry is pulled through the stream that it was tagged into. */
function pulledFromHere(event: TagEvent, source: ImageStream, stream: ImageStream, internalRegistry: string): TagEvent {
  const reference = tryParseImageReference(event.dockerImageReference);
  const { namespace = '', name } = source.metadata;
  if (reference?.registry !== internalRegistry || reference.namespace !== namespace || reference.name !== name) return event;
  return { ...event, dockerImageReference: exact({ ...reference, namespace: stream.metadata.namespace ?? '', name: stream.metadata.name }) };
}

/** Tags whose newest event is new take their aliases along. (strategy.go updateChangedTrackingTags) */
function updateChangedTrackingTags(stream: ImageStream, old: ImageStream | undefined): ImageStream {
  return (stream.status.tags ?? []).reduce((current, { tag }) => {
    const newest = statusTag(current, tag)?.items?.[0];
    if (!newest || (old && deepEqual(newest, statusTag(old, tag)?.items?.[0]))) return current;
    return updateTrackingTags(current, tag, newest);
  }, stream);
}
