import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../../../src/api/apps.ts';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { deploymentConfigs, importTag, oldDeploymentConfig, replicationControllers, rows } from '../../../support/workloads.ts';

const minute = 60_000;

function deployed(image = 'quay.io/myorg/myapp:1.0') {
  const cluster = testCluster();
  cluster.client.create(deploymentConfigs, 'demo', oldDeploymentConfig(image));
  cluster.simulation.settle();
  return cluster;
}

function setImage({ client, simulation }: ReturnType<typeof deployed>, image: string) {
  const containers = [{ name: 'app', image }];
  client.patch(deploymentConfigs, 'demo', 'old', 'application/strategic-merge-patch+json', { spec: { template: { spec: { containers } } } });
  simulation.settle();
}

describe('a DeploymentConfig', () => {
  test('has a replication controller for each version', () => {
    const cluster = deployed();
    setImage(cluster, 'quay.io/myorg/myapp:2.0');
    expect(rows(cluster.client, replicationControllers, 4)).toEqual(['old-1 0 0 0', 'old-2 1 1 1']);
    expect(rows(cluster.client, deploymentConfigs, 5)).toEqual(['old 2 1 1 config']);
  });

  test('warns that it is deprecated', () => {
    const cluster = deployed();
    expect(new Set(cluster.warnings)).toEqual(new Set(['apps.openshift.io/v1 DeploymentConfig is deprecated in v4.14+, unavailable in v4.10000+']));
  });

  test('goes back to the version that served when the new one does not come up', () => {
    const cluster = deployed();
    setImage(cluster, 'quay.io/myorg/myapp:nosuch');
    expect(rows(cluster.client, replicationControllers, 4)).toEqual(['old-1 1 1 1', 'old-2 1 1 0']);
    cluster.simulation.advance(11 * minute);
    expect(rows(cluster.client, replicationControllers, 4)).toEqual(['old-1 1 1 1', 'old-2 0 0 0']);
    const progressing = cluster.client.get<DeploymentConfig>(deploymentConfigs, 'demo', 'old').status?.conditions?.find(({ type }) => type === 'Progressing');
    expect(progressing?.message).toBe('replication controller "old-2" has failed progressing');
  });

  test('cancels a rollout that a newer version overtakes', () => {
    const cluster = deployed('quay.io/myorg/myapp:nosuch');
    setImage(cluster, 'quay.io/myorg/myapp:2.0');
    expect(rows(cluster.client, replicationControllers, 4)).toEqual(['old-1 0 0 0', 'old-2 1 1 1']);
  });

  test.each([
    ['of a container that is there gives it its image, even an empty one', 'app', '', ['old-1 1 1 1']],
    ['of a container that is not there is waited for', 'other', 'app', []],
  ])('an image trigger %s', (_, name, image, expected) => {
    const { client, simulation } = testCluster();
    importTag(client, 'app', '1', 'quay.io/myorg/myapp:1.0');
    const imageChangeParams = { automatic: true, containerNames: [name], from: { kind: 'ImageStreamTag', name: 'app:1' } };
    client.create(deploymentConfigs, 'demo', oldDeploymentConfig(image, { triggers: [{ type: 'ConfigChange' }, { type: 'ImageChange', imageChangeParams }] }));
    simulation.settle();
    expect(rows(client, replicationControllers, 4)).toEqual(expected);
  });

  test('is not rolled out by hand while a trigger waits for a container that is not there', () => {
    const { client, simulation } = testCluster();
    importTag(client, 'app', '1', 'quay.io/myorg/myapp:1.0');
    const imageChangeParams = { automatic: true, containerNames: ['other'], from: { kind: 'ImageStreamTag', name: 'app:1' } };
    client.create(deploymentConfigs, 'demo', oldDeploymentConfig('app', { triggers: [{ type: 'ImageChange', imageChangeParams }] }));
    simulation.settle();
    const body = {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentRequest',
      metadata: {},
      name: 'old',
      latest: true,
      force: true,
    } as unknown as KubeObject;
    const request = () => client.request({ verb: 'create', ...deploymentConfigs, subresource: 'instantiate', namespace: 'demo', name: 'old', body });
    expect(request).toThrow('cannot trigger a deployment for "old" because it contains unresolved images');
  });

  test('follows its replicas without a new version', () => {
    const cluster = deployed();
    cluster.client.patch(deploymentConfigs, 'demo', 'old', 'application/merge-patch+json', { spec: { replicas: 3 } });
    cluster.simulation.settle();
    expect(rows(cluster.client, replicationControllers, 4)).toEqual(['old-1 3 3 3']);
  });
});
