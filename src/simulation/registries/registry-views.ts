import type { KubeObject } from '../../api/meta.ts';
import type { RegistryFailure, RegistryTransport } from '../../api/registry-transport.ts';
import type { Store } from '../store.ts';

export interface RegistrySurroundings {
  readonly store: Store;
  readonly outside: RegistryTransport;
  readonly cluster: RegistryTransport;
  /** The name of the cluster's registry inside the cluster. */
  internalHost(): string;
}

/** Registries as a workstation reaches them: those outside, and the cluster's own one under the host of a route to it. */
export const registriesOfWorkstation = (around: RegistrySurroundings): RegistryTransport => byHost((host) => fromOutside(around, host) ?? around.outside);

/** Registries as the cluster's own components reach them: the cluster's registry has its service name here too. */
export const registriesOfCluster = (around: RegistrySurroundings): RegistryTransport =>
  byHost((host) => (host === around.internalHost() ? around.cluster : (fromOutside(around, host) ?? around.outside)));

/** Every name below this domain leads to the router. */
const appsDomain = '.apps.ocp4.example.com';

function fromOutside({ store, cluster }: RegistrySurroundings, host: string): RegistryTransport | undefined {
  if (!host.replace(/:443$/, '').endsWith(appsDomain)) return undefined;
  const routes = store.list({ group: 'route.openshift.io', resource: 'routes' }, 'openshift-image-registry') as readonly RegistryRoute[];
  const isExposed = routes.some(({ spec }) => spec.host === host.replace(/:443$/, '') && spec.to?.name === 'image-registry' && spec.tls !== undefined);
  return isExposed ? cluster : noApplication;
}

interface RegistryRoute extends KubeObject {
  readonly spec: { readonly host?: string; readonly to?: { readonly name: string }; readonly tls?: unknown };
}

/** What the router says for a name without a route. */
const unavailable: RegistryFailure = { ok: false, reason: 'unreachable', message: 'received unexpected HTTP status: 503 Service Unavailable' };
const refuse = () => unavailable;
const noApplication: RegistryTransport = {
  ping: refuse,
  getManifest: refuse,
  getBlob: refuse,
  listTags: refuse,
  putManifest: refuse,
  deleteManifest: refuse,
};

const byHost = (registryAt: (host: string) => RegistryTransport): RegistryTransport => ({
  ping: (request) => registryAt(request.host).ping(request),
  getManifest: (request) => registryAt(request.host).getManifest(request),
  getBlob: (request) => registryAt(request.host).getBlob(request),
  listTags: (request) => registryAt(request.host).listTags(request),
  putManifest: (request) => registryAt(request.host).putManifest(request),
  deleteManifest: (request) => registryAt(request.host).deleteManifest(request),
});
