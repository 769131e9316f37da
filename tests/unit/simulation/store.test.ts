import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../src/api/meta.ts';
import { Store } from '../../../src/simulation/store.ts';

const pods = { group: '', resource: 'pods' };
const write = { actor: 'developer', cause: 3, time: '2026-11-20T09:00:00Z' };
const pod = (namespace: string, name: string, more: Partial<KubeObject['metadata']> = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace, name, uid: `${namespace}-${name}`, ...more },
});
const names = (objects: readonly KubeObject[]) => objects.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);

describe('the store', () => {
  test('gives each write the next resourceVersion and notes it with its cause', () => {
    const store = new Store(10);
    store.put(pods, pod('a', 'x'), write);
    const second = store.put(pods, { ...pod('a', 'x'), spec: { done: true } }, write);
    store.remove(pods, 'a', 'x', write);
    expect(second.metadata.resourceVersion).toBe('12');
    expect(store.changes.map(({ type, resourceVersion, actor, cause, time }) => ({ type, resourceVersion, actor, cause, time }))).toEqual([
      { type: 'ADDED', resourceVersion: 11, ...write },
      { type: 'MODIFIED', resourceVersion: 12, ...write },
      { type: 'DELETED', resourceVersion: 13, ...write },
    ]);
    expect(store.changes[1]?.previous?.metadata.resourceVersion).toBe('11');
  });

  test('lists by namespace and name in the order of etcd keys', () => {
    const store = new Store();
    for (const [namespace, name] of [
      ['b', 'a'],
      ['a', 'z'],
      ['a-b', 'm'],
      ['a', 'c'],
    ] as const)
      store.put(pods, pod(namespace, name), write);
    expect(names(store.list(pods))).toEqual(['a-b/m', 'a/c', 'a/z', 'b/a']);
    expect(names(store.list(pods, 'a'))).toEqual(['a/c', 'a/z']);
    expect(store.list({ group: '', resource: 'secrets' })).toEqual([]);
  });

  test('forks into a store that goes its own way', () => {
    const store = new Store();
    store.put(pods, pod('a', 'x'), write);
    const fork = store.fork();
    fork.put(pods, pod('a', 'y'), write);
    store.remove(pods, 'a', 'x', write);
    expect(names(store.list(pods))).toEqual([]);
    expect(names(fork.list(pods))).toEqual(['a/x', 'a/y']);
    expect([store.changes.length, fork.changes.length]).toEqual([2, 2]);
  });

  test('knows objects by uid and who depends on them', () => {
    const store = new Store();
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Pod', name: 'owner', uid: 'a-owner' }];
    store.put(pods, pod('a', 'owner'), write);
    store.put(pods, pod('a', 'child', { ownerReferences }), write);
    expect(store.findByUid('a-owner')?.object.metadata.name).toBe('owner');
    expect(names(store.dependentsOf('a-owner').map(({ object }) => object))).toEqual(['a/child']);
    store.put(pods, pod('a', 'child'), write);
    expect(store.dependentsOf('a-owner')).toEqual([]);
    store.remove(pods, 'a', 'owner', write);
    expect(store.findByUid('a-owner')).toBeUndefined();
  });
});
