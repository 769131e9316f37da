import type { ApiGroupDiscovery } from '../api/discovery.ts';
import type { KubeObject } from '../api/meta.ts';

/** What discovery says of the operator's own resource. */
export const imageRegistryOperatorDiscovery: ApiGroupDiscovery = {
  metadata: { name: 'imageregistry.operator.openshift.io' },
  versions: [
    {
      version: 'v1',
      resources: [
        {
          resource: 'configs',
          responseKind: { kind: 'Config' },
          scope: 'Cluster',
          singularResource: 'config',
          verbs: ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'],
          subresources: [{ subresource: 'status', responseKind: { kind: 'Config' }, verbs: ['get', 'patch', 'update'] }],
        },
      ],
    },
  ],
};

/** The operator's configuration as it stands after an installation: the registry is there, and not exposed. */
export const imageRegistryConfig: KubeObject = {
  apiVersion: 'imageregistry.operator.openshift.io/v1',
  kind: 'Config',
  metadata: { name: 'cluster', generation: 1, uid: '5f0a7d52-6d3c-4a41-9b0e-0c7de0a1c5b2' },
  spec: {
    defaultRoute: false,
    httpSecret: 'generated',
    logLevel: 'Normal',
    managementState: 'Managed',
    operatorLogLevel: 'Normal',
    replicas: 1,
    rolloutStrategy: 'RollingUpdate',
    storage: { managementState: 'Unmanaged', pvc: { claim: 'image-registry-storage' } },
  },
  status: { readyReplicas: 1, storageManaged: false },
};
