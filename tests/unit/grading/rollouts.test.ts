import { describe, expect, it } from 'vitest';
import { type Evidence, type Predicate, podsOf } from '../../../src/grading/index.ts';
import { change, fakeEvidence, object } from './fake-evidence.ts';

const image = { host: 'quay.io', repository: 'team/shop', tag: '2.0' };
const older = { ...image, tag: '1.0' };
const registries = {
  getManifest: ({ reference }: { readonly reference: string }) => ({
    ok: true,
    value: { digest: reference === '1.0' ? 'sha256:one' : 'sha256:two', raw: '{}' },
  }),
} as unknown as Evidence['registries'];

const app = object('Deployment', 'shop', { spec: { template: { metadata: { labels: { app: 'shop' } } } } });
const pod = (name: string, digest: string, ready = true, label = 'shop') => ({
  ...object('Pod', name, { status: { containerStatuses: [{ ready, imageID: `quay.io/team/shop@sha256:${digest}` }] } }),
  metadata: {
    name,
    namespace: 'demo',
    labels: { app: label, 'pod-template-hash': 'x' },
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${label}-x`, uid: `${label}-x` }],
  },
});
const byHand = (name: string, digest: string) => {
  const { metadata, ...made } = pod(name, digest);
  const { ownerReferences: _ownerReferences, ...own } = metadata;
  return { ...made, metadata: own };
};
const ask = (predicate: Predicate, pods: readonly ReturnType<typeof byHand>[], before: readonly ReturnType<typeof byHand>[] = []) =>
  predicate({ ...fakeEvidence({ objects: [app, ...pods], changes: before.map((old, index) => change(index + 1, 'ADDED', old)) }), registries });

describe('the pods of an application', () => {
  it.each([
    ['run the image that one of them is ready with', [pod('a', 'two')], true],
    ['do not run it before one is ready', [pod('a', 'two', false)], false],
    ['do not run it when only the pods of another application do', [pod('a', 'one'), pod('b', 'two', true, 'other')], false],
    ['do not run it when only a pod made by hand under the same labels does', [pod('a', 'one'), byHand('b', 'two')], false],
  ])('%s', async (_, pods, expected) => {
    expect(await ask(podsOf('shop').run(image), pods)).toBe(expected);
    expect(await ask(podsOf('shop').runDigest('sha256:two'), pods)).toBe(expected);
  });

  it('have run what a pod that is gone was ready with', async () => {
    expect(await ask(podsOf('shop').haveRun(image), [pod('a', 'one')], [pod('gone', 'two')])).toBe(true);
    expect(await ask(podsOf('shop').haveRun(image), [pod('a', 'one')], [pod('gone', 'two', false)])).toBe(false);
  });

  it.each([
    ['from the older to the newer', [pod('a', 'one'), pod('b', 'two')], true],
    ['from the newer to the older', [pod('a', 'two'), pod('b', 'one')], false],
    ['from the newer to the older, and the first is seen again while it goes away', [pod('a', 'two'), pod('b', 'one'), pod('a', 'two')], false],
    ['there and back, and there again', [pod('a', 'two'), pod('b', 'one'), pod('c', 'two')], true],
    ['nowhere yet', [pod('a', 'one'), pod('b', 'two', false)], false],
    ['to the newer from nothing', [pod('a', 'two')], false],
  ])('have come %s', async (_, seen, expected) => {
    expect(await ask(podsOf('shop').haveRunInTurn(older, image), [], seen)).toBe(expected);
  });

  it('are none where the application is not there', async () => {
    expect(await podsOf('web').runDigest('sha256:two')(fakeEvidence({ objects: [app, pod('a', 'two')] }))).toBe(false);
  });
});
