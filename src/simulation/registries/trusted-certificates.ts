import type { KubeObject } from '../../api/meta.ts';
import { own } from '../../api/own.ts';
import type { RegistryTransport } from '../../api/registry-transport.ts';
import type { Store } from '../store.ts';

/**
 * The registries outside as the cluster's components see them: a host whose authority an administrator added to `spec.additionalTrustedCA` of
 * images.config.openshift.io has a certificate that holds. The key in the config map is the host, with `..` before the port.
 */
export function withAddedAuthorities(store: Store, outside: RegistryTransport): RegistryTransport {
  const trusting = <Request extends { readonly host: string }>(request: Request): Request =>
    authorityOf(store, request.host) ? { ...request, insecure: true } : request;
  return {
    ping: (request) => outside.ping(trusting(request)),
    getManifest: (request) => outside.getManifest(trusting(request)),
    getBlob: (request) => outside.getBlob(trusting(request)),
    listTags: (request) => outside.listTags(trusting(request)),
    putManifest: (request) => outside.putManifest(trusting(request)),
    deleteManifest: (request) => outside.deleteManifest(trusting(request)),
  };
}

interface ImageConfig extends KubeObject {
  readonly spec?: { readonly additionalTrustedCA?: { readonly name?: string } };
}

interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

function authorityOf(store: Store, host: string): boolean {
  const config = store.get({ group: 'config.openshift.io', resource: 'images' }, undefined, 'cluster') as ImageConfig | undefined;
  const name = config?.spec?.additionalTrustedCA?.name;
  if (!name) return false;
  const map = store.get({ group: '', resource: 'configmaps' }, 'openshift-config', name) as ConfigMap | undefined;
  return own(map?.data, host.replace(':', '..'))?.includes('-----BEGIN CERTIFICATE-----') === true;
}
