import type { RegistryFailure } from '../api/registry-transport.ts';
import type { ImageReference } from '../imageutil/image-reference.ts';
import type { ContainerImage } from './container-image.ts';
import { manifestOf } from './container-image.ts';
import { type RemotePlace, repositoryText, requestOf } from './remote-image.ts';

/** What podman and skopeo say when an image cannot be read. (containers/image docker/docker_image_src.go) */
export function readingFailure(reference: ImageReference, failure: RegistryFailure): string {
  const answer = `reading manifest ${reference.id || reference.tag} in ${repositoryText(reference)}: ${registryWords(failure)}`;
  return connectionFailure(reference.registry, failure) ?? answer;
}

/** What they say when one cannot be written: with the right to pull, the upload is what is refused. (docker_image_dest.go) */
export function writingFailure(place: RemotePlace, image: ContainerImage, failure: RegistryFailure): string {
  const { host, repository } = requestOf(place);
  const layer = manifestOf(image).layers[0]?.digest ?? '';
  const reusing = `trying to reuse blob ${layer} at destination`;
  const connection = connectionFailure(host, failure);
  if (connection !== undefined) return `${reusing}: ${connection}`;
  if (failure.reason === 'unauthorized' && !place.registries.listTags(requestOf(place)).ok) {
    return `${reusing}: checking whether a blob ${layer} exists in ${repositoryText(place.reference)}: ${registryWords(failure)}`;
  }
  return `writing blob: initiating layer upload to /v2/${repository}/blobs/uploads/ in ${host}: ${registryWords(failure)}`;
}

/** What they say where the registry itself was not reached, or did not take the login; undefined otherwise. */
export function connectionFailure(host: string, { reason, message }: RegistryFailure): string | undefined {
  const ping = `pinging container registry ${host}`;
  switch (reason) {
    case 'no-such-host':
      return `${ping}: ${lookupFailure(host)}`;
    case 'unreachable':
    case 'tls':
      return `${ping}: ${message}`;
    case 'invalid-credentials':
      return `unable to retrieve auth token: invalid username/password: ${message}`;
    default:
      return undefined;
  }
}

function lookupFailure(host: string): string {
  const name = host.replace(/:\d+$/, '');
  const get = `Get "https://${host}/v2/": dial tcp`;
  return name === 'localhost' ? `${get} [::1]:${host.slice(name.length + 1) || '443'}: connect: connection refused` : `${get}: lookup ${name}: no such host`;
}

const usualWords: Readonly<Record<string, string>> = {
  unauthorized: 'authentication required',
  denied: 'requested access to the resource is denied',
  'manifest unknown': 'manifest unknown',
  'name unknown': 'repository name not known to registry',
};

/** A registry's own words; the code goes where the text says no more than that. (registryHTTPResponseToError) */
export function registryWords({ message }: RegistryFailure): string {
  const match = /^([a-z ]+): (.*)$/s.exec(message);
  return match && usualWords[match[1] as string] === match[2] ? (match[2] as string) : message;
}
