import type { KubeObject } from '../api/meta.ts';
import type { GroupResource } from '../api/status.ts';
import { bootstrapClusterRoleBindings, bootstrapClusterRoles, sharedResourceViewer } from './apiserver/bootstrap-policy.ts';
import { timestamp } from './clock.ts';
import type { Identity } from './identity.ts';
import type { ClusterContent } from './scenario.ts';
import type { Store, WriteContext } from './store.ts';

const rbac = (resource: string): GroupResource => ({ group: 'rbac.authorization.k8s.io', resource });
const user = (resource: string): GroupResource => ({ group: 'user.openshift.io', resource });

const platformNamespaces = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
  'openshift',
  'openshift-config',
  'openshift-config-managed',
  'openshift-image-registry',
  'openshift-infra',
  'openshift-node',
];

/** Fills a store with what a cluster holds before anybody has typed a command. */
export function fillStore(store: Store, cluster: ClusterContent, identity: Identity, start: number): void {
  const installed = timestamp(start - 90 * 60_000);
  const write: WriteContext = { actor: 'system:admin', cause: undefined, time: installed };
  const put = (resource: GroupResource, object: KubeObject) => {
    const { metadata } = object;
    store.put(
      resource,
      { ...object, metadata: { ...metadata, uid: metadata.uid ?? identity.uid(), creationTimestamp: metadata.creationTimestamp ?? installed } },
      write,
    );
  };
  for (const name of platformNamespaces) put({ group: '', resource: 'namespaces' }, platformNamespace(name));
  for (const role of [...bootstrapClusterRoles, ...cluster.clusterRoles]) put(rbac('clusterroles'), role);
  for (const binding of bootstrapClusterRoleBindings) put(rbac('clusterrolebindings'), binding);
  for (const node of cluster.nodes) put({ group: '', resource: 'nodes' }, readyNode(node, cluster, installed));
  put({ group: 'config.openshift.io', resource: 'images' }, cluster.imageConfig);
  for (const [name, { groups }] of Object.entries(cluster.users)) putUser(name, groups, put);
  put(rbac('roles'), sharedResourceViewer);
  for (const binding of cluster.openshiftRoleBindings) put(rbac('rolebindings'), binding);
  for (const stream of cluster.openshiftImageStreams) put({ group: 'image.openshift.io', resource: 'imagestreams' }, stream);
  put({ group: '', resource: 'services' }, registryService);
}

const platformNamespace = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  spec: { finalizers: ['kubernetes'] },
  status: { phase: 'Active' },
});

/** A node that says it is ready, where the content leaves that out. */
function readyNode(node: KubeObject, { version }: ClusterContent, since: string): KubeObject {
  if (node.status !== undefined) return node;
  const ready = { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status', lastTransitionTime: since };
  const addresses = [
    { type: 'InternalIP', address: '192.168.50.10' },
    { type: 'Hostname', address: node.metadata.name },
  ];
  return {
    ...node,
    status: { addresses, conditions: [ready], nodeInfo: { architecture: 'amd64', operatingSystem: 'linux', kubeletVersion: version.kubernetes } },
  };
}

function putUser(name: string, groups: readonly string[], put: (resource: GroupResource, object: KubeObject) => void): void {
  if (groups.includes('system:masters')) return; // logs in with a certificate of the installer's
  const identityName = `htpasswd:${name}`;
  put(user('users'), { apiVersion: 'user.openshift.io/v1', kind: 'User', metadata: { name }, groups: null, identities: [identityName] });
  put(user('identities'), {
    apiVersion: 'user.openshift.io/v1',
    kind: 'Identity',
    metadata: { name: identityName },
    providerName: 'htpasswd',
    providerUserName: name,
    user: { name },
  });
}

const registryAddress = '172.30.98.157';

const registryService: KubeObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'image-registry', namespace: 'openshift-image-registry', labels: { 'docker-registry': 'default' } },
  spec: {
    clusterIP: registryAddress,
    clusterIPs: [registryAddress],
    internalTrafficPolicy: 'Cluster',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    ports: [{ name: '5000-tcp', port: 5000, protocol: 'TCP', targetPort: 5000 }],
    selector: { 'docker-registry': 'default' },
    sessionAffinity: 'None',
    type: 'ClusterIP',
  },
  status: { loadBalancer: {} },
};
