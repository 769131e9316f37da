import type { PrunedImage } from './prune-images.ts';
import type { PrunedStream } from './prune-streams.ts';

/** What was pruned, in numbers (oc imageprune/prune.go PruneStats.String). */
export function pruneSummary(streams: readonly PrunedStream[], images: readonly PrunedImage[]): string {
  const sum = <T>(list: readonly T[], count: (item: T) => number) => list.reduce((total, item) => total + count(item), 0);
  const parts: readonly (readonly [string, number, string])[] = [
    ['deleted', images.length, 'image object(s)'],
    ['deleted', sum(streams, ({ deletedItems }) => deletedItems), 'image stream tag item(s)'],
    ['updated', streams.filter(({ deletedItems }) => deletedItems > 0).length, 'image stream(s)'],
    ['deleted', sum(streams, ({ layerLinks }) => layerLinks.length), 'layer link(s)'],
    ['deleted', sum(streams, ({ manifests }) => manifests.length), 'manifest link(s)'],
    ['deleted', sum(images, ({ blobs }) => blobs.length), 'blob(s)'],
  ];
  const said = parts.filter(([, count]) => count !== 0).map(([verb, count, what]) => `${verb} ${count} ${what}`);
  return said.length === 0 ? 'deleted 0 objects' : said.join(', ');
}
