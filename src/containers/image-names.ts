import { dockerHub, exact, type ImageReference, isDockerHub, parseImageReference } from '../imageutil/image-reference.ts';
import { ToolError } from './program.ts';

/** Where podman looks for a name without a host, in this order (registries.conf, unqualified-search-registries). */
export const searchRegistries: readonly string[] = ['registry.access.redhat.com', dockerHub];

/** The reference of a text, as it was typed. Throws what podman says of one that is none. */
export function parseName(text: string): ImageReference {
  const parsed = parseImageReference(text.replace(/^docker:\/\//, ''));
  if (!parsed.ok) throw new ToolError(parsed.error.startsWith('invalid reference format') ? parsed.error : `invalid reference format: ${parsed.error}`);
  return parsed.reference;
}

/** With a host, a tag where there is no digest, and Docker Hub's `library`. */
export function qualify(reference: ImageReference, registry: string): ImageReference {
  const host = isDockerHub(reference.registry || registry) ? dockerHub : reference.registry || registry;
  const tag = reference.id === '' ? reference.tag || 'latest' : '';
  return { ...reference, registry: host, namespace: host === dockerHub && reference.namespace === '' ? 'library' : reference.namespace, tag };
}

/** The names under which podman tries to pull. */
export const pullNames = (reference: ImageReference): readonly ImageReference[] =>
  reference.registry === '' ? searchRegistries.map((registry) => qualify(reference, registry)) : [qualify(reference, '')];

/** The names that a local image may have for podman: a name without a host is `localhost/…` first. */
export const localNames = (reference: ImageReference): readonly string[] =>
  (reference.registry === '' ? ['localhost', ...searchRegistries] : ['']).map((registry) => exact(qualify(reference, registry)));

/** The name that podman gives an image for a text. */
export const newName = (text: string): string => exact(qualify(parseName(text), 'localhost'));

/** Repository and tag of a full name. */
export function splitName(name: string): { readonly repository: string; readonly tag: string } {
  const at = name.lastIndexOf(':');
  return at > name.lastIndexOf('/') ? { repository: name.slice(0, at), tag: name.slice(at + 1) } : { repository: name, tag: '<none>' };
}
