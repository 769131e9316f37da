import { dockerHub, exact, type ImageReference, isDockerHub, tryParseImageReference } from '../../imageutil/image-reference.ts';

/** Where the node looks for an image whose name has no host, in this order (registries.conf, unqualified-search-registries). */
const searchRegistries = ['registry.access.redhat.com', dockerHub];

/** The full names under which the runtime tries an image; none where the text is no image name. */
export function candidatesOf(image: string): readonly ImageReference[] {
  const parsed = tryParseImageReference(image);
  if (!parsed) return [];
  const hosts = parsed.registry === '' ? searchRegistries : [parsed.registry];
  return hosts.map((registry) => qualified({ ...parsed, registry }));
}

function qualified(reference: ImageReference): ImageReference {
  const hub = isDockerHub(reference.registry);
  return {
    ...reference,
    registry: hub ? dockerHub : reference.registry,
    namespace: hub && reference.namespace === '' ? 'library' : reference.namespace,
    // a digest wins over a tag
    tag: reference.id === '' ? reference.tag || 'latest' : '',
  };
}

/** `host/path:tag` or `host/path@digest`. */
export const fullName = (reference: ImageReference): string => exact(reference);

/** `host/path`. */
export const repositoryOf = (reference: ImageReference): string => exact({ ...reference, tag: '', id: '' });

/** `path`: what a registry calls the repository. */
export const pathOf = (reference: ImageReference): string => exact({ ...reference, registry: '', tag: '', id: '' });
