import type { ApiClient } from '../../api/client.ts';
import type { Namespace } from '../../api/core.ts';
import { type ApiGroupDiscovery, resourceInfos } from '../../api/discovery.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import type { Controller } from './controller.ts';

const namespaces = { group: '', version: 'v1', resource: 'namespaces' };

/** Empties a namespace that is going away, then lets it go (kubernetes pkg/controller/namespace/deletion). Keys are namespaces' names. */
export const namespaceController: Controller = {
  name: 'namespace-controller',
  user: 'system:serviceaccount:kube-system:namespace-controller',
  watches: [
    { resource: namespaces, keys: ({ type, object }) => (type !== 'DELETED' && object.metadata.deletionTimestamp !== undefined ? [object.metadata.name] : []) },
  ],
  reconcile(name, { client, lister, clock }) {
    const namespace = lister.get<Namespace>(namespaces, undefined, name);
    if (!namespace || namespace.metadata.deletionTimestamp === undefined) return undefined;
    const wait = Date.parse(namespace.metadata.deletionTimestamp) + deletionGracePeriodMs - clock.now();
    if (wait > 0) return { requeueAfterMs: wait, pace: 'prompt' };
    const deletable = namespacedResources(client).filter(({ verbs }) => verbs.includes('deletecollection'));
    for (const resource of deletable) {
      if (lister.list(resource, name).length > 0) client.request({ ...address(resource), verb: 'deletecollection', namespace: name });
    }
    if (deletable.some((resource) => lister.list(resource, name).length > 0)) return { requeueAfterMs: 1000, pace: 'prompt' };
    client.update(namespaces, undefined, { ...namespace, spec: { finalizers: [] } }, { subresource: 'finalize' });
    return undefined;
  },
};

/** So long an API server may take to notice that nothing new belongs into the namespace. */
const deletionGracePeriodMs = 5000;

const address = ({ group, version, resource }: ResourceInfo) => ({ group, version, resource });

function namespacedResources(client: ApiClient): readonly ResourceInfo[] {
  const documents = ['/api', '/apis'].map((path) => client.request({ verb: 'get', group: '', version: '', resource: '', path }).body);
  return documents
    .flatMap((body) => resourceInfos((body as unknown as { readonly items: readonly ApiGroupDiscovery[] }).items))
    .filter(({ namespaced }) => namespaced);
}
