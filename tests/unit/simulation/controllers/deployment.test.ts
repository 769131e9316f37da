import { describe, expect, test } from 'vitest';
import type { Deployment, ReplicaSet } from '../../../../src/api/apps.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { deployments, pods, replicaSets, rows, setImage, stem, webDeployment } from '../../../support/workloads.ts';

const one = 'quay.io/myorg/myapp:1.0';
const two = 'quay.io/myorg/myapp:2.0';

function deployed(deployment = webDeployment(one)) {
  const cluster = testCluster();
  cluster.client.create(deployments, 'demo', deployment);
  cluster.simulation.settle();
  return cluster;
}

const sizes = ({ client }: ReturnType<typeof deployed>) =>
  client
    .list<ReplicaSet>(replicaSets, 'demo')
    .items.map(({ metadata, spec }) => ({
      revision: metadata.annotations?.['deployment.kubernetes.io/revision'],
      image: spec.template.spec.containers[0]?.image,
      replicas: spec.replicas,
    }))
    .sort((a, b) => Number(a.revision) - Number(b.revision));

const conditions = ({ client }: ReturnType<typeof deployed>) =>
  (client.get<Deployment>(deployments, 'demo', 'web').status?.conditions ?? []).map(({ type, status, reason }) => `${type} ${status} ${reason}`);

describe('a Deployment', () => {
  test('runs its pods and says so', () => {
    const cluster = deployed(webDeployment(one, { replicas: 2 }));
    expect(rows(cluster.client, deployments, 4)).toEqual(['web 2/2 2 2']);
    expect(rows(cluster.client, pods, 4, stem)).toEqual(['web-… 1/1 Running 0', 'web-… 1/1 Running 0']);
    expect(conditions(cluster)).toEqual(['Available True MinimumReplicasAvailable', 'Progressing True NewReplicaSetAvailable']);
  });

  test('rolls a new image out and keeps the old ReplicaSet', () => {
    const cluster = deployed();
    setImage(cluster.client, two);
    cluster.simulation.settle();
    expect(sizes(cluster)).toEqual([
      { revision: '1', image: one, replicas: 0 },
      { revision: '2', image: two, replicas: 1 },
    ]);
    expect(rows(cluster.client, pods, 3, stem)).toEqual(['web-… 1/1 Running']);
  });

  test('never has fewer pods than maxUnavailable allows, nor more than maxSurge', () => {
    const cluster = deployed(webDeployment(one, { replicas: 4 }));
    const before = cluster.simulation.state.changes.length;
    setImage(cluster.client, two);
    cluster.simulation.settle();
    const sizesOf = new Map<string, number>();
    const available: number[] = [];
    const total: number[] = [];
    for (const { resource, object } of cluster.simulation.state.changes.slice(before)) {
      if (resource.resource === 'deployments') available.push((object as Deployment).status?.availableReplicas ?? 0);
      if (resource.resource !== 'replicasets') continue;
      sizesOf.set(object.metadata.name, (object as ReplicaSet).spec.replicas ?? 0);
      total.push([...sizesOf.values()].reduce((sum, size) => sum + size, 0));
    }
    expect(Math.min(...available)).toBe(3);
    expect(Math.max(...total)).toBe(5);
    expect(rows(cluster.client, deployments, 4)).toEqual(['web 4/4 4 4']);
  });

  test('keeps the old pod while the new image cannot be pulled, and gives up after the deadline', () => {
    const cluster = deployed();
    setImage(cluster.client, 'quay.io/myorg/myapp:nosuch');
    cluster.simulation.settle();
    expect(rows(cluster.client, pods, 3, stem).toSorted()).toEqual(['web-… 0/1 ImagePullBackOff', 'web-… 1/1 Running']);
    expect(rows(cluster.client, deployments, 4)).toEqual(['web 1/1 1 1']);
    cluster.simulation.advance(11 * 60_000);
    expect(conditions(cluster)).toEqual(['Available True MinimumReplicasAvailable', 'Progressing False ProgressDeadlineExceeded']);
  });

  test('takes a ReplicaSet that it had before into use again, with a revision of its own', () => {
    const cluster = deployed();
    for (const image of [two, one]) {
      setImage(cluster.client, image);
      cluster.simulation.settle();
    }
    expect(sizes(cluster)).toEqual([
      { revision: '2', image: two, replicas: 0 },
      { revision: '3', image: one, replicas: 1 },
    ]);
  });

  test('does nothing new while it is paused', () => {
    const cluster = deployed();
    cluster.client.patch(deployments, 'demo', 'web', 'application/merge-patch+json', { spec: { paused: true } });
    setImage(cluster.client, two);
    cluster.simulation.settle();
    expect(sizes(cluster)).toEqual([{ revision: '1', image: one, replicas: 1 }]);
    cluster.client.patch(deployments, 'demo', 'web', 'application/merge-patch+json', { spec: { paused: null } });
    cluster.simulation.settle();
    expect(sizes(cluster).map(({ replicas }) => replicas)).toEqual([0, 1]);
  });

  test('stops all old pods first where it is to recreate them', () => {
    const cluster = deployed(webDeployment(one, { strategy: { type: 'Recreate' } }));
    const before = cluster.simulation.state.changes.length;
    setImage(cluster.client, two);
    cluster.simulation.settle();
    const podChanges = cluster.simulation.state.changes.slice(before).filter(({ resource }) => resource.resource === 'pods');
    const types = podChanges.map(({ type }) => type).filter((type) => type !== 'MODIFIED');
    expect(types).toEqual(['DELETED', 'ADDED']);
    expect(rows(cluster.client, deployments, 4)).toEqual(['web 1/1 1 1']);
  });

  test('leaves nothing behind when it is deleted', () => {
    const cluster = deployed();
    cluster.client.delete(deployments, 'demo', 'web', { propagationPolicy: 'Background' });
    cluster.simulation.settle();
    expect([...rows(cluster.client, replicaSets, 1), ...rows(cluster.client, pods, 1)]).toEqual([]);
  });

  test('replaces a pod that somebody deletes', () => {
    const cluster = deployed();
    const [first] = rows(cluster.client, pods, 1);
    cluster.client.delete(pods, 'demo', first ?? '');
    cluster.simulation.settle();
    expect(rows(cluster.client, pods, 3, stem)).toEqual(['web-… 1/1 Running']);
    expect(rows(cluster.client, pods, 1)).not.toEqual([first]);
  });
});
