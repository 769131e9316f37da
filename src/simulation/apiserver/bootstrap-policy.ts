import type { KubeObject } from '../../api/meta.ts';
import type { PolicyRule, Subject } from './authorizer.ts';

const rbacGroup = 'rbac.authorization.k8s.io';
const readOnly = ['get', 'list', 'watch'];

const clusterRole = (name: string, rules: readonly PolicyRule[]): KubeObject => ({
  apiVersion: `${rbacGroup}/v1`,
  kind: 'ClusterRole',
  metadata: { name, annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' } },
  rules,
});

const clusterRoleBinding = (name: string, role: string, subjects: readonly Subject[]): KubeObject => ({
  apiVersion: `${rbacGroup}/v1`,
  kind: 'ClusterRoleBinding',
  metadata: { name, annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' } },
  roleRef: { apiGroup: rbacGroup, kind: 'ClusterRole', name: role },
  subjects,
});

const group = (name: string): Subject => ({ apiGroup: rbacGroup, kind: 'Group', name });
const user = (name: string): Subject => ({ apiGroup: rbacGroup, kind: 'User', name });
const account = (namespace: string, name: string): Subject => ({ kind: 'ServiceAccount', name, namespace });
const rule = (verbs: readonly string[], apiGroups: readonly string[], resources: readonly string[]): PolicyRule => ({ verbs, apiGroups, resources });

/** Cluster roles that the recorded content leaves out (openshift bootstrappolicy policy.go). */
export const bootstrapClusterRoles: readonly KubeObject[] = [
  clusterRole('cluster-admin', [rule(['*'], ['*'], ['*']), { verbs: ['*'], nonResourceURLs: ['*'] }]),
  clusterRole('cluster-reader', [rule(readOnly, ['*'], ['*'])]),
  clusterRole('self-provisioner', [rule(['create'], ['', 'project.openshift.io'], ['projectrequests'])]),
  clusterRole('self-access-reviewer', [
    rule(['create'], ['', 'authorization.openshift.io'], ['selfsubjectrulesreviews']),
    rule(['create'], ['authorization.k8s.io'], ['selfsubjectaccessreviews']),
  ]),
  clusterRole('system:basic-user', [
    rule(['create'], ['authorization.k8s.io'], ['selfsubjectaccessreviews', 'selfsubjectrulesreviews']),
    rule(['create'], ['authentication.k8s.io'], ['selfsubjectreviews']),
  ]),
  clusterRole('system:oauth-token-deleter', [rule(['delete'], ['', 'oauth.openshift.io'], ['oauthaccesstokens', 'oauthauthorizetokens'])]),
  clusterRole('system:openshift:useroauthaccesstoken-manager', [rule([...readOnly, 'delete'], ['oauth.openshift.io'], ['useroauthaccesstokens'])]),
  clusterRole('system:build-strategy-docker', [rule(['create'], ['', 'build.openshift.io'], ['builds/docker', 'builds/optimizeddocker'])]),
  clusterRole('system:build-strategy-source', [rule(['create'], ['', 'build.openshift.io'], ['builds/source'])]),
  clusterRole('system:build-strategy-jenkinspipeline', [rule(['create'], ['', 'build.openshift.io'], ['builds/jenkinspipeline'])]),
  clusterRole('system:controller:generic-garbage-collector', [rule(['delete', 'get', 'list', 'patch', 'update', 'watch'], ['*'], ['*'])]),
  clusterRole('system:controller:namespace-controller', [rule(['delete', 'deletecollection', 'get', 'list'], ['*'], ['*'])]),
  clusterRole('system:openshift:controller:default-rolebindings-controller', [
    rule(['create'], [rbacGroup], ['rolebindings']),
    rule(readOnly, ['', rbacGroup], ['namespaces', 'rolebindings']),
    rule(['get'], ['', 'image.openshift.io'], ['imagestreams/layers']),
    rule(['update'], ['', 'image.openshift.io'], ['imagestreams/layers']),
  ]),
];

const authenticated = group('system:authenticated');

/** Who has which cluster role in every cluster. */
export const bootstrapClusterRoleBindings: readonly KubeObject[] = [
  clusterRoleBinding('cluster-admin', 'cluster-admin', [group('system:masters')]),
  clusterRoleBinding('cluster-admins', 'cluster-admin', [group('system:cluster-admins'), user('system:admin')]),
  clusterRoleBinding('cluster-readers', 'cluster-reader', [group('system:cluster-readers')]),
  clusterRoleBinding('basic-users', 'basic-user', [authenticated]),
  clusterRoleBinding('self-access-reviewers', 'self-access-reviewer', [authenticated, group('system:unauthenticated')]),
  clusterRoleBinding('self-provisioners', 'self-provisioner', [group('system:authenticated:oauth')]),
  clusterRoleBinding('system:basic-user', 'system:basic-user', [authenticated]),
  clusterRoleBinding('system:oauth-token-deleters', 'system:oauth-token-deleter', [authenticated, group('system:unauthenticated')]),
  clusterRoleBinding('system:openshift:useroauthaccesstoken-manager', 'system:openshift:useroauthaccesstoken-manager', [group('system:authenticated:oauth')]),
  clusterRoleBinding('system:build-strategy-docker-binding', 'system:build-strategy-docker', [authenticated]),
  clusterRoleBinding('system:build-strategy-source-binding', 'system:build-strategy-source', [authenticated]),
  clusterRoleBinding('system:build-strategy-jenkinspipeline-binding', 'system:build-strategy-jenkinspipeline', [authenticated]),
  clusterRoleBinding('system:controller:generic-garbage-collector', 'system:controller:generic-garbage-collector', [
    account('kube-system', 'generic-garbage-collector'),
  ]),
  clusterRoleBinding('system:controller:namespace-controller', 'system:controller:namespace-controller', [account('kube-system', 'namespace-controller')]),
  clusterRoleBinding('system:openshift:controller:default-rolebindings-controller', 'system:openshift:controller:default-rolebindings-controller', [
    account('openshift-infra', 'default-rolebindings-controller'),
  ]),
  clusterRoleBinding('system:openshift:controller:template-instance-controller:admin', 'admin', [account('openshift-infra', 'template-instance-controller')]),
  clusterRoleBinding('system:openshift:controller:template-instance-finalizer-controller:admin', 'admin', [
    account('openshift-infra', 'template-instance-finalizer-controller'),
  ]),
];

const sharedImages = ['imagestreamimages', 'imagestreams', 'imagestreamtags', 'imagetags'];

/** What everybody may see of the `openshift` project. */
export const sharedResourceViewer: KubeObject = {
  apiVersion: `${rbacGroup}/v1`,
  kind: 'Role',
  metadata: { name: 'shared-resource-viewer', namespace: 'openshift', annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' } },
  rules: [
    rule(readOnly, ['', 'template.openshift.io'], ['templates']),
    rule(readOnly, ['', 'image.openshift.io'], sharedImages),
    rule(['get'], ['', 'image.openshift.io'], ['imagestreams/layers']),
  ],
};
