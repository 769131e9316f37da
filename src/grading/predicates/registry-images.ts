import type { RegistryManifest } from '../../api/registry-transport.ts';
import type { Evidence } from '../evidence.ts';
import type { Login } from './secrets.ts';

/** An image in a registry, by tag: `host/path:tag`, read with a login where it is private. */
export interface RegistryImage {
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
  readonly login?: Omit<Login, 'server'>;
}

/** Digests that mean what the registry gives for the tag now: of its manifest, and of the cluster's image where that is a list. Empty where it gives none. */
export function digestsOf({ registries }: Evidence, { host, repository, tag, login }: RegistryImage): readonly string[] {
  const answer = registries.getManifest({ host, repository, reference: tag, ...(login && { credentials: login }) });
  if (!answer.ok) return [];
  const listed = listedForCluster(answer.value);
  return listed === undefined ? [answer.value.digest] : [answer.value.digest, listed];
}

interface ManifestList {
  readonly manifests?: readonly { readonly digest: string; readonly platform?: { readonly architecture: string; readonly os: string } }[];
}

/** The digest of the linux/amd64 image of a list, which is what an import takes; undefined where the manifest is no list. */
function listedForCluster({ raw }: RegistryManifest): string | undefined {
  const { manifests } = JSON.parse(raw) as ManifestList;
  return manifests?.find(({ platform }) => platform?.architecture === 'amd64' && platform.os === 'linux')?.digest;
}
