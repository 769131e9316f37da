import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../src/api/meta.ts';
import { testCluster } from '../../support/test-cluster.ts';

const configMaps = { group: '', version: 'v1', resource: 'configmaps' };
const secrets = { group: '', version: 'v1', resource: 'secrets' };
const accounts = { group: '', version: 'v1', resource: 'serviceaccounts' };
const minute = 60_000;

describe('a simulation', () => {
  test('comes out the same every time', () => {
    expect(testCluster().simulation.state.changes).toEqual(testCluster().simulation.state.changes);
  });

  test('takes under its own steam what a fork does not', () => {
    const { simulation } = testCluster();
    const fork = simulation.fork();
    fork.advance(minute);
    expect(fork.clock.now() - simulation.clock.now()).toBe(minute);
    expect(fork.state.changes.slice(0, simulation.state.changes.length)).toEqual(simulation.state.changes);
  });

  test('gives a fork and its original the same future', () => {
    const { simulation } = testCluster();
    const futures = [simulation.fork(), simulation.fork()].map((fork) => {
      const credentials = { token: fork.tokenOf('developer') };
      fork.api({ ...secrets, verb: 'delete', namespace: 'demo', name: fork.state.list(secrets, 'demo')[0]?.metadata.name ?? '', credentials });
      fork.settle();
      return fork.state.changes;
    });
    expect(futures[0]).toEqual(futures[1]);
  });

  test('notes the command that caused each write, also what controllers write after it', () => {
    const { simulation, client } = testCluster();
    const before = simulation.state.changes.length;
    simulation.attributeTo(7);
    client.create(accounts, 'demo', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot' } });
    simulation.settle();
    expect(simulation.state.changes.slice(before).map(({ actor, cause, type, resource }) => [cause, type, resource.resource, actor])).toEqual([
      [7, 'ADDED', 'serviceaccounts', 'developer'],
      [7, 'ADDED', 'secrets', 'openshift.io/internal-image-registry-pull-secrets_image-pull-secret'],
      [7, 'MODIFIED', 'serviceaccounts', 'openshift.io/internal-image-registry-pull-secrets_image-pull-secret'],
    ]);
  });

  test('removes what an owner leaves behind', () => {
    const { simulation, client } = testCluster();
    client.delete(accounts, 'demo', 'builder');
    simulation.settle();
    const pullSecrets = client.list(secrets, 'demo').items.filter(({ metadata }) => metadata.name.startsWith('builder-'));
    const [account] = client.list(accounts, 'demo').items.filter(({ metadata }) => metadata.name === 'builder');
    expect(pullSecrets.map(({ metadata }) => metadata.ownerReferences?.[0]?.uid)).toEqual([account?.metadata.uid]);
  });

  test('knows who may log in', () => {
    const { simulation } = testCluster();
    expect(simulation.requestToken('developer', 'wrong')).toBeUndefined();
    expect(simulation.requestToken('nobody', 'nobody')).toBeUndefined();
    expect(simulation.requestToken('admin', 'redhatocp')).toMatch(/^sha256~\w{44}$/);
  });

  test('lets dependents go on their own where deletion orphans them', () => {
    const { simulation, client } = testCluster();
    const owner = client.create<KubeObject>(configMaps, 'demo', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'owner' } });
    const ownerReferences = [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: owner.metadata.uid ?? '' }];
    client.create(configMaps, 'demo', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'child', ownerReferences } });
    client.delete(configMaps, 'demo', 'owner', { propagationPolicy: 'Orphan' });
    simulation.settle();
    expect(client.find(configMaps, 'demo', 'owner')).toBeUndefined();
    expect(client.get(configMaps, 'demo', 'child').metadata.ownerReferences).toBeUndefined();
  });
});
