import type { KubeObject } from '../../api/meta.ts';
import type { ImageReference } from '../../imageutil/image-reference.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { nodes } from '../controllers/targets.ts';
import { fullName, repositoryOf } from './image-name.ts';

/** An image that lies on a node, under the names it was pulled by (`node.status.images`). */
export interface CachedImage {
  readonly names: readonly string[];
  readonly sizeBytes: number;
}

interface Node extends KubeObject {
  readonly status?: { readonly images?: readonly CachedImage[] };
}

/** The image on the node that one of these names stands for. */
export function findCached(
  nodeName: string,
  candidates: readonly ImageReference[],
  { lister }: ControllerContext,
): { readonly name: ImageReference; readonly imageID: string } | undefined {
  const images = lister.get<Node>(nodes, undefined, nodeName)?.status?.images ?? [];
  for (const name of candidates) {
    const image = images.find(({ names }) => names.includes(fullName(name)));
    const imageID = image?.names.find((one) => one.startsWith(`${repositoryOf(name)}@`));
    if (imageID !== undefined) return { name, imageID };
  }
  return undefined;
}

/** Keeps a pulled image on the node. A tag names one image only: an older one loses it. */
export function keepImage(nodeName: string, name: ImageReference, imageID: string, sizeBytes: number, { client, lister }: ControllerContext): void {
  const node = lister.get<Node>(nodes, undefined, nodeName);
  if (!node) return;
  const images = node.status?.images ?? [];
  const known = images.find(({ names }) => names.includes(imageID));
  const tagged = fullName(name);
  if (known?.names.includes(tagged)) return;
  const names = [...new Set([...(known?.names ?? [imageID]), tagged])];
  const others = images.filter((image) => image !== known).map((image) => ({ ...image, names: image.names.filter((one) => one !== tagged) }));
  client.update<Node>(nodes, undefined, { ...node, status: { ...node.status, images: [...others, { names, sizeBytes }] } }, { subresource: 'status' });
}
