import { expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { stateRows } from '../../../../src/site/lab/lab-state.ts';

const objects: Readonly<Record<string, readonly object[]>> = {
  secrets: [
    { metadata: { name: 'default-dockercfg-x7k2p' }, type: 'kubernetes.io/dockercfg' },
    { metadata: { name: 'registry-credentials' }, type: 'kubernetes.io/dockerconfigjson' },
  ],
  serviceaccounts: [
    { metadata: { name: 'builder' }, imagePullSecrets: [{ name: 'builder-dockercfg-abcde' }] },
    { metadata: { name: 'default' }, imagePullSecrets: [{ name: 'default-dockercfg-x7k2p' }, { name: 'registry-credentials' }] },
  ],
  imagestreams: [
    { metadata: { name: 'web' }, spec: { tags: [{ name: '2.0' }] }, status: { tags: [{ tag: '1.0', items: [{ image: 'sha256:f058000011112222' }] }] } },
    { metadata: { name: 'empty' } },
  ],
  deployments: [{ metadata: { name: 'web' }, spec: { replicas: 1 }, status: {} }],
  pods: [
    { metadata: { name: 'web-1' }, status: { phase: 'Pending', containerStatuses: [{ ready: false, state: { waiting: { reason: 'ImagePullBackOff' } } }] } },
  ],
};

test('the project is shown in rows, without what every project has', () => {
  const source = { list: ({ resource }: { readonly resource: string }) => (objects[resource] ?? []) as readonly KubeObject[] };
  expect(stateRows(source, 'demo').map(({ kind, name, now }) => `${kind}/${name} ${now}`)).toEqual([
    'secret/registry-credentials kubernetes.io/dockerconfigjson',
    'serviceaccount/default imagePullSecrets: registry-credentials',
    'imagestream/web:2.0 —',
    'imagestream/web:1.0 sha256:f05800001111…',
    'imagestream/empty —',
    'deployment/web 0/1',
    'pod/web-1 ImagePullBackOff, 0/1',
  ]);
});
