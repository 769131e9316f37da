import type { Image, ImageStream } from '../../api/image.ts';
import { managedByOpenShiftAnnotation } from '../../api/image.ts';
import { isYoung, type PruneRules } from './prune-streams.ts';
import { blobsOf, ReferenceCounts } from './reference-counts.ts';

/** An image that goes, with what the registry keeps for it alone. */
export interface PrunedImage {
  readonly image: Image;
  readonly blobs: readonly string[];
}

/** Images that no stream has in its history (oc imageprune/prune.go pruneImages). */
export function pruneImages(streams: readonly ImageStream[], rules: PruneRules): readonly PrunedImage[] {
  const all = [...rules.images.values()];
  const used = usedImages(streams, all);
  const counts = new ReferenceCounts(all.flatMap((image) => [image.metadata.name, ...blobsOf(image)]));
  return all
    .filter((image) => !used.has(image.metadata.name) && mayGo(image, rules))
    .map((image) => ({ image, blobs: rules.prunesRegistry ? [...blobsOf(image), image.metadata.name].filter((blob) => counts.drop(blob)) : [] }));
}

/** A manifest list that is used keeps its manifests. */
function usedImages(streams: readonly ImageStream[], images: readonly Image[]): ReadonlySet<string> {
  const used = new Set(streams.flatMap(({ status }) => status.tags ?? []).flatMap(({ items }) => (items ?? []).map(({ image }) => image)));
  for (const { metadata, dockerImageManifests = [] } of images) {
    if (used.has(metadata.name)) for (const { digest } of dockerImageManifests) used.add(digest);
  }
  return used;
}

function mayGo({ metadata }: Image, rules: PruneRules): boolean {
  if (!rules.includesExternal && metadata.annotations?.[managedByOpenShiftAnnotation] !== 'true') return false;
  return rules.exceedsLimits !== undefined || !isYoung(metadata.creationTimestamp, rules);
}
