import { describe, expect, test } from 'vitest';
import type { Deployment, DeploymentConfig } from '../../../../src/api/apps.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { deploymentConfigs, deployments, importTag, oldDeploymentConfig, pods, rows, stem, webDeployment } from '../../../support/workloads.ts';

const first = 'quay.io/myorg/myapp@sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a';
const second = 'quay.io/myorg/myapp@sha256:013b00ec4027a1d394df0c5c7c784d5c06a53622c26dc0062a83d8d5157456dc';

const annotation = (trigger: object) => ({ 'image.openshift.io/triggers': JSON.stringify([trigger]) });
const trigger = { from: { kind: 'ImageStreamTag', name: 'app:1' }, fieldPath: 'spec.template.spec.containers[?(@.name=="app")].image' };

function withDeployment(given: Readonly<Record<string, string>>) {
  const cluster = testCluster();
  importTag(cluster.client, 'app', '1', 'quay.io/myorg/myapp:1.0');
  cluster.client.create(deployments, 'demo', webDeployment('nginx', {}, given));
  cluster.simulation.settle();
  return cluster;
}

const imageOf = ({ client }: ReturnType<typeof testCluster>) => client.get<Deployment>(deployments, 'demo', 'web').spec.template.spec.containers[0]?.image;

function pushAndImport({ simulation, client }: ReturnType<typeof testCluster>) {
  simulation.push('quay.io/myorg/myapp:1.0', { variant: 'b' });
  importTag(client, 'app', '1', 'quay.io/myorg/myapp:1.0');
  simulation.settle();
}

describe('the image trigger controller', () => {
  test('puts the image of the tag into the container, and again when the tag moves', () => {
    const cluster = withDeployment(annotation(trigger));
    expect(imageOf(cluster)).toBe(first);
    pushAndImport(cluster);
    expect(imageOf(cluster)).toBe(second);
    expect(rows(cluster.client, pods, 3, stem)).toEqual(['web-… 1/1 Running']);
  });

  test('finds a container by its number too', () => {
    expect(imageOf(withDeployment(annotation({ ...trigger, fieldPath: 'spec.template.spec.containers[0].image' })))).toBe(first);
  });

  test('puts an image that somebody sets by hand back', () => {
    const cluster = withDeployment(annotation(trigger));
    const containers = [{ name: 'app', image: 'nginx' }];
    cluster.client.patch(deployments, 'demo', 'web', 'application/strategic-merge-patch+json', { spec: { template: { spec: { containers } } } });
    cluster.simulation.settle();
    expect(imageOf(cluster)).toBe(first);
  });

  test.each([
    ['is paused', annotation({ ...trigger, paused: true })],
    ['names no container', annotation({ ...trigger, fieldPath: 'spec.template.spec.containers[?(@.name=="db")].image' })],
    ['names a tag without an image', annotation({ ...trigger, from: { kind: 'ImageStreamTag', name: 'app:2' } })],
    ['is a text where a truth value belongs', annotation({ ...trigger, paused: 'false' })],
    ['is no JSON', { 'image.openshift.io/triggers': 'not json' }],
    ['is null', { 'image.openshift.io/triggers': 'null' }],
  ])('leaves the image alone where the trigger %s', (_, given) => {
    expect(imageOf(withDeployment(given))).toBe('nginx');
  });

  test('rolls a DeploymentConfig out when its tag moves', () => {
    const cluster = testCluster();
    importTag(cluster.client, 'app', '1', 'quay.io/myorg/myapp:1.0');
    const imageChangeParams = { automatic: true, containerNames: ['app'], from: { kind: 'ImageStreamTag', name: 'app:1' } };
    const triggers = [{ type: 'ConfigChange' }, { type: 'ImageChange', imageChangeParams }];
    cluster.client.create(deploymentConfigs, 'demo', oldDeploymentConfig(' ', { triggers }));
    cluster.simulation.settle();
    pushAndImport(cluster);
    const { spec, status } = cluster.client.get<DeploymentConfig>(deploymentConfigs, 'demo', 'old');
    expect(spec.template?.spec.containers[0]?.image).toBe(second);
    expect([status?.latestVersion, status?.details?.message]).toEqual([2, 'image change']);
    expect(rows(cluster.client, pods, 3, (name) => name.replace(/-[a-z0-9]{5}$/, '-…')).toSorted()).toEqual([
      'old-1-deploy 0/1 Completed',
      'old-2-deploy 0/1 Completed',
      'old-2-… 1/1 Running',
    ]);
  });
});
