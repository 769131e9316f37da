import type { RegistryCredentials, RegistryManifest, RegistryResult, RegistryTransport, RepositoryRequest } from '../api/registry-transport.ts';
import { exact, type ImageReference, repositoryName } from '../imageutil/image-reference.ts';
import type { ContainerImage, ImageManifest } from './container-image.ts';

/** A repository in a registry, with the login for it. */
export interface RemotePlace {
  readonly registries: RegistryTransport;
  /** With its host, and with a tag or digest. */
  readonly reference: ImageReference;
  readonly credentials?: RegistryCredentials;
  readonly insecure?: boolean;
}

/** How the registry is asked about a place. */
export const requestOf = ({ reference, credentials, insecure }: RemotePlace): RepositoryRequest => ({
  host: reference.registry,
  repository: repositoryName(reference),
  ...(credentials && { credentials }),
  ...(insecure && { insecure }),
});

/** `quay.io/myorg/custom-server`. */
export const repositoryText = (reference: ImageReference): string => exact({ ...reference, tag: '', id: '' });

/** The manifest that the reference names, a list's own one too. */
export const fetchManifest = (place: RemotePlace): RegistryResult<RegistryManifest> =>
  place.registries.getManifest({ ...requestOf(place), reference: place.reference.id || place.reference.tag });

/** The image that the reference names; of a list, the one for this machine. */
export function fetchImage(place: RemotePlace): RegistryResult<ContainerImage> {
  const top = fetchManifest(place);
  if (!top.ok) return top;
  const chosen = forThisMachine(top.value);
  const manifest = chosen === undefined ? top : place.registries.getManifest({ ...requestOf(place), reference: chosen });
  if (!manifest.ok) return manifest;
  const { config } = JSON.parse(manifest.value.raw) as ImageManifest;
  const blob = place.registries.getBlob({ ...requestOf(place), reference: config.digest });
  return blob.ok ? { ok: true, value: { manifest: manifest.value, config: blob.value } } : blob;
}

interface ManifestList {
  readonly manifests?: readonly { readonly digest: string; readonly platform?: { readonly architecture: string; readonly os: string } }[];
}

/** The digest of the linux/amd64 image of a list; undefined where the manifest is none. */
export function forThisMachine({ raw }: RegistryManifest): string | undefined {
  const { manifests } = JSON.parse(raw) as ManifestList;
  return (manifests?.find(({ platform }) => platform?.architecture === 'amd64' && platform.os === 'linux') ?? manifests?.[0])?.digest;
}

/** Uploads an image under the reference's tag. */
export function uploadImage(place: RemotePlace, { manifest, config }: ContainerImage): RegistryResult<{ readonly digest: string }> {
  const described = (JSON.parse(manifest.raw) as Partial<ImageManifest>).config?.digest;
  const blobs = described === undefined ? {} : { [described]: config };
  return place.registries.putManifest({ ...requestOf(place), reference: place.reference.tag || place.reference.id, manifest, blobs });
}
