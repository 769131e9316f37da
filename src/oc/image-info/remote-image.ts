import type { RegistryCredentials, RegistryFailure, RegistryManifest, RegistryTransport, RepositoryRequest } from '../../api/registry-transport.ts';
import { dockerClientDefaults, exact, type ImageReference, repositoryName } from '../../imageutil/image-reference.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';

/** A layer as a manifest lists it. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** An image in a registry, with what its manifest and configuration say (oc pkg/cli/image/info Image). */
export interface RemoteImage {
  /** As it was asked for. */
  readonly name: string;
  readonly reference: ImageReference;
  readonly digest: string;
  /** The list that it was chosen from; empty where there is none. */
  readonly listDigest: string;
  readonly mediaType: string;
  readonly layers: readonly Descriptor[];
  readonly config: ImageConfig;
}

export interface ImageConfig {
  readonly created?: string;
  readonly author?: string;
  readonly architecture?: string;
  readonly os?: string;
  readonly size: number;
  readonly config?: ContainerConfig;
  readonly rootfs?: { readonly type: string; readonly diff_ids?: readonly string[] };
  readonly history?: readonly Readonly<Record<string, unknown>>[];
  readonly [field: string]: unknown;
}

export interface ContainerConfig {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
  readonly Env?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly Entrypoint?: readonly string[] | null;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Volumes?: Readonly<Record<string, unknown>> | null;
  readonly [field: string]: unknown;
}

/** One image of a manifest list. */
export interface PlatformManifest {
  readonly digest: string;
  readonly platform: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

export interface RemoteSource {
  readonly registries: RegistryTransport;
  /** The login for a host, where there is one. */
  credentialsFor(host: string): RegistryCredentials | undefined;
  readonly insecure: boolean;
}

/** Reads an image; `choose` says which of a manifest list's images are wanted (oc pkg/cli/image/info ImageRetriever). */
export function readImages(
  source: RemoteSource,
  reference: ImageReference,
  choose: (all: readonly PlatformManifest[]) => readonly PlatformManifest[],
): readonly RemoteImage[] {
  const place = placeOf(source, reference);
  const top = value(source.registries.getManifest({ ...place, reference: reference.id || reference.tag }), reference);
  const parsed = JSON.parse(top.raw) as { readonly manifests?: readonly PlatformManifest[] };
  if (!parsed.manifests) return [readImage(source, place, reference, top, '')];
  return choose(parsed.manifests).map(({ digest }) => {
    const manifest = value(source.registries.getManifest({ ...place, reference: digest }), reference);
    return readImage(source, place, reference, manifest, top.digest);
  });
}

/** The tags of a repository, in the registry's order. */
export const readTags = (source: RemoteSource, reference: ImageReference): readonly string[] =>
  value(source.registries.listTags(placeOf(source, reference)), reference);

function placeOf(source: RemoteSource, reference: ImageReference): RepositoryRequest {
  const { registry: host } = dockerClientDefaults(reference);
  const credentials = source.credentialsFor(host);
  return { host, repository: repositoryName(dockerClientDefaults(reference)), insecure: source.insecure, ...(credentials && { credentials }) };
}

function readImage(
  { registries }: RemoteSource,
  place: RepositoryRequest,
  reference: ImageReference,
  manifest: RegistryManifest,
  listDigest: string,
): RemoteImage {
  const { config, layers = [] } = JSON.parse(manifest.raw) as { readonly config: Descriptor; readonly layers?: readonly Descriptor[] };
  const text = value(registries.getBlob({ ...place, reference: config.digest }), reference);
  const size = layers.reduce((sum, layer) => sum + layer.size, 0);
  return {
    name: exact(reference),
    reference,
    digest: manifest.digest,
    listDigest,
    mediaType: manifest.mediaType,
    layers,
    config: { ...(JSON.parse(text) as ImageConfig), size },
  };
}

function value<T>(result: { readonly ok: true; readonly value: T } | RegistryFailure, reference: ImageReference): T {
  if (result.ok) return result.value;
  const name = exact(reference);
  if (result.reason === 'denied') throw new OcError(`image ${goQuote(name)} does not exist or you don't have permission to access the repository`);
  if (result.reason === 'manifest-unknown') throw new OcError(`image ${goQuote(name)} not found: ${result.message}`);
  throw new OcError(`unable to read image ${name}: ${result.message}`);
}
