import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../../src/api/meta.ts';
import type { WatchEvent } from '../../../../src/api/request.ts';
import type { Table } from '../../../../src/api/table.ts';
import { testCluster } from '../../../support/test-cluster.ts';

const configMaps = { group: '', version: 'v1', resource: 'configmaps' };
const projects = { group: 'project.openshift.io', version: 'v1', resource: 'projects' };
const imageStreamTags = { group: 'image.openshift.io', version: 'v1', resource: 'imagestreamtags' };

const configMap = (name: string, tier = 'web'): KubeObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: { tier } } });
const told = (events: readonly WatchEvent<KubeObject>[]) => events.map(({ type, object }) => `${type} ${object.metadata.name}`);

describe('a watch', () => {
  test('goes on from the version of a list, or begins with all that is there', () => {
    const { client } = testCluster();
    client.create(configMaps, 'demo', configMap('a'));
    const { resourceVersion } = client.list(configMaps, 'demo', { labelSelector: 'tier' }).metadata;
    const after = client.watch(configMaps, 'demo', { resourceVersion, labelSelector: 'tier' });
    const all = client.watch(configMaps, 'demo', { labelSelector: 'tier' });
    client.create(configMaps, 'demo', configMap('b'));
    client.patch(configMaps, 'demo', 'a', 'application/merge-patch+json', { data: { x: '1' } });
    client.delete(configMaps, 'demo', 'b');
    expect(told(after.next())).toEqual(['ADDED b', 'MODIFIED a', 'DELETED b']);
    expect(told(all.next())).toEqual(['ADDED a', 'ADDED b', 'MODIFIED a', 'DELETED b']);
    expect(after.next()).toEqual([]);
  });

  test('sees objects come into its selection and leave it', () => {
    const { client } = testCluster();
    client.create(configMaps, 'demo', configMap('a', 'db'));
    const web = client.watch(configMaps, 'demo', { labelSelector: 'tier=web' });
    const one = client.watch(configMaps, 'demo', { fieldSelector: 'metadata.name=a' });
    const relabel = (tier: string) => client.patch(configMaps, 'demo', 'a', 'application/merge-patch+json', { metadata: { labels: { tier } } });
    relabel('web');
    relabel('db');
    relabel('cache');
    expect(told(web.next())).toEqual(['ADDED a', 'DELETED a']);
    expect(told(one.next())).toEqual(['ADDED a', 'MODIFIED a', 'MODIFIED a', 'MODIFIED a']);
  });

  test('gives rows where they are asked for, drawn for the moment of each event', () => {
    const { client, simulation } = testCluster();
    const rows = client.watchTable(configMaps, 'demo', { labelSelector: 'tier' });
    client.create(configMaps, 'demo', configMap('a'));
    simulation.advance(60_000);
    client.delete(configMaps, 'demo', 'a');
    simulation.advance(60_000);
    const cells = ({ type, object }: WatchEvent<Table>) => [type, ...object.rows.flatMap((row) => row.cells)];
    expect(rows.next().map(cells)).toEqual([
      ['ADDED', 'a', 0, '0s'],
      ['DELETED', 'a', 0, '60s'],
    ]);
  });

  test('compares lists of what is drawn from other objects', () => {
    const { client, as } = testCluster();
    const seen = client.watch(projects, undefined, { resourceVersion: client.list(projects).metadata.resourceVersion });
    const request = { apiVersion: 'project.openshift.io/v1', kind: 'ProjectRequest' };
    const requests = { ...projects, resource: 'projectrequests' };
    client.create(requests, undefined, { ...request, metadata: { name: 'mine' } });
    as('admin').create(requests, undefined, { ...request, metadata: { name: 'theirs' } });
    expect(told(seen.next())).toEqual(['ADDED mine']);
  });

  test('is refused to who may not, and where nothing can be watched', () => {
    const { client } = testCluster();
    expect(() => client.watch(configMaps, 'default')).toThrow(
      'configmaps is forbidden: User "developer" cannot watch resource "configmaps" in API group "" in the namespace "default"',
    );
    expect(() => client.watch(configMaps, 'default', { fieldSelector: 'metadata.name=a' })).toThrow(
      'configmaps "a" is forbidden: User "developer" cannot watch',
    );
    expect(() => client.watch(imageStreamTags, 'demo')).toThrow(
      'the server does not allow this method on the requested resource (get imagestreamtags.image.openshift.io)',
    );
  });
});
