import { describe, expect, it } from 'vitest';
import {
  all,
  always,
  any,
  anySecretHolds,
  anyServiceAccountPullsWith,
  type Evidence,
  imageStream,
  imageStreamTags,
  not,
  type Predicate,
  secret,
  serviceAccount,
  streamTag,
  touches,
  workload,
} from '../../../src/grading/index.ts';
import { change, fakeEvidence, object } from './fake-evidence.ts';

const no: Predicate = () => false;
const base64 = (value: unknown) => btoa(JSON.stringify(value));
const dockerSecret = (name: string, auths: object, namespace = 'demo') =>
  object('Secret', name, { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': base64({ auths }) } }, namespace);

describe('combinators', () => {
  const evidence = fakeEvidence();
  it.each([
    [all(always, always), true],
    [all(always, no), false],
    [any(no, always), true],
    [any(no, no), false],
    [not(no), true],
  ])('%#', async (predicate, expected) => expect(await predicate(evidence)).toBe(expected));
});

describe('a secret', () => {
  const login = { server: 'quay.io', username: 'me', password: 'pass:word' };

  it.each([
    ['with user and password', { 'quay.io': { username: 'me', password: 'pass:word' } }, true],
    ['with auth alone', { 'quay.io': { auth: btoa('me:pass:word') } }, true],
    ['with the server as an address', { 'https://quay.io/v1/': { auth: btoa('me:pass:word') } }, true],
    ['for another server', { 'quay.io:443': { auth: btoa('me:pass:word') } }, false],
    ['with another password', { 'quay.io': { username: 'me', password: 'other' } }, false],
  ])('%s', async (_, auths, expected) => {
    const evidence = fakeEvidence({ objects: [dockerSecret('s', auths)] });
    expect(await secret('s').holdsLogin(login)(evidence)).toBe(expected);
    expect(await anySecretHolds(login)(evidence)).toBe(expected);
  });

  it('holds no login when its content is no JSON, or no base64', async () => {
    for (const text of [btoa('{'), '***']) {
      const evidence = fakeEvidence({ objects: [object('Secret', 's', { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': text } })] });
      expect(await secret('s').isForRegistries(evidence)).toBe(false);
    }
  });

  it('is looked for in the lab’s project', async () => {
    const evidence = fakeEvidence({ objects: [dockerSecret('s', {}, 'other')] });
    expect(await secret('s').exists(evidence)).toBe(false);
    expect(await secret('s').existsElsewhere(evidence)).toBe(true);
  });
});

describe('a service account', () => {
  const evidence = fakeEvidence({
    objects: [object('ServiceAccount', 'default', { secrets: [{ name: 'a' }], imagePullSecrets: [{ name: 'b' }] }), object('ServiceAccount', 'builder')],
  });
  it('tells pulls from mounts', async () => {
    expect(await serviceAccount('default').mounts('a')(evidence)).toBe(true);
    expect(await serviceAccount('default').pullsWith('a')(evidence)).toBe(false);
    expect(await serviceAccount('default').pullsWith('b')(evidence)).toBe(true);
    expect(await serviceAccount('builder').pullsWith('b')(evidence)).toBe(false);
    expect(await anyServiceAccountPullsWith('b')(evidence)).toBe(true);
  });
});

describe('an image stream', () => {
  const evidence = fakeEvidence({
    objects: [
      object('ImageStream', 'app', {
        spec: {
          tags: [
            { name: 'stable', from: { kind: 'ImageStreamTag', name: '1.0' }, importPolicy: {} },
            { name: 'pinned', from: { kind: 'ImageStreamImage', name: 'app@sha256:a' } },
            { name: 'nightly', from: { kind: 'DockerImage', name: 'quay.io/x/y:z' }, importPolicy: { scheduled: true } },
          ],
        },
        status: {
          tags: [
            { tag: '1.0', items: [{ image: 'sha256:b' }, { image: 'sha256:a' }] },
            { tag: 'stable', items: [{ image: 'sha256:b' }] },
            { tag: 'pinned', items: [{ image: 'sha256:a' }] },
            { tag: 'nightly', items: null, conditions: [{ type: 'ImportSuccess', status: 'False', reason: 'NotFound' }] },
          ],
        },
      }),
      object('ImageStream', 'base', { status: { tags: [{ tag: 'old', items: [{ image: 'sha256:a' }] }] } }, 'shared'),
    ],
  });

  it.each([
    ['exists', imageStream('app').exists, true],
    ['has a source', imageStream('app').hasSource, true],
    ['has an image', imageStream('app').hasImage, true],
    ['failed an import', imageStream('app').importFailed(), true],
    ['failed an import for this reason', imageStream('app').importFailed('Unauthorized'), false],
    ['an alias tracks', streamTag('app', 'stable').tracks('1.0'), true],
    ['a copy does not track', streamTag('app', 'pinned').tracks('1.0'), false],
    ['a copy is pinned', streamTag('app', 'pinned').isPinned, true],
    ['a copy stands still', streamTag('app', 'pinned').standsStill, true],
    ['an alias does not stand still', streamTag('app', 'stable').standsStill, false],
    ['a tag that a registry feeds does not stand still', streamTag('app', 'nightly').standsStill, false],
    ['a tag without a source stands still', streamTag('app', '1.0').standsStill, true],
    ['a tag is scheduled', streamTag('app', 'nightly').isScheduled, true],
    ['a tag has no image', streamTag('app', 'nightly').exists, false],
    ['two tags have the same image', streamTag('app', 'stable').sameImageAs('app', '1.0'), true],
    ['two tags have different images', streamTag('app', 'pinned').sameImageAs('app', '1.0'), false],
    ['two tags of two projects have the same image', streamTag('app', 'pinned').sameImageAsIn('shared', 'base', 'old'), true],
    ['two tags of two projects have different images', streamTag('app', 'stable').sameImageAsIn('shared', 'base', 'old'), false],
    ['has no tag but these', imageStream('app').hasNoTagBut('1.0', 'stable', 'pinned', 'nightly'), true],
    ['has a tag besides these that has no image', imageStream('app').hasNoTagBut('1.0', 'stable', 'pinned'), false],
    ['another stream is not there', imageStream('web').exists, false],
  ])('%s', async (_, predicate, expected) => expect(await predicate(evidence)).toBe(expected));
});

describe('an alias that names a project', () => {
  const alias = (namespace: string) =>
    object('ImageStream', 'app', { spec: { tags: [{ name: 'stable', from: { kind: 'ImageStreamTag', name: 'app:1.0', namespace } }] } });

  it.each([
    ['tracks the tag of its own project', 'demo', true],
    ['does not track it when it names another one', 'other', false],
  ])('%s', (_, namespace, expected) => expect(streamTag('app', 'stable').tracks('1.0')(fakeEvidence({ objects: [alias(namespace)] }))).toBe(expected));
});

describe('a stream and the file that was applied', () => {
  const applied = (text: string | undefined) => {
    const annotations: Readonly<Record<string, string>> = text === undefined ? {} : { 'kubectl.kubernetes.io/last-applied-configuration': text };
    return fakeEvidence({ objects: [{ ...object('ImageStream', 'app'), metadata: { name: 'app', namespace: 'demo', annotations } }] });
  };
  const file = JSON.stringify({ spec: { tags: [{ name: '1.0' }, { name: '2.0' }] }, status: { tags: [] } });

  it.each([
    ['declares these tags', file, ['2.0', '1.0'], true],
    ['declares one more', file, ['1.0'], false],
    ['declares one less', file, ['1.0', '2.0', '3.0'], false],
    ['is no JSON', '{', [], false],
    ['is not there', undefined, [], false],
  ])('%s', (_, text, tags, expected) => expect(imageStream('app').wasAppliedWithTags(...tags)(applied(text))).toBe(expected));

  it('names the source of a tag, however it is written', () => {
    const sourced = applied(JSON.stringify({ spec: { tags: [{ name: '1.0', from: { kind: 'DockerImage', name: 'nginx' } }] } }));
    expect(imageStream('app').wasAppliedWithSource('1.0', 'docker.io/library/nginx:latest')(sourced)).toBe(true);
    expect(imageStream('app').wasAppliedWithSource('1.0', 'quay.io/library/nginx:latest')(sourced)).toBe(false);
    expect(imageStream('app').wasAppliedWithSource('1.0', 'nginx')(applied(file))).toBe(false);
  });

  it('knows of a status in it', () => {
    expect(imageStream('app').wasAppliedWithStatus(applied(file))).toBe(true);
    expect(imageStream('app').wasAppliedWithStatus(applied('{"spec":{}}'))).toBe(false);
    expect(imageStream('app').wasApplied(applied(undefined))).toBe(false);
  });
});

describe('an image in a registry', () => {
  const list = JSON.stringify({
    manifests: [
      { digest: 'sha256:arm', platform: { architecture: 'arm64', os: 'linux' } },
      { digest: 'sha256:amd', platform: { architecture: 'amd64', os: 'linux' } },
    ],
  });
  const gives = (raw: string) => ({ getManifest: () => ({ ok: true, value: { digest: 'sha256:top', mediaType: '', raw } }) });
  const holding = (image: string, raw: string) => ({
    ...fakeEvidence({ objects: [object('ImageStream', 'app', { status: { tags: [{ tag: '1.0', items: [{ image }] }] } })] }),
    registries: gives(raw) as unknown as Evidence['registries'],
  });
  const held = streamTag('app', '1.0').holds({ host: 'quay.io', repository: 'x/y', tag: '1.0' });

  it.each([
    ['its manifest', 'sha256:top', '{}', true],
    ['its list as a whole', 'sha256:top', list, true],
    ['the image of the list for the cluster', 'sha256:amd', list, true],
    ['an image of the list for another machine', 'sha256:arm', list, false],
  ])('is held as %s: %s', async (_, image, raw, expected) => expect(await held(holding(image, raw))).toBe(expected));
});

describe('a workload', () => {
  const annotation = (text: string) => ({
    ...object('Deployment', 'app'),
    metadata: { name: 'app', namespace: 'demo', annotations: { 'image.openshift.io/triggers': text } },
  });

  it('is triggered by the stream its annotation names', async () => {
    const evidence = fakeEvidence({ objects: [annotation('[{"from":{"kind":"ImageStreamTag","name":"app:1.0"}}]')] });
    expect(await workload('app').isTriggeredBy('app')(evidence)).toBe(true);
    expect(await workload('app').isTriggeredBy('ap')(evidence)).toBe(false);
  });

  it('is triggered by nothing when the annotation is no JSON', async () => {
    expect(await workload('app').isTriggeredBy('app')(fakeEvidence({ objects: [annotation('[{')] }))).toBe(false);
  });

  it('may be a DeploymentConfig', async () => {
    const spec = { replicas: 0, triggers: [{ type: 'ConfigChange' }, { type: 'ImageChange', imageChangeParams: { from: { name: 'app:latest' } } }] };
    const evidence = fakeEvidence({ objects: [object('DeploymentConfig', 'app', { spec })] });
    expect(await workload('app').isTriggeredBy('app')(evidence)).toBe(true);
    expect(await workload('app').wantsNoPods(evidence)).toBe(true);
  });
});

describe('what a tag has held', () => {
  const image = { host: 'quay.io', repository: 'team/app', tag: '2.0' };
  const registries = { getManifest: () => ({ ok: true, value: { digest: 'sha256:two', raw: '{}' } }) } as unknown as Evidence['registries'];
  const stream = (...digests: readonly string[]) =>
    object('ImageStream', 'app', { status: { tags: [{ tag: '1.0', items: digests.map((digest) => ({ image: digest })) }] } });

  it.each([
    ['what it holds', [stream('sha256:two')], true],
    ['what it held before it was deleted', [stream('sha256:two'), stream(), stream('sha256:one')], true],
    ['not what it never held', [stream('sha256:one')], false],
  ])('%s', async (_, seen, expected) => {
    const evidence = fakeEvidence({ changes: seen.map((one, index) => change(index + 1, 'MODIFIED', one)) });
    expect(await streamTag('app', '1.0').hasHeld(image)({ ...evidence, registries })).toBe(expected);
  });
});

describe('a tag as what a goal is about', () => {
  const streamWith = (sources: Readonly<Record<string, string>>) =>
    object('ImageStream', 'app', { spec: { tags: Object.entries(sources).map(([name, source]) => ({ name, from: { kind: 'DockerImage', name: source } })) } });
  const changed = (previous: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) => ({
    ...change(1, 'MODIFIED', streamWith(now)),
    resource: { group: 'image.openshift.io', resource: 'imagestreams' },
    previous: streamWith(previous),
  });

  it.each([
    ['is touched when it is added', {}, { '1.0': 'a' }, true],
    ['is touched when it gets another source', { '1.0': 'a' }, { '1.0': 'b' }, true],
    ['is touched when it is deleted', { '1.0': 'a' }, {}, true],
    ['is not touched by another tag', { '1.0': 'a' }, { '1.0': 'a', '2.0': 'b' }, false],
  ])('%s', (_, previous, now, expected) => expect(touches(imageStreamTags('app', '1.0'), changed(previous, now), 'demo')).toBe(expected));
});
