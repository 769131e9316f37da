import type { ImageStream, NamedTagEventList, TagReference } from '../../api/image.ts';
import { isSameReference, tryParseImageReference } from '../../imageutil/image-reference.ts';
import type { Evidence, Predicate } from '../evidence.ts';
import { find } from '../evidence.ts';
import { digestsOf, type RegistryImage } from './registry-images.ts';

const resource = { group: 'image.openshift.io', resource: 'imagestreams' };

/** An image stream of the lab's project. */
export const imageStream = (name: string) => ({
  ...appliedFileOf(name),
  exists: ((evidence) => stream(evidence, name) !== undefined) satisfies Predicate,
  existsElsewhere: (({ state, project }) =>
    state.list(resource).some(({ metadata }) => metadata.name === name && ![project, 'openshift'].includes(metadata.namespace ?? ''))) satisfies Predicate,
  /** Does any tag's spec name a source? */
  hasSource: ((evidence) => specTags(evidence, name).some(({ from }) => from !== undefined)) satisfies Predicate,
  /** `spec.lookupPolicy.local`: may short names of the project mean it? */
  looksUpLocally: ((evidence) => stream(evidence, name)?.spec?.lookupPolicy?.local === true) satisfies Predicate,
  hasNoTags: ((evidence) => specTags(evidence, name).length === 0 && newestImages(evidence, name).length === 0) satisfies Predicate,
  /** Is no other tag declared, and none remembered with an image? */
  hasNoTagBut:
    (...tags: readonly string[]): Predicate =>
    (evidence) => {
      const remembered = statusTags(evidence, name).filter(({ items }) => (items ?? []).length > 0);
      return [...specTags(evidence, name).map((tag) => tag.name), ...remembered.map(({ tag }) => tag)].every((tag) => tags.includes(tag));
    },
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
      const held = newestImages(evidence, name);
      return digestsOf(evidence, image).some((digest) => held.includes(digest));
    },
});

/** What the file may be asked that `oc apply` applied last. */
const appliedFileOf = (name: string) => ({
  /** Did the file that was applied declare a status? The server has dropped it. */
  wasAppliedWithStatus: ((evidence) => {
    const status = appliedFile(evidence, name)?.status;
    return status !== undefined && Object.keys(status).length > 0;
  }) satisfies Predicate,
  /** Does the file that `oc apply` applied last declare these tags, and no other? */
  wasAppliedWithTags:
    (...tags: readonly string[]): Predicate =>
    (evidence) => {
      const applied = appliedFile(evidence, name)?.spec?.tags?.map((tag) => tag.name);
      return applied !== undefined && applied.length === tags.length && tags.every((tag) => applied.includes(tag));
    },
  /** Does the file that `oc apply` applied last name this source for the tag? */
  wasAppliedWithSource:
    (tag: string, source: string): Predicate =>
    (evidence) => {
      const from = appliedFile(evidence, name)?.spec?.tags?.find((applied) => applied.name === tag)?.from;
      const [one, other] = [tryParseImageReference(from?.name ?? ''), tryParseImageReference(source)];
      return from?.kind === 'DockerImage' && one !== undefined && other !== undefined && isSameReference(one, other);
    },
  /** Was it ever written by `oc apply`? */
  wasApplied: ((evidence) => appliedFile(evidence, name) !== undefined) satisfies Predicate,
});

/** The file that `oc apply` applied last; it stands in an annotation. */
function appliedFile(evidence: Evidence, name: string): Partial<ImageStream> | undefined {
  const text = stream(evidence, name)?.metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'];
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Partial<ImageStream>);
  } catch {
    return undefined; // somebody wrote the annotation by hand
  }
}

/** Digests that the stream's tags point to now, or the one tag that is named. */
export function newestImages(evidence: Evidence, name: string, tag?: string): readonly string[] {
  const lists = statusTags(evidence, name).filter((list) => tag === undefined || list.tag === tag);
  return lists.flatMap(({ items }) => (items?.[0] ? [items[0].image] : []));
}

export const stream = (evidence: Evidence, name: string) => find<ImageStream>(evidence, resource, name);
export const specTags = (evidence: Evidence, name: string): readonly TagReference[] => stream(evidence, name)?.spec?.tags ?? [];
export const statusTags = (evidence: Evidence, name: string): readonly NamedTagEventList[] => stream(evidence, name)?.status?.tags ?? [];

export const importFailure = (tag: NamedTagEventList, reason: string | undefined) =>
  (tag.conditions ?? []).some(
    (condition) => condition.type === 'ImportSuccess' && condition.status === 'False' && (reason === undefined || condition.reason === reason),
  );
