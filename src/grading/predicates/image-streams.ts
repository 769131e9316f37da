import type { ImageStream, NamedTagEventList, TagReference } from '../../api/image.ts';
import type { Evidence, Predicate } from '../evidence.ts';
import { find } from '../evidence.ts';
import { digestOf, type RegistryImage } from './registry-images.ts';

const resource = { group: 'image.openshift.io', resource: 'imagestreams' };

/** An image stream of the lab's project. */
export const imageStream = (name: string) => ({
  exists: ((evidence) => stream(evidence, name) !== undefined) satisfies Predicate,
  existsElsewhere: (({ state, project }) =>
    state.list(resource).some(({ metadata }) => metadata.name === name && ![project, 'openshift'].includes(metadata.namespace ?? ''))) satisfies Predicate,
  /** Does any tag's spec name a source? */
  hasSource: ((evidence) => specTags(evidence, name).some(({ from }) => from !== undefined)) satisfies Predicate,
  /** Has any tag ever got an image? */
  hasImage: ((evidence) => newestImages(evidence, name).length > 0) satisfies Predicate,
  /** Did the last import of any tag fail, with this reason where one is given? */
  importFailed:
    (reason?: string): Predicate =>
    (evidence) =>
      statusTags(evidence, name).some((tag) => importFailure(tag, reason)),
  /** Is this image the newest of one of its tags? */
  holds:
    (image: RegistryImage): Predicate =>
    (evidence) => {
      const digest = digestOf(evidence, image);
      return digest !== undefined && newestImages(evidence, name).includes(digest);
    },
});

/** One tag of a stream, as declared: `specTag('app', 'latest')`. */
export const specTag = (name: string, tag: string) => ({
  exists: ((evidence) => reference(evidence, name, tag) !== undefined) satisfies Predicate,
  /** Follows another tag of the same stream (`oc tag --alias`). */
  tracks:
    (other: string): Predicate =>
    (evidence) => {
      const from = reference(evidence, name, tag)?.from;
      return from?.kind === 'ImageStreamTag' && (from.name === other || from.name === `${name}:${other}`);
    },
  /** Holds one image, whatever happens to its source. */
  isPinned: ((evidence) => reference(evidence, name, tag)?.from?.kind === 'ImageStreamImage') satisfies Predicate,
  isScheduled: ((evidence) => reference(evidence, name, tag)?.importPolicy?.scheduled === true) satisfies Predicate,
});

/** One tag of a stream, as it is. */
export const statusTag = (name: string, tag: string) => ({
  exists: ((evidence) => newestImage(evidence, name, tag) !== undefined) satisfies Predicate,
  sameImageAs:
    (other: string): Predicate =>
    (evidence) => {
      const image = newestImage(evidence, name, tag);
      return image !== undefined && image === newestImage(evidence, name, other);
    },
});

/** Digests that the stream's tags point to now. */
export function newestImages(evidence: Evidence, name: string): readonly string[] {
  return statusTags(evidence, name).flatMap(({ items }) => (items?.[0] ? [items[0].image] : []));
}

const stream = (evidence: Evidence, name: string) => find<ImageStream>(evidence, resource, name);
const specTags = (evidence: Evidence, name: string): readonly TagReference[] => stream(evidence, name)?.spec?.tags ?? [];
const statusTags = (evidence: Evidence, name: string): readonly NamedTagEventList[] => stream(evidence, name)?.status?.tags ?? [];
const reference = (evidence: Evidence, name: string, tag: string) => specTags(evidence, name).find((candidate) => candidate.name === tag);
const newestImage = (evidence: Evidence, name: string, tag: string) => statusTags(evidence, name).find((candidate) => candidate.tag === tag)?.items?.[0]?.image;

const importFailure = (tag: NamedTagEventList, reason: string | undefined) =>
  (tag.conditions ?? []).some(
    (condition) => condition.type === 'ImportSuccess' && condition.status === 'False' && (reason === undefined || condition.reason === reason),
  );
