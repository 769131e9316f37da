import { deepEqual } from '../../../../api/deep-equal.ts';
import type {
  EmbeddedImage,
  Image,
  ImageImportStatus,
  ImageStream,
  TagEventCondition,
  TagImportPolicy,
  TagReference,
  TagReferencePolicy,
} from '../../../../api/image.ts';
import { exact, mostSpecific, tryParseImageReference } from '../../../../imageutil/image-reference.ts';
import { addTagEvent, latestTaggedImage, statusTag, withTagConditions } from '../../../../imageutil/tag-events.ts';
import { specTag, withSpecTag } from '../../../../imageutil/tag-references.ts';

/** One tag that an import was asked to fill. */
export interface TagImport {
  readonly tag: string;
  readonly from: string;
  readonly importPolicy: TagImportPolicy;
  readonly referencePolicy: TagReferencePolicy;
}

/** Writes an image that was imported into spec and status of its tag. (imagestreamimport/rest.go importSuccessful) */
export function recordSuccess(stream: ImageStream, { tag, from, importPolicy, referencePolicy }: TagImport, image: EmbeddedImage, now: string): ImageStream {
  const name = image.metadata.name ?? '';
  const generation = nextGeneration(stream);
  const event = { created: now, dockerImageReference: pullSpec(image.dockerImageReference ?? '', name), image: name, generation };
  const changed = tagChanged(stream, tag, event);
  const specified = changed ? withImportedSpecTag(stream, tag, from, importPolicy, referencePolicy) : stream;
  const tagged = changed ? addTagEvent(specified, tag, event) : specified;
  const reference = specTag(tagged, tag) as TagReference;
  return withTagConditions(withSpecTag(tagged, tag, { ...reference, importPolicy }), tag, []);
}

/** Notes why an import failed. The same failure again changes nothing. (setFailureCondition) */
export function recordFailure(stream: ImageStream, tag: string, { status }: ImageImportStatus, now: string): ImageStream {
  const condition: TagEventCondition = {
    type: 'ImportSuccess',
    status: 'False',
    lastTransitionTime: now,
    ...(status.reason && { reason: status.reason }),
    message: status.message || 'unknown error prevented import',
    generation: nextGeneration(stream),
  };
  const isKnown = statusTag(stream, tag)?.conditions?.some((known) => isSameFailure(known, condition));
  if (isKnown) return stream;
  const reference = specTag(stream, tag);
  const reset = reference ? withSpecTag(stream, tag, { ...reference, generation: 0 }) : stream;
  return withTagConditions(reset, tag, [condition]);
}

/** Sees to it that the tag is there to be tried again. (ensureSpecTag without reset) */
export function ensureSpecTag(stream: ImageStream, { tag, from, importPolicy, referencePolicy }: TagImport): ImageStream {
  return specTag(stream, tag) ? stream : withImportedSpecTag(stream, tag, from, importPolicy, referencePolicy);
}

/** The failure to write a stream is noted on the tags that would have been new. (recordLimitExceededStatus) */
export function recordRefusal(original: ImageStream, next: ImageStream, reason: string, message: string, now: string): ImageStream {
  const condition: TagEventCondition = {
    type: 'ImportSuccess',
    status: 'False',
    lastTransitionTime: now,
    reason,
    message,
    generation: nextGeneration(original),
  };
  const added = (next.status.tags ?? []).filter(({ tag }) => !statusTag(original, tag));
  return added.reduce((stream, { tag }) => withTagConditions(stream, tag, [condition]), original);
}

/** The image as it is stored: the raw manifest is left out, it is big and never asked for again. (strategy.go PrepareImageForCreate) */
export function imageToStore(image: EmbeddedImage): Image {
  const { dockerImageManifest: _, dockerImageConfig: __, signatures: ___, ...rest } = image;
  return { apiVersion: 'image.openshift.io/v1', kind: 'Image', ...rest } as unknown as Image;
}

const nextGeneration = (stream: ImageStream) => (stream.metadata.generation ?? 0) + 1;

// ensureSpecTag with reset: a reference policy that was chosen once stays
function withImportedSpecTag(stream: ImageStream, tag: string, from: string, importPolicy: TagImportPolicy, referencePolicy: TagReferencePolicy): ImageStream {
  const known = specTag(stream, tag);
  const base = known ?? { name: tag, annotations: null, referencePolicy };
  return withSpecTag(stream, tag, { ...base, from: { kind: 'DockerImage', name: from }, generation: 0, importPolicy });
}

function tagChanged(stream: ImageStream, tag: string, next: { readonly dockerImageReference: string; readonly image: string }): boolean {
  const previous = latestTaggedImage(stream, tag);
  const generation = specTag(stream, tag)?.generation;
  if (!previous || generation === null || generation === undefined) return true;
  return previous.dockerImageReference !== next.dockerImageReference || previous.image !== next.image || generation > previous.generation;
}

/** The image by digest. (mostAccuratePullSpec) */
function pullSpec(reference: string, id: string): string {
  const parsed = tryParseImageReference(reference);
  return parsed ? exact(mostSpecific({ ...parsed, id: id || parsed.id })) : reference;
}

const isSameFailure = (a: TagEventCondition, b: TagEventCondition) =>
  deepEqual([a.type, a.status, a.reason ?? '', a.message ?? ''], [b.type, b.status, b.reason ?? '', b.message ?? '']);
