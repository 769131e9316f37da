import type { ConfigMap, Namespace, Secret, ServiceAccount } from '../../api/core.ts';
import type { KubeObject } from '../../api/meta.ts';
import { encodeBase64 } from '../../imageutil/base64.ts';
import type { Controller, ControllerContext, Lister } from './controller.ts';

const namespaces = { group: '', version: 'v1', resource: 'namespaces' };
const serviceAccounts = { group: '', version: 'v1', resource: 'serviceaccounts' };
const secrets = { group: '', version: 'v1', resource: 'secrets' };
const configMaps = { group: '', version: 'v1', resource: 'configmaps' };
const roleBindings = { group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'rolebindings' };

type Target = typeof serviceAccounts;

/** Puts into each namespace what every namespace has; what somebody deletes comes back. Keys are namespaces' names. */
function namespaceDefaults(name: string, user: string, target: Target, defaults: (namespace: string) => readonly KubeObject[]): Controller {
  return {
    name,
    user,
    watches: [
      {
        resource: namespaces,
        keys: ({ type, object }) => (type === 'DELETED' || object.metadata.deletionTimestamp !== undefined ? [] : [object.metadata.name]),
      },
      { resource: target, keys: ({ type, object }) => (type === 'DELETED' && object.metadata.namespace ? [object.metadata.namespace] : []) },
    ],
    reconcile(namespace, { client, lister }) {
      if (!isActive(namespace, lister)) return undefined;
      for (const object of defaults(namespace)) {
        if (!lister.get(target, namespace, object.metadata.name)) client.create(target, namespace, object);
      }
      return undefined;
    },
  };
}

function isActive(name: string, lister: Lister): boolean {
  const namespace = lister.get<Namespace>(namespaces, undefined, name);
  return namespace !== undefined && namespace.metadata.deletionTimestamp === undefined;
}

// kubernetes pkg/controller/serviceaccount, openshift-controller-manager pkg/serviceaccounts
const serviceAccountController = namespaceDefaults(
  'serviceaccount-controller',
  'system:serviceaccount:openshift-infra:serviceaccount-controller',
  serviceAccounts,
  (namespace) => ['default', 'deployer', 'builder'].map((name) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } })),
);

// kubernetes pkg/controller/certificates/rootcacertpublisher, openshift service-ca-operator
const caBundleController = namespaceDefaults('root-ca-cert-publisher', 'system:serviceaccount:kube-system:root-ca-cert-publisher', configMaps, (namespace) => [
  caBundle(namespace, 'kube-root-ca.crt', 'ca.crt', {
    'kubernetes.io/description':
      'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
  }),
  caBundle(namespace, 'openshift-service-ca.crt', 'service-ca.crt', { 'service.beta.openshift.io/inject-cabundle': 'true' }),
]);

const caBundle = (namespace: string, name: string, key: string, annotations: Readonly<Record<string, string>>): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace, annotations },
  data: { [key]: '<certificate>' },
});

// openshift-controller-manager pkg/authorization/defaultrolebindings
const roleBindingsController = namespaceDefaults(
  'default-rolebindings-controller',
  'system:serviceaccount:openshift-infra:default-rolebindings-controller',
  roleBindings,
  (namespace) => [
    accountBinding(
      namespace,
      'system:deployers',
      'system:deployer',
      'deployer',
      'Allows deploymentconfigs in this namespace to rollout pods in this namespace.',
    ),
    accountBinding(namespace, 'system:image-builders', 'system:image-builder', 'builder', 'Allows builds in this namespace to push images to this namespace.'),
    binding(namespace, 'system:image-pullers', 'system:image-puller', 'Allows all pods in this namespace to pull images from this namespace.', {
      apiGroup: roleBindings.group,
      kind: 'Group',
      name: `system:serviceaccounts:${namespace}`,
    }),
  ],
);

const accountBinding = (namespace: string, name: string, role: string, account: string, description: string) =>
  binding(namespace, name, role, description, { kind: 'ServiceAccount', name: account, namespace });

const binding = (namespace: string, name: string, role: string, description: string, subject: Readonly<Record<string, string>>): KubeObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name, namespace, annotations: { 'openshift.io/description': `${description}  It is auto-managed by a controller; remove subjects to disable.` } },
  roleRef: { apiGroup: roleBindings.group, kind: 'ClusterRole', name: role },
  subjects: [subject],
});

