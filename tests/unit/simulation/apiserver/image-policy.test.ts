import { describe, expect, test } from 'vitest';
import type { Pod } from '../../../../src/api/pod.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import {
  deploymentConfigs,
  deployments,
  imageStreams,
  importTag,
  oldDeploymentConfig,
  pod,
  pods,
  replicaSets,
  webDeployment,
} from '../../../support/workloads.ts';

const digest = 'quay.io/myorg/myapp@sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a';
const annotation = { 'alpha.image.policy.openshift.io/resolve-names': '*' };

function withStream(local: boolean) {
  const cluster = testCluster();
  importTag(cluster.client, 'app', '1', 'quay.io/myorg/myapp:1.0');
  cluster.client.patch(imageStreams, 'demo', 'app', 'application/merge-patch+json', { spec: { lookupPolicy: { local } } });
  return cluster;
}

function imageOf(local: boolean, image: string): string | undefined {
  const { client } = withStream(local);
  return client.create<Pod>(pods, 'demo', pod('p', image) as Pod).spec.containers[0]?.image;
}

describe('local lookup', () => {
  test.each([
    ['a tag of a stream that allows it becomes its image', true, 'app:1', digest],
    ['a tag of a stream that does not allow it stays', false, 'app:1', 'app:1'],
    ['a tag that is not there is looked for in the registry of the cluster', true, 'app:9', 'image-registry.openshift-image-registry.svc:5000/demo/app:9'],
    ['a name with a path stays', true, 'demo/app:1', 'demo/app:1'],
    ['a name that is no stream stays', true, 'nginx', 'nginx'],
  ])('%s', (_, local, given, expected) => {
    expect(imageOf(local, given)).toBe(expected);
  });

  test('an annotation asks for it where the stream does not', () => {
    const { client } = withStream(false);
    const { spec } = client.create(deployments, 'demo', webDeployment('app:1', {}, annotation));
    expect(spec).toMatchObject({ template: { spec: { containers: [{ image: digest }] } } });
  });

  test('the annotation asks for it by the last part of any name with a tag', () => {
    const { client } = withStream(false);
    const { spec } = client.create(deployments, 'demo', webDeployment('quay.io/other/app:1', {}, annotation));
    expect(spec).toMatchObject({ template: { spec: { containers: [{ image: digest }] } } });
  });

  test('what a controller makes keeps the name of its owner', () => {
    const { client, simulation } = withStream(false);
    client.create(deployments, 'demo', webDeployment('app:1'));
    simulation.settle();
    client.patch(imageStreams, 'demo', 'app', 'application/merge-patch+json', { spec: { lookupPolicy: { local: true } } });
    client.patch(deployments, 'demo', 'web', 'application/merge-patch+json', { spec: { template: { metadata: { annotations: { again: 'yes' } } } } });
    simulation.settle();
    const images = [replicaSets, pods].flatMap((target) =>
      client.list(target, 'demo').items.map((object) => JSON.stringify(object).match(/"image":"[^"]*"/)?.[0]),
    );
    expect(new Set(images)).toEqual(new Set(['"image":"app:1"']));
    expect(client.list(replicaSets, 'demo').items).toHaveLength(2);
  });

  test('a DeploymentConfig is resolved like any other workload', () => {
    const { client } = withStream(true);
    const { spec } = client.create(deploymentConfigs, 'demo', oldDeploymentConfig('app:1'));
    expect(spec).toMatchObject({ template: { spec: { containers: [{ image: digest }] } } });
  });

  test('an update resolves an old name only when it changes or the annotation comes', () => {
    const { client } = withStream(false);
    client.create(deployments, 'demo', webDeployment('app:1'));
    client.patch(imageStreams, 'demo', 'app', 'application/merge-patch+json', { spec: { lookupPolicy: { local: true } } });
    const labelled = client.patch(deployments, 'demo', 'web', 'application/merge-patch+json', { metadata: { labels: { a: 'b' } } });
    expect(labelled.spec).toMatchObject({ template: { spec: { containers: [{ image: 'app:1' }] } } });
    const annotated = client.patch(deployments, 'demo', 'web', 'application/merge-patch+json', { metadata: { annotations: annotation } });
    expect(annotated.spec).toMatchObject({ template: { spec: { containers: [{ image: digest }] } } });
  });
});
