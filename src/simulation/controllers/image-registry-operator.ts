import type { KubeObject } from '../../api/meta.ts';
import type { Controller, ControllerContext } from './controller.ts';

const routes = { group: 'route.openshift.io', version: 'v1', resource: 'routes' };
const registryConfigs = { group: 'imageregistry.operator.openshift.io', version: 'v1', resource: 'configs' };
const imageConfigs = { group: 'config.openshift.io', version: 'v1', resource: 'images' };

const namespace = 'openshift-image-registry';
const user = `system:serviceaccount:${namespace}:cluster-image-registry-operator`;
const defaultRoute = 'default-route';

/** Keeps the registry's default route while `spec.defaultRoute` asks for it. (cluster-image-registry-operator pkg/resource/route.go) */
const defaultRouteController: Controller = {
  name: 'image-registry-operator',
  user,
  watches: [
    { resource: registryConfigs, keys: ({ object }) => (object.metadata.name === 'cluster' ? ['cluster'] : []) },
    { resource: routes, keys: ({ type, object }) => (type === 'DELETED' && object.metadata.name === defaultRoute ? ['cluster'] : []) },
  ],
  reconcile(key, { client, lister }) {
    const config = lister.get<KubeObject>(registryConfigs, undefined, key);
    if (!config) return undefined;
    const isWanted = (config.spec as { readonly defaultRoute?: boolean } | undefined)?.defaultRoute === true;
    const current = lister.get<KubeObject>(routes, namespace, defaultRoute);
    if (isWanted && !current) client.create(routes, namespace, routeToRegistry);
    // only what the operator made is the operator's to remove
    if (!isWanted && current?.metadata.labels?.['docker-registry'] === 'default') client.delete(routes, namespace, defaultRoute);
    return undefined;
  },
};

const routeToRegistry: KubeObject = {
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  metadata: { name: defaultRoute, namespace, labels: { 'docker-registry': 'default' } },
  spec: { to: { kind: 'Service', name: 'image-registry' }, tls: { termination: 'reencrypt' } },
};

/** Tells the cluster under which names its registry can be reached from outside. (pkg/operator/imageconfig.go) */
const imageConfigController: Controller = {
  name: 'image-registry-operator-image-config',
  user,
  watches: [{ resource: routes, keys: ({ object }) => (object.metadata.namespace === namespace ? ['cluster'] : []) }],
  reconcile(key, context) {
    const config = context.lister.get<KubeObject & { readonly status?: ImageConfigStatus }>(imageConfigs, undefined, key);
    if (!config) return undefined;
    const { externalRegistryHostnames: before = [], ...status } = config.status ?? {};
    const hosts = hostsOf(context);
    if (hosts.join() === before.join()) return undefined;
    const next = hosts.length > 0 ? { ...status, externalRegistryHostnames: hosts } : status;
    context.client.update(imageConfigs, undefined, { ...config, status: next }, { subresource: 'status' });
    return undefined;
  },
};

interface ImageConfigStatus {
  readonly externalRegistryHostnames?: readonly string[];
}

/** The default route's name first. */
function hostsOf({ lister }: ControllerContext): readonly string[] {
  const all = lister.list<KubeObject & { readonly spec: { readonly host?: string; readonly to: { readonly name: string } } }>(routes, namespace);
  const ours = all.filter(({ spec }) => spec.to.name === 'image-registry');
  const rank = ({ metadata }: KubeObject) => (metadata.name === defaultRoute ? 0 : 1);
  return [...ours].sort((a, b) => rank(a) - rank(b)).flatMap(({ spec }) => spec.host ?? []);
}

/** What the operator of the cluster's own registry does. */
export const imageRegistryOperatorControllers: readonly Controller[] = [defaultRouteController, imageConfigController];
