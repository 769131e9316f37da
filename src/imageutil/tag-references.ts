import { defaultImageTag, type ImageStream, type TagEvent, type TagReference } from '../api/image.ts';
import { exact, tryParseImageReference } from './image-reference.ts';
import { joinImageStreamTag, splitImageStreamTag } from './image-stream-tag-name.ts';
import { latestTaggedImage } from './tag-events.ts';

/** The spec of one tag, if there is any. (imageutil SpecHasTag) */
export const specTag = (stream: ImageStream, tag: string): TagReference | undefined => stream.spec.tags?.find(({ name }) => name === tag);

/** The stream with one spec tag put in, or taken away; tags stay sorted by name. */
export function withSpecTag(stream: ImageStream, name: string, reference: TagReference | undefined): ImageStream {
  const others = (stream.spec.tags ?? []).filter((other) => other.name !== name);
  const tags = [...others, ...(reference ? [{ ...reference, name }] : [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { tags: _, ...spec } = stream.spec;
  return { ...stream, spec: tags.length === 0 ? spec : { ...spec, tags } };
}

export type FollowedTag =
  | { readonly ok: true; readonly tag: string; readonly reference: TagReference; readonly multiple: boolean }
  | { readonly ok: false; readonly reason: 'circular' | 'not-found' | 'cross-stream' | 'invalid'; readonly tag: string };

/** Goes from alias to alias inside a stream to the tag that names an image. (oc pkg/helpers/image FollowTagReference) */
export function followTagReference(stream: ImageStream, start: string): FollowedTag {
  const seen = new Set<string>();
  let tag = start;
  for (;;) {
    if (seen.has(tag)) return { ok: false, reason: 'circular', tag };
    seen.add(tag);
    const reference = specTag(stream, tag);
    if (!reference) return { ok: false, reason: 'not-found', tag };
    const { from } = reference;
    if (from?.kind !== 'ImageStreamTag') return { ok: true, tag, reference, multiple: seen.size > 1 };
    if (from.namespace && from.namespace !== stream.metadata.namespace) return { ok: false, reason: 'cross-stream', tag };
    const next = splitImageStreamTag(from.name ?? '');
    if (next.ok && next.name !== stream.metadata.name) return { ok: false, reason: 'cross-stream', tag };
    tag = next.ok ? next.tag : next.name;
  }
}

/** The pull spec of an event under its tag's reference policy: `Local` points to the cluster's own registry. (imageutil ResolveReferenceForTagEvent) */
export function resolveReferenceForTagEvent(stream: ImageStream, tag: string, latest: Pick<TagEvent, 'dockerImageReference' | 'image'>): string {
  return applyReferencePolicy(stream, specTag(stream, tag), latest);
}

/** The pull spec that a tag stands for; undefined where it has no image yet. (imageutil ResolveLatestTaggedImage) */
export function resolveLatestTaggedImage(stream: ImageStream, tag: string): string | undefined {
  const named = tag === '' ? defaultImageTag : tag;
  const latest = latestTaggedImage(stream, named);
  return latest && resolveReferenceForTagEvent(stream, named, latest);
}

export interface PullSpec {
  readonly pullSpec: string;
  /** The spec asks for something newer than what `pullSpec` names. */
  readonly hasNewer: boolean;
  /** It comes from the tag's status. */
  readonly hasStatus: boolean;
  /** Neither spec nor status says anything: it is the place in the registry that a push would fill. */
  readonly isTagEmpty: boolean;
}

export type ResolvedPullSpec = PullSpec | { readonly error: 'no-stream-repository' | 'wait-for-pull-spec' };

/** The newest pull spec for a tag, which may not have been imported yet. (imageutil ResolveNewestPullSpecForTag) */
export const resolveNewestPullSpecForTag = (stream: ImageStream, tag: string, defaultExternal: boolean): ResolvedPullSpec =>
  resolvePullSpec(stream, tag, defaultExternal, true);

/** The pull spec of the image that the tag had last, even if a newer one is on its way. (imageutil ResolveRecentPullSpecForTag) */
export const resolveRecentPullSpecForTag = (stream: ImageStream, tag: string, defaultExternal: boolean): ResolvedPullSpec =>
  resolvePullSpec(stream, tag, defaultExternal, false);

function resolvePullSpec(stream: ImageStream, requested: string, defaultExternal: boolean, requireLatest: boolean): ResolvedPullSpec {
  const tag = requested === '' ? defaultImageTag : requested;
  const latest = latestTaggedImage(stream, tag);
  const spec = specTag(stream, tag);
  const isExternal = spec?.from?.kind === 'DockerImage' && spec.referencePolicy.type === 'Source';
  const isBehind = latest !== undefined && spec !== undefined && (spec.generation ?? 0) > latest.generation;
  if (isBehind && requireLatest && !isExternal) return { error: 'wait-for-pull-spec' };
  if (latest && !(isBehind && requireLatest)) {
    return { pullSpec: applyReferencePolicy(stream, spec, latest), hasNewer: isBehind, hasStatus: true, isTagEmpty: false };
  }
  if (isExternal) {
    const event = { dockerImageReference: spec.from?.name ?? '', image: '' };
    return { pullSpec: applyReferencePolicy(stream, spec, event), hasNewer: false, hasStatus: false, isTagEmpty: false };
  }
  const repository = (defaultExternal && stream.status.publicDockerImageRepository) || stream.status.dockerImageRepository;
  if (!repository) return { error: 'no-stream-repository' };
  return { pullSpec: joinImageStreamTag(repository, tag), hasNewer: false, hasStatus: false, isTagEmpty: true };
}

function applyReferencePolicy(stream: ImageStream, reference: TagReference | undefined, latest: Pick<TagEvent, 'dockerImageReference' | 'image'>): string {
  const local = stream.status.dockerImageRepository;
  if (reference?.referencePolicy.type !== 'Local' || !local || latest.image === '') return latest.dockerImageReference;
  const repository = tryParseImageReference(local);
  return repository ? exact({ ...repository, tag: '', id: latest.image }) : latest.dockerImageReference;
}
