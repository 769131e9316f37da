import { ApiClient } from '../../api/client.ts';
import { imageApiVersion, imageGroup, managedByOpenShiftAnnotation } from '../../api/image.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { RegistryFailure, RegistryResult, RegistryTransport } from '../../api/registry-transport.ts';
import type { UserInfo } from '../../api/request.ts';
import { StatusError } from '../../api/status.ts';
import { digestOf } from '../../imageutil/digest.ts';
import type { ClusterRegistryParts, Place } from './cluster-registry.ts';

type Push = Parameters<RegistryTransport['putManifest']>[0];

const imageStreams = { group: imageGroup, version: 'v1', resource: 'imagestreams' };
const imageStreamMappings = { group: imageGroup, version: 'v1', resource: 'imagestreammappings' };

/** Who the registry itself is. */
const registryAccount: UserInfo = {
  name: 'system:serviceaccount:openshift-image-registry:registry',
  groups: ['system:masters', 'system:serviceaccounts', 'system:authenticated'],
};

/** Registers a pushed image under its tag; a stream that is not there yet is made in the pusher's name. (openshift/image-registry manifestservice.go Put) */
export function pushToStream(parts: ClusterRegistryParts, { namespace, name, user }: Place, push: Push): RegistryResult<{ readonly digest: string }> {
  const digest = digestOf(push.manifest.raw);
  const clientOf = (certificateUser: UserInfo) => new ApiClient({ transport: parts.handle, credentials: { certificateUser } });
  try {
    const registry = clientOf(registryAccount);
    if (!registry.find(imageStreams, namespace, name)) clientOf(user).create(imageStreams, namespace, emptyStream(namespace, name));
    registry.create(imageStreamMappings, namespace, mappingOf(parts, namespace, name, digest, push));
    return { ok: true, value: { digest } };
  } catch (error) {
    if (error instanceof StatusError) return refusal(error);
    throw error;
  }
}

const emptyStream = (namespace: string, name: string): KubeObject => ({ apiVersion: imageApiVersion, kind: 'ImageStream', metadata: { name, namespace } });

function mappingOf(parts: ClusterRegistryParts, namespace: string, name: string, digest: string, { reference, manifest, blobs }: Push): KubeObject {
  const { config } = JSON.parse(manifest.raw) as { readonly config?: { readonly digest: string } };
  const dockerImageConfig = blobs[config?.digest ?? ''];
  return {
    apiVersion: imageApiVersion,
    kind: 'ImageStreamMapping',
    metadata: { name, namespace },
    image: {
      metadata: { name: digest, annotations: { [managedByOpenShiftAnnotation]: 'true' } },
      dockerImageReference: `${parts.internalHost()}/${namespace}/${name}@${digest}`,
      dockerImageManifest: manifest.raw,
      dockerImageManifestMediaType: manifest.mediaType,
      ...(dockerImageConfig !== undefined && { dockerImageConfig }),
    },
    tag: reference.includes(':') ? digest.slice('sha256:'.length, 'sha256:'.length + 12) : reference,
  };
}

const refusal = ({ status, message }: StatusError): RegistryFailure =>
  status.reason === 'Forbidden'
    ? { ok: false, reason: 'denied', message: 'denied: requested access to the resource is denied' }
    : { ok: false, reason: 'denied', message: `unknown: ${message}` };
