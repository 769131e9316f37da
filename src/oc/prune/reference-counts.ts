import type { Image } from '../../api/image.ts';

/** How often each name is used. */
export class ReferenceCounts {
  readonly #counts = new Map<string, number>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Takes one use away. Was it the last one? */
  drop(name: string): boolean {
    const left = (this.#counts.get(name) ?? 0) - 1;
    this.#counts.set(name, left);
    return left === 0;
  }
}

const withConfiguration = ['application/vnd.docker.distribution.manifest.v2+json', 'application/vnd.oci.image.manifest.v1+json'];

/** Layers and configuration of an image (oc imageprune/prune.go getImageBlobs). */
export function blobsOf({ dockerImageLayers = [], dockerImageManifestMediaType = '', dockerImageMetadata }: Image): readonly string[] {
  const id = withConfiguration.includes(dockerImageManifestMediaType) ? (dockerImageMetadata?.Id ?? '') : '';
  return [...dockerImageLayers.map(({ name }) => name), ...(id === '' ? [] : [id])];
}
