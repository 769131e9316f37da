import { type Image, type ImageStream, imageGroup, type TagEvent } from '../../api/image.ts';
import type { ManifestRequest, RegistryFailure, RegistryManifest, RegistryResult, RegistryTransport, RepositoryRequest } from '../../api/registry-transport.ts';
import type { ApiRequest, ApiResponse, UserInfo } from '../../api/request.ts';
import { makeDockerKeyring } from '../../imageutil/docker-keyring.ts';
import { dockerClientDefaults, exact, repositoryName, tryParseImageReference } from '../../imageutil/image-reference.ts';
import { latestTaggedImage } from '../../imageutil/tag-events.ts';
import { isAllowed } from '../apiserver/authorizer.ts';
import { pullSecrets } from '../apiserver/resources/image-stream/pull-secrets.ts';
import type { Store } from '../store.ts';
import { pushToStream } from './push-to-stream.ts';
import { userOfLogin } from './registry-login.ts';

export interface ClusterRegistryParts {
  readonly store: Store;
  /** The registries outside, from which it pulls through. */
  readonly outside: RegistryTransport;
  /** The name it has inside the cluster. */
  internalHost(): string;
  handle(request: ApiRequest): ApiResponse;
}

/** The cluster's own registry: repositories are image streams, rights are rights to `imagestreams/layers`, and what it does not hold it fetches from where it came. */
export function createClusterRegistry(parts: ClusterRegistryParts): RegistryTransport {
  return {
    ping: ({ credentials }) => (credentials && !userOfLogin(parts.store, credentials) ? invalidCredentials : { ok: true, value: undefined }),
    getManifest: (request) => serve(parts, request),
    getBlob: (request) => serveBlob(parts, request),
    listTags: (request) => listTags(parts, request),
    putManifest(request) {
      const place = enter(parts, request, 'update');
      return place.ok ? pushToStream(parts, place.value, request) : place;
    },
    deleteManifest(request) {
      const place = enter(parts, request, 'delete');
      return place.ok ? { ok: false, reason: 'denied', message: 'unsupported: The operation is unsupported.' } : place;
    },
  };
}

/** A repository, and who is at its door. */
export interface Place {
  readonly namespace: string;
  readonly name: string;
  readonly user: UserInfo;
}

const unauthorized: RegistryFailure = { ok: false, reason: 'unauthorized', message: 'unauthorized: authentication required' };
const invalidCredentials: RegistryFailure = { ...unauthorized, reason: 'invalid-credentials' };
const nameUnknown: RegistryFailure = { ok: false, reason: 'name-unknown', message: 'name unknown: repository name not known to registry' };
const manifestUnknown: RegistryFailure = { ok: false, reason: 'manifest-unknown', message: 'manifest unknown: manifest unknown' };

const anonymous: UserInfo = { name: 'system:anonymous', groups: ['system:unauthenticated'] };

/** Lets in who has the right. (openshift/image-registry pkg/dockerregistry/server/auth.go verifyImageStreamAccess) */
function enter({ store }: ClusterRegistryParts, { repository, credentials }: RepositoryRequest, verb: string): RegistryResult<Place> {
  const [namespace = '', name = '', ...rest] = repository.split('/');
  const user = credentials ? userOfLogin(store, credentials) : anonymous;
  const isAllowedIn = user && isAllowed(store, user, { verb, group: imageGroup, resource: 'imagestreams', subresource: 'layers', namespace, name });
  return isAllowedIn && name !== '' && rest.length === 0 ? { ok: true, value: { namespace, name, user } } : unauthorized;
}

function findStream(parts: ClusterRegistryParts, request: RepositoryRequest): RegistryResult<ImageStream> {
  const place = enter(parts, request, 'get');
  if (!place.ok) return place;
  const found = parts.store.get({ group: imageGroup, resource: 'imagestreams' }, place.value.namespace, place.value.name) as ImageStream | undefined;
  return found ? { ok: true, value: found } : nameUnknown;
}

function serve(parts: ClusterRegistryParts, request: ManifestRequest): RegistryResult<RegistryManifest> {
  const found = findStream(parts, request);
  if (!found.ok) return found;
  const stream = found.value;
  if (!request.reference.startsWith('sha256:')) {
    const event = latestTaggedImage(stream, request.reference);
    return event ? manifestOf(parts, event, stream.metadata.namespace ?? '') : manifestUnknown;
  }
  const event = eventsOf(stream).find(({ image }) => image === request.reference);
  return event ? manifestOf(parts, event, stream.metadata.namespace ?? '') : manifestUnknown;
}

/** A configuration belongs to whichever image of the stream names it. */
function serveBlob(parts: ClusterRegistryParts, request: ManifestRequest): RegistryResult<string> {
  const found = findStream(parts, request);
  if (!found.ok) return found;
  const stream = found.value;
  for (const event of eventsOf(stream)) {
    const image = imageOf(parts, event.image);
    if (image?.dockerImageMetadata?.Id !== request.reference) continue;
    if (image.dockerImageConfig) return { ok: true, value: image.dockerImageConfig };
    const namespace = stream.metadata.namespace ?? '';
    return elsewhere(parts, event, namespace, (place) => parts.outside.getBlob({ ...place, reference: request.reference })) ?? manifestUnknown;
  }
  return manifestUnknown;
}

function listTags(parts: ClusterRegistryParts, request: RepositoryRequest): RegistryResult<readonly string[]> {
  const found = findStream(parts, request);
  if (!found.ok) return found;
  return { ok: true, value: (found.value.status.tags ?? []).filter(({ items }) => items?.length).map(({ tag }) => tag) };
}

const eventsOf = (stream: ImageStream) => (stream.status.tags ?? []).flatMap(({ items }) => items ?? []);
const imageOf = ({ store }: ClusterRegistryParts, name: string) => store.get({ group: imageGroup, resource: 'images' }, undefined, name) as Image | undefined;

/** What came from elsewhere is fetched from there; what was built or pushed here is known by its Image object. */
function manifestOf(parts: ClusterRegistryParts, event: TagEvent, namespace: string): RegistryResult<RegistryManifest> {
  const remote = elsewhere(parts, event, namespace, (place, reference) => parts.outside.getManifest({ ...place, reference }));
  if (remote) return remote.ok ? remote : manifestUnknown;
  const { dockerImageManifest: raw, dockerImageManifestMediaType: mediaType } = imageOf(parts, event.image) ?? {};
  return raw && mediaType ? { ok: true, value: { digest: event.image, mediaType, raw } } : manifestUnknown;
}

/** From where the image was imported, with the secrets of the stream's project; undefined where that is this registry. */
function elsewhere<T>(
  parts: ClusterRegistryParts,
  { dockerImageReference, image }: TagEvent,
  namespace: string,
  fetch: (place: RepositoryRequest, reference: string) => RegistryResult<T>,
): RegistryResult<T> | undefined {
  const parsed = tryParseImageReference(dockerImageReference);
  if (!parsed || parsed.registry === parts.internalHost()) return undefined;
  const full = dockerClientDefaults(parsed);
  const place = { host: full.registry, repository: repositoryName(full) };
  const reference = image || full.tag;
  const logins = makeDockerKeyring(pullSecrets({ store: parts.store, namespace })).lookup(exact({ ...full, id: '', tag: '' }));
  const attempts = logins.map((credentials) => fetch({ ...place, credentials }, reference));
  return attempts.find(({ ok }) => ok) ?? fetch(place, reference);
}
