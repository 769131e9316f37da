import type { ImageStream, TagReference } from '../../api/image.ts';
import { isSameReference, tryParseImageReference } from '../../imageutil/image-reference.ts';
import type { Evidence, Predicate } from '../evidence.ts';
import { importFailure, specTags, statusTags } from './image-streams.ts';
import { digestsOf, type RegistryImage } from './registry-images.ts';

/** One tag of a stream of the project: what its spec declares, and what its status has recorded. */
export const streamTag = (stream: string, tag: string) => ({
  ...declarationOf(stream, tag),
  ...comparisonOf(stream, tag),
  /** Has it an image now? */
  exists: ((evidence) => history(evidence, stream, tag).length > 0) satisfies Predicate,
  /** Is this the tag's image now, by digest? */
  holds:
    (image: RegistryImage): Predicate =>
    (evidence) =>
      digestsOf(evidence, image).some((digest) => history(evidence, stream, tag)[0] === digest),
  holdsDigest:
    (digest: string): Predicate =>
    (evidence) =>
      history(evidence, stream, tag)[0] === digest,
  /** Was it ever the tag's image? */
  held:
    (digest: string): Predicate =>
    (evidence) =>
      history(evidence, stream, tag).includes(digest),
  /** Was it the tag's image at any time? A tag that was deleted in between has forgotten it; the log has not. */
  hasHeld:
    (image: RegistryImage): Predicate =>
    (evidence) => {
      const digests = digestsOf(evidence, image);
      return everyHistory(evidence, stream, tag).some((items) => digests.some((digest) => items.includes(digest)));
    },
  /** Is its image one that was pushed to the internal registry, by a person or by a build? An import refers to where it read. */
  isInInternalRegistry: ((evidence) => references(evidence, stream, tag)[0]?.startsWith(`${internalRegistry}/`) === true) satisfies Predicate,
  /** Did its last import fail, with this reason where one is given? */
  importFailed:
    (reason?: string): Predicate =>
    (evidence) =>
      statusTags(evidence, stream).some((list) => list.tag === tag && importFailure(list, reason)),
});

/** Whether it holds what another tag holds. */
const comparisonOf = (stream: string, tag: string) => ({
  /** Does it hold what a tag of another project's stream holds? */
  sameImageAsIn:
    (project: string, otherStream: string, otherTag: string): Predicate =>
    (evidence) => {
      const image = history(evidence, stream, tag)[0];
      return image !== undefined && image === history({ ...evidence, project }, otherStream, otherTag)[0];
    },
  /** Does it hold what another tag of the project's streams holds? */
  sameImageAs:
    (otherStream: string, otherTag: string): Predicate =>
    (evidence) => {
      const image = history(evidence, stream, tag)[0];
      return image !== undefined && image === history(evidence, otherStream, otherTag)[0];
    },
});

/** What its spec may be asked. */
const declarationOf = (stream: string, tag: string) => ({
  isDeclared: ((evidence) => declared(evidence, stream, tag) !== undefined) satisfies Predicate,
  /** Does the spec name this image of a registry as the source? `nginx` is `docker.io/library/nginx:latest`. */
  isImportedFrom:
    (reference: string): Predicate =>
    (evidence) => {
      const from = declared(evidence, stream, tag)?.from;
      return from?.kind === 'DockerImage' && isSameImage(from.name ?? '', reference);
    },
  /** Follows another tag of the same stream (`oc tag --alias`). One that names another project follows nothing. */
  tracks:
    (other: string): Predicate =>
    (evidence) => {
      const from = declared(evidence, stream, tag)?.from;
      const isHere = from?.namespace === undefined || from.namespace === evidence.project;
      return from?.kind === 'ImageStreamTag' && isHere && (from.name === other || from.name === `${stream}:${other}`);
    },
  /** Declared as an alias of whatever tag. */
  isAlias: ((evidence) => declared(evidence, stream, tag)?.from?.kind === 'ImageStreamTag') satisfies Predicate,
  /** Does no import and no move of another tag bring it another image? An image by digest stays what it is. */
  standsStill: ((evidence) => {
    const from = declared(evidence, stream, tag)?.from;
    return from === undefined || from.kind === 'ImageStreamImage' || (from.kind === 'DockerImage' && from.name?.includes('@sha256:') === true);
  }) satisfies Predicate,
  /** Has an image of a stream as its source (`oc tag` without `--alias`): it stands still, whatever happens to that stream. */
  isPinned: ((evidence) => declared(evidence, stream, tag)?.from?.kind === 'ImageStreamImage') satisfies Predicate,
  isScheduled: ((evidence) => declared(evidence, stream, tag)?.importPolicy?.scheduled === true) satisfies Predicate,
  isInsecure: ((evidence) => declared(evidence, stream, tag)?.importPolicy?.insecure === true) satisfies Predicate,
  /** `referencePolicy.type: Local`: pods pull through the internal registry. */
  isReferencedLocally: ((evidence) => declared(evidence, stream, tag)?.referencePolicy?.type === 'Local') satisfies Predicate,
});

/** Does any tag of the stream hold this image, under whatever name? */
export const anyTagHolds =
  (stream: string, image: RegistryImage): Predicate =>
  (evidence) =>
    digestsOf(evidence, image).some((digest) => statusTags(evidence, stream).some(({ items }) => items?.[0]?.image === digest));

/** Is this image a source in the spec of any tag of the stream? */
export const anyTagIsImportedFrom =
  (stream: string, reference: string): Predicate =>
  (evidence) =>
    specTags(evidence, stream).some(({ from }) => from?.kind === 'DockerImage' && isSameImage(from.name ?? '', reference));

const declared = (evidence: Evidence, stream: string, tag: string): TagReference | undefined => specTags(evidence, stream).find(({ name }) => name === tag);

const internalRegistry = 'image-registry.openshift-image-registry.svc:5000';

/** Where its images are, the newest first. */
const references = (evidence: Evidence, stream: string, tag: string): readonly string[] =>
  (statusTags(evidence, stream).find((list) => list.tag === tag)?.items ?? []).map(({ dockerImageReference }) => dockerImageReference);

/** Digests, the newest first. */
const history = (evidence: Evidence, stream: string, tag: string): readonly string[] =>
  (statusTags(evidence, stream).find((list) => list.tag === tag)?.items ?? []).map(({ image }) => image);

/** Its digests as they were after each change of the stream. */
const everyHistory = (evidence: Evidence, stream: string, tag: string): readonly (readonly string[])[] =>
  evidence.state.changes
    .filter(({ resource, object: { metadata } }) => resource.resource === 'imagestreams' && metadata.name === stream && metadata.namespace === evidence.project)
    .map(({ object }) => (object as ImageStream).status?.tags?.find((list) => list.tag === tag)?.items ?? [])
    .map((items) => items.map(({ image }) => image));

function isSameImage(one: string, other: string): boolean {
  const [a, b] = [tryParseImageReference(one), tryParseImageReference(other)];
  return a !== undefined && b !== undefined && isSameReference(a, b);
}
