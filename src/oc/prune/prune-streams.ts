import type { Image, ImageStream, NamedTagEventList, TagEvent } from '../../api/image.ts';
import type { ImageUsage } from './image-usage.ts';
import { blobsOf, ReferenceCounts } from './reference-counts.ts';

/** What decides which images stay (oc imageprune/prune.go pruneAlgorithm). */
export interface PruneRules {
  /** What is younger stays; in milliseconds since 1970. */
  readonly keptSince: number;
  readonly keepTagRevisions: number;
  /** Goes by size alone where it is given: is the image too big for the limits of the stream's project? */
  readonly exceedsLimits: ((stream: ImageStream, image: Image) => boolean) | undefined;
  readonly includesExternal: boolean;
  readonly prunesRegistry: boolean;
  readonly images: ReadonlyMap<string, Image>;
  readonly usage: ImageUsage;
}

/** A stream without the history that nothing needs. */
export interface PrunedStream {
  readonly stream: ImageStream;
  readonly deletedItems: number;
  /** Layers and configurations that the stream's repository has no use for any more. */
  readonly layerLinks: readonly string[];
  readonly manifests: readonly string[];
}

/** Takes old history from a stream (pruneImageStream). */
export function pruneStream(stream: ImageStream, rules: PruneRules): PrunedStream {
  const unchanged = { stream, deletedItems: 0, layerLinks: [], manifests: [] };
  if (!rules.exceedsLimits && isYoung(stream.metadata.creationTimestamp, rules)) return unchanged;
  const tags = (stream.status.tags ?? []).map((list) => ({ list, kept: keptItems(stream, list, rules) }));
  const deleted = tags.flatMap(({ list, kept }) => (list.items ?? []).filter((item) => !kept.includes(item)));
  if (deleted.length === 0) return unchanged;
  const status = { ...stream.status, tags: tags.flatMap(({ list, kept }) => (kept.length === 0 ? [] : [{ ...list, items: kept }])) };
  return {
    stream: { ...stream, status },
    deletedItems: deleted.length,
    ...(rules.prunesRegistry ? unlinked(stream, deleted, rules) : { layerLinks: [], manifests: [] }),
  };
}

/** Is it too young to go? */
export const isYoung = (created: string | null | undefined, { keptSince }: Pick<PruneRules, 'keptSince'>): boolean => Date.parse(created ?? '') > keptSince;

/** Items of a tag that stay (pruneImageStreamTag). */
function keptItems(stream: ImageStream, { tag, items }: NamedTagEventList, rules: PruneRules): readonly TagEvent[] {
  const name = `${stream.metadata.namespace}/${stream.metadata.name}`;
  return (items ?? []).filter((item, revision) => {
    if (!rules.exceedsLimits && isYoung(item.created, rules)) return true;
    if (revision === 0 && rules.usage.tags.has(`${name}:${tag}`)) return true;
    const image = rules.images.get(item.image);
    if (!image) return false;
    const staysByRule = rules.exceedsLimits ? !rules.exceedsLimits(stream, image) : revision < rules.keepTagRevisions;
    return staysByRule || rules.usage.images.has(`${name}@${item.image}`);
  });
}

/** What the repository holds for the deleted items alone. */
function unlinked(stream: ImageStream, deleted: readonly TagEvent[], { images }: PruneRules): Pick<PrunedStream, 'layerLinks' | 'manifests'> {
  const known = ({ image }: TagEvent) => images.get(image) ?? [];
  const all = (stream.status.tags ?? []).flatMap(({ items }) => items ?? []).flatMap(known);
  const manifests = new ReferenceCounts(all.map(({ metadata }) => metadata.name));
  const blobs = new ReferenceCounts(all.flatMap(blobsOf));
  const gone = deleted.flatMap(known);
  return {
    layerLinks: [...new Set(gone.flatMap(blobsOf).filter((blob) => blobs.drop(blob)))],
    manifests: gone.map(({ metadata }) => metadata.name).filter((name) => manifests.drop(name)),
  };
}
