import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { testCluster } from '../../../support/test-cluster.ts';
import { rows } from '../../../support/workloads.ts';

const statefulSets = { group: 'apps', version: 'v1', resource: 'statefulsets' };
const daemonSets = { group: 'apps', version: 'v1', resource: 'daemonsets' };
const revisions = { group: 'apps', version: 'v1', resource: 'controllerrevisions' };
const template = (tag: string) => ({ metadata: { labels: { app: 'w' } }, spec: { containers: [{ name: 'c', image: `quay.io/myorg/myapp:${tag}` }] } });
const workload = (kind: string, tag: string): KubeObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'w' },
  spec: { ...(kind === 'StatefulSet' && { serviceName: 'w' }), selector: { matchLabels: { app: 'w' } }, template: template(tag) },
});
const patch = 'application/strategic-merge-patch+json';
const unnumbered = (name: string) => name.replace(/^w-.*/, 'w-…');

describe('the revisions of a StatefulSet or a DaemonSet', () => {
  test.each([
    [statefulSets, 'StatefulSet'],
    [daemonSets, 'DaemonSet'],
  ])('%# count its templates, and a template that comes back takes a new number', (target, kind) => {
    const { simulation, client } = testCluster();
    const owner = `${kind.toLowerCase()}.apps/w`;
    client.create(target, 'demo', workload(kind, '1.0'));
    simulation.settle();
    client.patch(target, 'demo', 'w', patch, { spec: { template: template('2.0') } });
    simulation.settle();
    expect(rows(client, revisions, 3, unnumbered).toSorted()).toEqual([`w-… ${owner} 1`, `w-… ${owner} 2`]);
    client.patch(target, 'demo', 'w', patch, { spec: { template: template('1.0') } });
    simulation.settle();
    expect(rows(client, revisions, 3, unnumbered).toSorted()).toEqual([`w-… ${owner} 2`, `w-… ${owner} 3`]);
  });

  test('stay when their owner leaves them behind, and belong to the next one that selects them', () => {
    const { simulation, client } = testCluster();
    client.create(statefulSets, 'demo', workload('StatefulSet', '1.0'));
    simulation.settle();
    client.delete(statefulSets, 'demo', 'w', { propagationPolicy: 'Orphan' });
    simulation.settle();
    expect(rows(client, revisions, 3, unnumbered)).toEqual(['w-… <none> 1']);
    client.create(statefulSets, 'demo', workload('StatefulSet', '2.0'));
    simulation.settle();
    expect(rows(client, revisions, 3, unnumbered).toSorted()).toEqual(['w-… statefulset.apps/w 1', 'w-… statefulset.apps/w 2']);
    expect(rows(client, { group: '', version: 'v1', resource: 'pods' }, 3)).toEqual(['w-0 1/1 Running']);
  });
});
