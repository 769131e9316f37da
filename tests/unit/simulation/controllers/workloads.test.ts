import { describe, expect, test } from 'vitest';
import type { StatefulSet } from '../../../../src/api/apps.ts';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { pods, rows } from '../../../support/workloads.ts';

const jobs = { group: 'batch', version: 'v1', resource: 'jobs' };
const cronJobs = { group: 'batch', version: 'v1', resource: 'cronjobs' };
const statefulSets = { group: 'apps', version: 'v1', resource: 'statefulsets' };
const daemonSets = { group: 'apps', version: 'v1', resource: 'daemonsets' };
const image = 'quay.io/myorg/myapp:1.0';

const once = (command: string) => ({ spec: { restartPolicy: 'Never', containers: [{ name: 'c', image, command: [command] }] } });
const served = { metadata: { labels: { app: 'w' } }, spec: { containers: [{ name: 'c', image }] } };
const job = (name: string, spec: object): KubeObject => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec });
const unnumbered = (name: string) => name.replace(/-[a-z0-9]{5}$/, '-…').replace(/-\d{8}/, '-#');

describe('a Job', () => {
  test('is complete when its pods have succeeded', () => {
    const { simulation, client } = testCluster();
    client.create(jobs, 'demo', job('j', { completions: 2, template: once('true') }));
    simulation.settle();
    expect(rows(client, jobs, 3)).toEqual(['j Complete 2/2']);
    expect(rows(client, pods, 3, unnumbered)).toEqual(['j-… 0/1 Completed', 'j-… 0/1 Completed']);
  });

  test('waits a while after a pod has failed, and fails when its pods have failed too often', () => {
    const { simulation, client } = testCluster();
    client.create(jobs, 'demo', job('j', { backoffLimit: 1, template: once('false') }));
    simulation.settle();
    expect(rows(client, jobs, 3)).toEqual(['j Running 0/1']);
    expect(rows(client, pods, 3, unnumbered)).toEqual(['j-… 0/1 Error']);
    simulation.advance(15_000);
    expect(rows(client, jobs, 3)).toEqual(['j Failed 0/1']);
    expect(rows(client, pods, 3, unnumbered)).toEqual(['j-… 0/1 Error', 'j-… 0/1 Error']);
  });
});

describe('a CronJob', () => {
  test('makes a Job each time its schedule strikes and keeps the last three', () => {
    const { simulation, client } = testCluster();
    client.create(cronJobs, 'demo', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'c' },
      spec: { schedule: '* * * * *', jobTemplate: { spec: { template: once('true') } } },
    });
    simulation.settle();
    expect(rows(client, jobs, 1)).toEqual([]);
    simulation.advance(5 * 60_000 + 30_000);
    expect(rows(client, jobs, 3, unnumbered)).toEqual(Array.from({ length: 3 }, () => 'c-# Complete 1/1'));
  });
});

describe('a StatefulSet', () => {
  const set: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 's' },
    spec: { serviceName: 's', replicas: 2, selector: { matchLabels: { app: 'w' } }, template: served },
  };

  test('starts its pods one after the other and updates the last one first', () => {
    const { simulation, client } = testCluster();
    client.create(statefulSets, 'demo', set);
    simulation.settle();
    const before = simulation.state.changes.length;
    client.patch(statefulSets, 'demo', 's', 'application/strategic-merge-patch+json', {
      spec: { template: { spec: { containers: [{ name: 'c', image: 'nginx' }] } } },
    });
    simulation.settle();
    const podChanges = simulation.state.changes.slice(before).filter(({ resource, type }) => resource.resource === 'pods' && type !== 'MODIFIED');
    expect(podChanges.map(({ type, object }) => `${type} ${object.metadata.name}`)).toEqual(['DELETED s-1', 'ADDED s-1', 'DELETED s-0', 'ADDED s-0']);
    const { status } = client.get<StatefulSet>(statefulSets, 'demo', 's');
    expect([status?.readyReplicas, status?.updatedReplicas, status?.currentRevision]).toEqual([2, 2, status?.updateRevision]);
  });
});

describe('a DaemonSet', () => {
  const set = (tolerations: readonly object[]): KubeObject => ({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'd' },
    spec: { selector: { matchLabels: { app: 'w' } }, template: { ...served, spec: { ...served.spec, tolerations } } },
  });

  test.each([
    ['does not', [], 'd 0 0 0'],
    ['does', [{ operator: 'Exists' }], 'd 1 1 1'],
  ])('runs where it stands the taint of the node: here it %s', (_, tolerations, row) => {
    const { simulation, client } = testCluster();
    client.create(daemonSets, 'demo', set(tolerations));
    simulation.settle();
    expect(rows(client, daemonSets, 4)).toEqual([row]);
  });
});
