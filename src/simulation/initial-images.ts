import { type Image, type ImageStream, imageGroup } from '../api/image.ts';
import type { RegistryManifest } from '../api/registry-transport.ts';
import { imageOfManifest, imageOfManifestList, isManifestList } from './apiserver/resources/image/image-metadata.ts';
import { imageToStore } from './apiserver/resources/image-stream-import/record-import.ts';
import type { Identity } from './identity.ts';
import type { RegistryContents } from './registries/registry-contents.ts';
import type { Store, WriteContext } from './store.ts';

/** Stores the images that the image streams of a new cluster name, as their import would have left them. */
export function fillImages(store: Store, contents: RegistryContents, identity: Identity, write: WriteContext): void {
  const streams = store.list({ group: imageGroup, resource: 'imagestreams' }) as readonly ImageStream[];
  const events = streams.flatMap(({ status }) => status.tags ?? []).flatMap(({ items }) => items ?? []);
  const references = new Map(events.map(({ image, dockerImageReference }) => [image, dockerImageReference]));
  for (const [digest, dockerImageReference] of references) {
    const manifest = contents.manifestByDigest(digest);
    if (!manifest) continue;
    const image = { ...imageToStore(readImage(contents, manifest, write.time)), dockerImageReference };
    const metadata = { ...image.metadata, uid: identity.uid(), creationTimestamp: write.time };
    store.put({ group: imageGroup, resource: 'images' }, { ...image, metadata }, write);
  }
}

function readImage(contents: RegistryContents, manifest: RegistryManifest, now: string): Image {
  if (isManifestList(manifest)) return imageOfManifestList(manifest, now);
  const { config } = JSON.parse(manifest.raw) as { readonly config?: { readonly digest?: string } };
  return imageOfManifest(manifest, contents.blob(config?.digest ?? '') ?? '{}');
}
