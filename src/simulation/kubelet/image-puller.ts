import type { KubeObject } from '../../api/meta.ts';
import type {
  RegistryCredentials,
  RegistryFailure,
  RegistryManifest,
  RegistryResult,
  RegistryTransport,
  RepositoryRequest,
} from '../../api/registry-transport.ts';
import { makeDockerKeyring } from '../../imageutil/docker-keyring.ts';
import type { ImageReference } from '../../imageutil/image-reference.ts';
import { fullName, pathOf, repositoryOf } from './image-name.ts';

export type PullResult =
  | { readonly ok: true; readonly name: ImageReference; readonly imageID: string; readonly sizeBytes: number }
  | { readonly ok: false; readonly message: string };

/** Pulls an image as the container runtime does: each place in turn, each with every login that fits before none at all. */
export function pullImage(candidates: readonly ImageReference[], secrets: readonly KubeObject[], registries: RegistryTransport): PullResult {
  const failures: string[] = [];
  for (const name of candidates) {
    const { pulled, credentials } = pullFrom(name, secrets, registries);
    if (pulled.ok) {
      const place = { host: name.registry, repository: pathOf(name), ...(credentials && { credentials }) };
      return { ok: true, name, imageID: `${repositoryOf(name)}@${pulled.value.digest}`, sizeBytes: sizeOf(pulled.value, place, registries) };
    }
    failures.push(`initializing source docker://${fullName(name)}: ${wordsOf(name, pulled)}`);
  }
  return { ok: false, message: failures.length === 1 ? (failures[0] ?? '') : `${failures.length} errors occurred while pulling: [${failures.join(', ')}]` };
}

const referenceOf = ({ id, tag }: ImageReference) => (id === '' ? tag : id);

interface Attempt {
  readonly pulled: RegistryResult<RegistryManifest>;
  readonly credentials: RegistryCredentials | undefined;
}

function pullFrom(name: ImageReference, secrets: readonly KubeObject[], registries: RegistryTransport): Attempt {
  const request = { host: name.registry, repository: pathOf(name), reference: referenceOf(name) };
  const logins: readonly (RegistryCredentials | undefined)[] = makeDockerKeyring(secrets).lookup(repositoryOf(name));
  const attempts: Attempt[] = [];
  for (const credentials of logins.length > 0 ? logins : [undefined]) {
    const pulled = registries.getManifest({ ...request, ...(credentials && { credentials }) });
    attempts.push({ pulled, credentials });
    if (pulled.ok) break;
  }
  return attempts.at(-1) as Attempt;
}

/** Bytes of all layers; of a list, of its first image. */
function sizeOf(manifest: RegistryManifest, place: RepositoryRequest, registries: RegistryTransport): number {
  const { layers, manifests } = JSON.parse(manifest.raw) as {
    readonly layers?: readonly { readonly size: number }[];
    readonly manifests?: readonly { readonly digest: string }[];
  };
  if (layers) return layers.reduce((sum, { size }) => sum + size, 0);
  const digest = manifests?.[0]?.digest;
  const child = digest === undefined ? undefined : registries.getManifest({ ...place, reference: digest });
  return child?.ok ? sizeOf(child.value, place, registries) : 0;
}

/** What the runtime (CRI-O with containers/image) says about a failure. */
function wordsOf(name: ImageReference, { reason, message }: RegistryFailure): string {
  const where = `reading manifest ${referenceOf(name)} in ${repositoryOf(name)}`;
  const pinging = `pinging container registry ${name.registry}`;
  const ping = `${pinging}: Get "https://${name.registry}/v2/"`;
  switch (reason) {
    case 'no-such-host':
      return `${ping}: dial tcp: lookup ${name.registry.replace(/:\d+$/, '')}: no such host`;
    case 'unreachable':
      return `${pinging}: ${message}`;
    case 'tls':
      return `${ping}: tls: failed to verify certificate: x509: certificate signed by unknown authority`;
    case 'manifest-unknown':
      return `${where}: manifest unknown`;
    case 'name-unknown':
      return `${where}: name unknown: repository name not known to registry`;
    case 'rate-limited':
    case 'unauthorized':
    case 'denied':
      return `${where}: ${message}`;
    default:
      return `unable to retrieve auth token: invalid username/password: ${message}`;
  }
}
