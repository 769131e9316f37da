import { describe, expect, test } from 'vitest';
import type { Pod } from '../../../../src/api/pod.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { dockerSecret, pod, pods, rows, said, secrets } from '../../../support/workloads.ts';

const privateImage = 'registry.ocp4.example.com:8443/developer/custom-server:1.0';
const host = 'registry.ocp4.example.com:8443';

function running(...given: readonly ReturnType<typeof pod>[]) {
  const cluster = testCluster();
  for (const one of given) {
    cluster.client.create(pods, 'demo', one);
    cluster.simulation.settle();
  }
  return cluster;
}

const addSecret = ({ client }: ReturnType<typeof testCluster>) => client.create(secrets, 'demo', dockerSecret('reg', host, 'developer', 'developer'));
const withSecret = { imagePullSecrets: [{ name: 'reg' }] };

describe('the kubelet', () => {
  test('runs a pod of a public image and notes which image that was', () => {
    const { client } = running(pod('one', 'quay.io/myorg/myapp:1.0'));
    const [status] = client.get<Pod>(pods, 'demo', 'one').status?.containerStatuses ?? [];
    expect([status?.image, status?.imageID, status?.ready]).toEqual([
      'quay.io/myorg/myapp:1.0',
      'quay.io/myorg/myapp@sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a',
      true,
    ]);
  });

  test('looks for a name without a host at Red Hat, then on Docker Hub', () => {
    const { client } = running(pod('one', 'nginx'));
    expect(client.get<Pod>(pods, 'demo', 'one').status?.containerStatuses?.[0]?.image).toBe('docker.io/library/nginx:latest');
  });

  test('does not get a private image without a login, and backs off', () => {
    const cluster = running(pod('one', privateImage));
    expect(rows(cluster.client, pods, 3)).toEqual(['one 0/1 ImagePullBackOff']);
    expect(said(cluster, 'Pod').filter((text) => /^(Failed|BackOff)/.test(text))).toEqual([
      `Failed: Failed to pull image "${privateImage}": initializing source docker://${privateImage}: reading manifest 1.0 in ${host}/developer/custom-server: unauthorized: access to the requested resource is not authorized`,
      'Failed: Error: ErrImagePull',
      `BackOff: Back-off pulling image "${privateImage}"`,
      'Failed: Error: ImagePullBackOff',
    ]);
  });

  test.each([
    ['rate-limited', `reading manifest 1.0 in quay.io/myorg/myapp: toomanyrequests: You have reached your unauthenticated pull rate limit.`],
    ['unreachable', 'pinging container registry quay.io: Get "https://quay.io/v2/": dial tcp: i/o timeout'],
  ] as const)('says in the words of the runtime that a registry is %s', (kind, words) => {
    const cluster = testCluster({ scenario: { faults: [{ at: 'quay.io', kind }] } });
    cluster.client.create(pods, 'demo', pod('one', 'quay.io/myorg/myapp:1.0'));
    cluster.simulation.settle();
    expect(said(cluster, 'Pod').find((text) => /^Failed: Failed/.test(text))).toContain(`initializing source docker://quay.io/myorg/myapp:1.0: ${words}`);
  });

  test('hears from the router that there is no such route', () => {
    const name = 'default-route-openshift-image-registry.apps.ocp4.example.com';
    expect(said(running(pod('one', `${name}/demo/app:1`)), 'Pod').find((text) => /^Failed: Failed/.test(text))).toMatch(
      new RegExp(`pinging container registry ${name}: received unexpected HTTP status: 503 Service Unavailable$`),
    );
  });

  test('gets a private image with the pull secret of the pod', () => {
    const cluster = testCluster();
    addSecret(cluster);
    cluster.client.create(pods, 'demo', pod('one', privateImage, withSecret));
    cluster.simulation.settle();
    expect(rows(cluster.client, pods, 3)).toEqual(['one 1/1 Running']);
  });

  test('tries again after ten seconds, so that a secret may come late', () => {
    const cluster = running(pod('one', privateImage, withSecret));
    addSecret(cluster);
    cluster.simulation.settle();
    expect(rows(cluster.client, pods, 3)).toEqual(['one 0/1 ImagePullBackOff']);
    cluster.simulation.advance(10_000);
    cluster.simulation.settle();
    expect(rows(cluster.client, pods, 3)).toEqual(['one 1/1 Running']);
  });

  test('takes an image that is on the node already without asking for a login', () => {
    const cluster = testCluster();
    addSecret(cluster);
    for (const one of [pod('one', privateImage, withSecret), pod('two', privateImage), pod('three', privateImage, {}, { imagePullPolicy: 'Always' })]) {
      cluster.client.create(pods, 'demo', one);
      cluster.simulation.settle();
    }
    expect(rows(cluster.client, pods, 3)).toEqual(['one 1/1 Running', 'three 0/1 ImagePullBackOff', 'two 1/1 Running']);
  });

  test('does not see that a tag has moved while it has the old image, unless it is to pull always', () => {
    const cluster = running(pod('one', 'quay.io/myorg/myapp:1.0'));
    cluster.simulation.push('quay.io/myorg/myapp:1.0', { variant: 'b' });
    for (const one of [pod('two', 'quay.io/myorg/myapp:1.0'), pod('three', 'quay.io/myorg/myapp:1.0', {}, { imagePullPolicy: 'Always' })]) {
      cluster.client.create(pods, 'demo', one);
      cluster.simulation.settle();
    }
    const ids = ['one', 'two', 'three'].map((name) => cluster.client.get<Pod>(pods, 'demo', name).status?.containerStatuses?.[0]?.imageID.slice(-4));
    expect(ids).toEqual(['9d2a', '9d2a', '56dc']);
  });

  test.each([
    ['true', 'Completed'],
    ['false', 'Error'],
  ])('ends a pod that runs %s once: %s', (command, status) => {
    const cluster = running(pod('one', 'quay.io/myorg/myapp:1.0', { restartPolicy: 'Never' }, { command: [command] }));
    expect(rows(cluster.client, pods, 3)).toEqual([`one 0/1 ${status}`]);
  });

  test('stops a pod and lets it go when it is deleted', () => {
    const cluster = running(pod('one', 'quay.io/myorg/myapp:1.0'));
    cluster.client.delete(pods, 'demo', 'one');
    expect(rows(cluster.client, pods, 3)).toEqual(['one 1/1 Terminating']);
    cluster.simulation.settle();
    expect(rows(cluster.client, pods, 3)).toEqual([]);
  });

  test('pulls through the registry of the cluster what an image stream of another project lets it', () => {
    const cluster = testCluster();
    const admin = cluster.as('admin');
    const image = 'image-registry.openshift-image-registry.svc:5000/openshift/nodejs:latest';
    cluster.client.create(pods, 'demo', pod('one', image));
    cluster.simulation.settle();
    expect(admin.get<Pod>(pods, 'demo', 'one').status?.phase).toBe('Running');
  });
});
