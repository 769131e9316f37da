import { type Image, type ImageStream, imageGroup, type TagEvent } from '../../../../api/image.ts';
import type {
  ManifestRequest,
  RegistryCredentials,
  RegistryFailure,
  RegistryManifest,
  RegistryResult,
  RegistryTransport,
  RepositoryRequest,
} from '../../../../api/registry-transport.ts';
import { decodeBase64 } from '../../../../imageutil/base64.ts';
import { makeDockerKeyring } from '../../../../imageutil/docker-keyring.ts';
import { dockerClientDefaults, exact, repositoryName, tryParseImageReference } from '../../../../imageutil/image-reference.ts';
import { latestTaggedImage } from '../../../../imageutil/tag-events.ts';
import { serviceAccountGroups } from '../../authenticator.ts';
import { isAllowed } from '../../authorizer.ts';
import type { RequestContext } from '../../rest-storage.ts';
import { pullSecrets } from '../image-stream/image-stream.ts';

/** Registries as the API server reaches them: the cluster's own one answers from image streams, and fetches what it does not hold from where it came. */
export function registriesInside(context: RequestContext): RegistryTransport {
  const { registries: outside, config } = context;
  const isInside = ({ host }: { readonly host: string }) => host === config.internalRegistryHostname;
  return {
    ping: (request) => (isInside(request) ? { ok: true, value: undefined } : outside.ping(request)),
    putManifest: (request) => outside.putManifest(request),
    getManifest: (request) => (isInside(request) ? serve(context, request, manifestOf) : outside.getManifest(request)),
    getBlob: (request) => (isInside(request) ? serveBlob(context, request) : outside.getBlob(request)),
    listTags: (request) => (isInside(request) ? listTags(context, request) : outside.listTags(request)),
  };
}

const unauthorized: RegistryFailure = { ok: false, reason: 'unauthorized', message: 'unauthorized: authentication required' };
const nameUnknown: RegistryFailure = { ok: false, reason: 'name-unknown', message: 'name unknown: repository name not known to registry' };
const manifestUnknown: RegistryFailure = { ok: false, reason: 'manifest-unknown', message: 'manifest unknown: manifest unknown' };

type Answer<T> = (context: RequestContext, event: TagEvent, namespace: string) => RegistryResult<T>;

function serve<T>(context: RequestContext, request: ManifestRequest, answer: Answer<T>): RegistryResult<T> {
  const found = findStream(context, request);
  if (!found.ok) return found;
  const stream = found.value;
  const event = request.reference.startsWith('sha256:') ? eventOfImage(stream, request.reference) : latestTaggedImage(stream, request.reference);
  return event ? answer(context, event, stream.metadata.namespace ?? '') : manifestUnknown;
}

/** A configuration belongs to whichever image of the stream names it. */
function serveBlob(context: RequestContext, request: ManifestRequest): RegistryResult<string> {
  const found = findStream(context, request);
  if (!found.ok) return found;
  const stream = found.value;
  for (const event of eventsOf(stream)) {
    const image = imageOf(context, event.image);
    if (image?.dockerImageMetadata?.Id !== request.reference) continue;
    if (image.dockerImageConfig) return { ok: true, value: image.dockerImageConfig };
    return elsewhere(context, event, stream.metadata.namespace ?? '', (place) => context.registries.getBlob({ ...place, reference: request.reference }));
  }
  return manifestUnknown;
}

function listTags(context: RequestContext, request: RepositoryRequest): RegistryResult<readonly string[]> {
  const found = findStream(context, request);
  if (!found.ok) return found;
  const stream = found.value;
  return { ok: true, value: (stream.status.tags ?? []).filter(({ items }) => items?.length).map(({ tag }) => tag) };
}

function findStream(context: RequestContext, { repository, credentials }: RepositoryRequest): RegistryResult<ImageStream> {
  const [namespace = '', name = ''] = repository.split('/');
  if (!mayPull(context, credentials, namespace, name)) return unauthorized;
  const found = context.store.get({ group: imageGroup, resource: 'imagestreams' }, namespace, name) as ImageStream | undefined;
  return found ? { ok: true, value: found } : nameUnknown;
}

/** The login of a pull secret carries the name of its service account. */
function mayPull({ store }: RequestContext, credentials: RegistryCredentials | undefined, namespace: string, name: string): boolean {
  const account = credentials && accountOf(credentials.password);
  if (!account) return false;
  const user = { name: account, groups: serviceAccountGroups(account) };
  return isAllowed(store, user, { verb: 'get', group: imageGroup, resource: 'imagestreams', subresource: 'layers', namespace, name });
}

function accountOf(token: string): string | undefined {
  const claims = token.split('.')[1] ?? '';
  const match = /"sub":"(system:serviceaccount:[^"]+)"/.exec(decodeBase64(claims.padEnd(Math.ceil(claims.length / 4) * 4, '=')));
  return match?.[1];
}

const eventsOf = (stream: ImageStream) => (stream.status.tags ?? []).flatMap(({ items }) => items ?? []);
const eventOfImage = (stream: ImageStream, image: string) => eventsOf(stream).find((event) => event.image === image);
const imageOf = ({ store }: RequestContext, name: string) => store.get({ group: imageGroup, resource: 'images' }, undefined, name) as Image | undefined;

function manifestOf(context: RequestContext, event: TagEvent, namespace: string): RegistryResult<RegistryManifest> {
  const image = imageOf(context, event.image);
  const { dockerImageManifest: raw, dockerImageManifestMediaType: mediaType } = image ?? {};
  if (raw && mediaType) return { ok: true, value: { digest: event.image, mediaType, raw } };
  return elsewhere(context, event, namespace, (place, reference) => context.registries.getManifest({ ...place, reference }));
}

/** From where the image was imported, with the secrets of the stream's project. */
function elsewhere<T>(
  context: RequestContext,
  { dockerImageReference, image }: TagEvent,
  namespace: string,
  fetch: (place: RepositoryRequest, reference: string) => RegistryResult<T>,
): RegistryResult<T> {
  const parsed = tryParseImageReference(dockerImageReference);
  if (!parsed || parsed.registry === context.config.internalRegistryHostname) return manifestUnknown;
  const full = dockerClientDefaults(parsed);
  const credentials = makeDockerKeyring(pullSecrets({ ...context, namespace })).lookup(exact({ ...full, id: '' }))[0];
  return fetch({ host: full.registry, repository: repositoryName(full), ...(credentials && { credentials }) }, image || parsed.tag);
}
