import type { ImageStream } from '../../api/image.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { ManifestRequest, RegistryFailure, RegistryManifest, RegistryResult, RegistryTransport } from '../../api/registry-transport.ts';
import { StatusError } from '../../api/status.ts';
import { digestOf } from '../../imageutil/digest.ts';
import { makeDockerKeyring } from '../../imageutil/docker-keyring.ts';
import { latestTaggedImage } from '../../imageutil/tag-events.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { imageStreams, secrets } from '../controllers/targets.ts';
import { candidatesOf, pathOf } from './image-name.ts';

const images = { group: 'image.openshift.io', resource: 'images' } as const;
const clusterImageConfig = { group: 'config.openshift.io', resource: 'images' } as const;

/** Registries as a node of the cluster reaches them for a pod: the cluster's own registry serves image streams, and pulls through what it does not hold. */
export function registriesOf(pod: Pod, context: ControllerContext): RegistryTransport {
  const { registries, lister } = context;
  const config = lister.get<KubeObject>(clusterImageConfig, undefined, 'cluster');
  const internalHost = (config?.status as { readonly internalRegistryHostname?: string } | undefined)?.internalRegistryHostname;
  return {
    ping: (request) => registries.ping(request),
    listTags: (request) => registries.listTags(request),
    getBlob: (request) => registries.getBlob(request),
    putManifest: (request) => registries.putManifest(request),
    getManifest: (request) => (request.host === internalHost ? serve(request, pod, context) : registries.getManifest(request)),
  };
}

function serve(request: ManifestRequest, pod: Pod, context: ControllerContext): RegistryResult<RegistryManifest> {
  const [namespace = '', name = ''] = request.repository.split('/');
  if (!mayPull(pod, namespace, name, context)) return { ok: false, reason: 'unauthorized', message: 'unauthorized: authentication required' };
  const stream = context.lister.get<ImageStream>(imageStreams, namespace, name);
  if (!stream) return { ok: false, reason: 'name-unknown', message: 'name unknown: repository name not known to registry' };
  const event = eventOf(stream, request.reference);
  if (!event) return { ok: false, reason: 'manifest-unknown', message: 'manifest unknown' };
  const stored = context.registries.getManifest({ ...request, reference: event.image });
  if (stored.ok) return stored;
  return pullThrough(event.dockerImageReference, request.host, namespace, context) ?? metadataOf(event.image, context);
}

function eventOf(stream: ImageStream, reference: string) {
  if (!reference.startsWith('sha256:')) return latestTaggedImage(stream, reference);
  return stream.status.tags?.flatMap(({ items }) => items ?? []).find(({ image }) => image === reference);
}

/** From where the image was imported, with the secrets of the stream's namespace. */
function pullThrough(
  reference: string,
  internalHost: string,
  namespace: string,
  { lister, registries }: ControllerContext,
): RegistryResult<RegistryManifest> | undefined {
  const all = lister.list<KubeObject>(secrets, namespace);
  const isElsewhere = candidatesOf(reference).filter(({ registry }) => registry !== internalHost);
  for (const { registry: host, ...rest } of isElsewhere) {
    const repository = pathOf({ registry: host, ...rest });
    const logins = makeDockerKeyring(all).lookup(`${host}/${repository}`);
    for (const credentials of [...logins, undefined]) {
      const found = registries.getManifest({ host, repository, reference: rest.id || rest.tag, ...(credentials && { credentials }) });
      if (found.ok) return found;
    }
  }
  return isElsewhere.length > 0 ? manifestUnknown : undefined;
}

const manifestUnknown: RegistryFailure = { ok: false, reason: 'manifest-unknown', message: 'manifest unknown' };

/** What was built or pushed inside the cluster is known by its Image object. */
function metadataOf(digest: string, { lister }: ControllerContext): RegistryResult<RegistryManifest> {
  const image = lister.get<KubeObject>(images, undefined, digest);
  if (!image) return manifestUnknown;
  const layers = (image.dockerImageLayers ?? []) as readonly { readonly size: number; readonly name: string }[];
  const raw = JSON.stringify({ schemaVersion: 2, layers: layers.map(({ size, name }) => ({ size, digest: name })) });
  const mediaType = String(image.dockerImageManifestMediaType ?? 'application/vnd.docker.distribution.manifest.v2+json');
  return { ok: true, value: { digest: digest || digestOf(raw), mediaType, raw } };
}

/** Does the pod's service account have the right to pull from the image stream? */
function mayPull(pod: Pod, namespace: string, name: string, { client }: ControllerContext): boolean {
  const own = pod.metadata.namespace ?? '';
  const account = pod.spec.serviceAccountName ?? 'default';
  const review: KubeObject = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    metadata: { name: '' },
    spec: {
      user: `system:serviceaccount:${own}:${account}`,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${own}`, 'system:authenticated'],
      resourceAttributes: { verb: 'get', group: 'image.openshift.io', resource: 'imagestreams', subresource: 'layers', namespace, name },
    },
  };
  try {
    const answer = client.create({ group: 'authorization.k8s.io', version: 'v1', resource: 'subjectaccessreviews' }, undefined, review);
    return (answer.status as { readonly allowed?: boolean } | undefined)?.allowed === true;
  } catch (error) {
    if (error instanceof StatusError) return false;
    throw error;
  }
}