const pullSecretAnnotation = 'openshift.io/internal-registry-pull-secret-ref';

// openshift-controller-manager pkg/internalregistry/controllers image_pull_secret_controller.go
const pullSecretController: Controller = {
  name: 'openshift.io/internal-image-registry-pull-secrets_image-pull-secret',
  user: 'system:serviceaccount:openshift-infra:serviceaccount-pull-secrets-controller',
  watches: [
    { resource: serviceAccounts, keys: ({ type, object }) => (type === 'DELETED' ? [] : [`${object.metadata.namespace}/${object.metadata.name}`]) },
    { resource: secrets, keys: ({ type, object }) => (type === 'DELETED' ? accountOfSecret(object) : []) },
  ],
  reconcile(key, context) {
    const [namespace = '', name = ''] = key.split('/');
    const account = context.lister.get<ServiceAccount>(serviceAccounts, namespace, name);
    if (account && account.metadata.deletionTimestamp === undefined && isActive(namespace, context.lister)) ensurePullSecret(account, context);
    return undefined;
  },
};

function accountOfSecret({ metadata }: KubeObject): readonly string[] {
  const account = metadata.annotations?.['openshift.io/internal-registry-auth-token.service-account'];
  return account ? [`${metadata.namespace}/${account}`] : [];
}

function ensurePullSecret(account: ServiceAccount, { client, lister }: ControllerContext): void {
  const { namespace, annotations } = account.metadata;
  const known = annotations?.[pullSecretAnnotation];
  const secret =
    known !== undefined && lister.get<Secret>(secrets, namespace, known) ? known : client.create(secrets, namespace, pullSecret(account)).metadata.name;
  const next = withPullSecret(account, secret, known);
  if (next !== account) client.update(serviceAccounts, namespace, next);
}

function withPullSecret(account: ServiceAccount, secret: string, previous: string | undefined): ServiceAccount {
  const { secrets: mountable = [], imagePullSecrets = [], metadata } = account;
  const names = (list: readonly { readonly name?: string }[]) => list.map(({ name }) => name);
  if (previous === secret && names(mountable).includes(secret) && names(imagePullSecrets).includes(secret)) return account;
  const withSecret = (list: readonly { readonly name?: string }[]) => [...list.filter(({ name }) => name !== secret && name !== previous), { name: secret }];
  return {
    ...account,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [pullSecretAnnotation]: secret } },
    secrets: withSecret(mountable),
    imagePullSecrets: withSecret(imagePullSecrets) as ServiceAccount['imagePullSecrets'],
  };
}

function pullSecret({ metadata }: ServiceAccount): Secret {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: '',
      generateName: `${metadata.name}-dockercfg-`,
      namespace: metadata.namespace,
      annotations: {
        'openshift.io/internal-registry-auth-token.binding': 'bound',
        'openshift.io/internal-registry-auth-token.service-account': metadata.name,
      },
      ownerReferences: [{ apiVersion: 'v1', kind: 'ServiceAccount', name: metadata.name, uid: metadata.uid ?? '' }],
    },
    type: 'kubernetes.io/dockercfg',
    data: { '.dockercfg': encodeBase64(JSON.stringify(dockercfg(metadata.namespace ?? '', metadata.name))) },
  };
}

const internalRegistries = ['image-registry.openshift-image-registry.svc.cluster.local:5000', 'image-registry.openshift-image-registry.svc:5000'];

/** Logs in to the cluster's registry as the service account, whose name the token carries. */
function dockercfg(namespace: string, name: string) {
  const claims = encodeBase64(JSON.stringify({ aud: ['https://kubernetes.default.svc'], sub: `system:serviceaccount:${namespace}:${name}` }));
  const password = `${encodeBase64('{"alg":"RS256"}')}.${claims.replaceAll('=', '')}.simulated`;
  const login = { username: '<token>', password, auth: encodeBase64(`<token>:${password}`) };
  return Object.fromEntries(internalRegistries.map((host) => [host, login]));
}

/** What gives every namespace its accounts, pull secrets, bindings and certificates. */
export const projectDefaultsControllers: readonly Controller[] = [serviceAccountController, caBundleController, roleBindingsController, pullSecretController];
