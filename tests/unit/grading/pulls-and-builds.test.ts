import { describe, expect, it } from 'vitest';
import { buildConfig, configMap, roleIn, tagHasLabel, workload } from '../../../src/grading/index.ts';
import { fakeEvidence, object } from './fake-evidence.ts';

describe('a role', () => {
  const binding = (name: string, subject: Readonly<Record<string, string>>) =>
    object('RoleBinding', name, { roleRef: { kind: 'ClusterRole', name: 'system:image-puller' }, subjects: [subject] }, 'tools');
  const group = (name: string) =>
    roleIn('tools', 'system:image-puller').isGrantedToEveryone(fakeEvidence({ objects: [binding('b', { kind: 'Group', name })] }));

  it('is everybody’s when all accounts or all users have it', () => {
    expect(group('system:serviceaccounts')).toBe(true);
    expect(group('system:authenticated')).toBe(true);
    expect(group('system:authenticated:oauth')).toBe(true);
  });
  it('is a cluster role: a role of the project with its name gives nothing', () => {
    const account = { kind: 'ServiceAccount', name: 'default', namespace: 'office' };
    const local = object('RoleBinding', 'b', { roleRef: { kind: 'Role', name: 'system:image-puller' }, subjects: [account] }, 'tools');
    const granted = roleIn('tools', 'system:image-puller').isGrantedToAccount('default', 'office');
    expect(granted(fakeEvidence({ objects: [binding('b', account)] }))).toBe(true);
    expect(granted(fakeEvidence({ objects: [local] }))).toBe(false);
  });
  it('is not everybody’s when the accounts of one project have it', () => expect(group('system:serviceaccounts:office')).toBe(false));
});

describe('a config map', () => {
  const evidence = fakeEvidence({ objects: [object('ConfigMap', 'cas', { data: { host: 'PEM\n' } }, 'openshift-config')] });
  const cas = configMap('openshift-config', 'cas');
  it('holds a text behind its key', () => expect(cas.holds('host', 'PEM')(evidence)).toBe(true));
  it('does not hold another text, or the text behind another key', () => {
    expect(cas.holds('host', 'other')(evidence)).toBe(false);
    expect(cas.holds('other', 'PEM')(evidence)).toBe(false);
  });
});

describe('a BuildConfig', () => {
  const on = (kind: string, name: string) => object('BuildConfig', 'report', { spec: { strategy: { dockerStrategy: { from: { kind, name } } } } });
  const asks = (build: ReturnType<typeof on>) => buildConfig('report').buildsFrom('quay.io/x/base:1.0')(fakeEvidence({ objects: [build] }));
  it('builds from the image that it names', () => expect(asks(on('DockerImage', 'quay.io/x/base:1.0'))).toBe(true));
  it('does not build from a stream, or from another image', () => {
    expect(asks(on('ImageStreamTag', 'quay.io/x/base:1.0'))).toBe(false);
    expect(asks(on('DockerImage', 'quay.io/x/base:2.0'))).toBe(false);
  });
  it('holds a Dockerfile, whatever blanks are around it', () => {
    const evidence = fakeEvidence({ objects: [object('BuildConfig', 'report', { spec: { source: { dockerfile: 'FROM base\n' }, strategy: {} } })] });
    expect(buildConfig('report').hasDockerfile('FROM base')(evidence)).toBe(true);
    expect(buildConfig('report').hasDockerfile('FROM other')(evidence)).toBe(false);
  });
});

describe('the image of a tag', () => {
  const stream = object('ImageStream', 'app', { status: { tags: [{ tag: '1.0', items: [{ image: 'sha256:b' }, { image: 'sha256:a' }] }] } });
  const image = (digest: string, build: string) => ({
    ...object('Image', digest, { dockerImageMetadata: { Config: { Labels: { build } } } }),
    metadata: { name: digest },
  });
  const evidence = fakeEvidence({ objects: [stream, image('sha256:a', '1'), image('sha256:b', '2')] });
  it('has the labels of the newest one', () => {
    expect(tagHasLabel('app', '1.0', 'build', '2')(evidence)).toBe(true);
    expect(tagHasLabel('app', '1.0', 'build', '1')(evidence)).toBe(false);
    expect(tagHasLabel('app', '2.0', 'build', '2')(evidence)).toBe(false);
  });
});

describe('a trigger on a stream of another project', () => {
  const app = (trigger: object) => ({
    ...object('Deployment', 'report'),
    metadata: { name: 'report', namespace: 'demo', annotations: { 'image.openshift.io/triggers': JSON.stringify([trigger]) } },
  });
  const follows = (trigger: object) => workload('report').followsFrom('tools', 'report', '1.0')(fakeEvidence({ objects: [app(trigger)] }));
  const from = { kind: 'ImageStreamTag', name: 'report:1.0', namespace: 'tools' };
  it('names the project', () => {
    expect(follows({ from })).toBe(true);
    expect(follows({ from: { ...from, namespace: undefined } })).toBe(false);
    expect(follows({ from, paused: true })).toBe(false);
  });
});

describe('the pods of a workload', () => {
  const login = { server: 'quay.io', username: 'developer', password: 'secret' };
  const auth = btoa(`${login.username}:${login.password}`);
  const data = { '.dockerconfigjson': btoa(JSON.stringify({ auths: { 'quay.io': { auth } } })) };
  const labels = { app: 'web' };
  const deployment = object('Deployment', 'web', { spec: { template: { metadata: { labels } } } });
  const secret = object('Secret', 'quay', { type: 'kubernetes.io/dockerconfigjson', data });
  const pod = (imagePullSecrets: readonly { readonly name: string }[]) => ({
    ...object('Pod', 'web-1', { spec: { imagePullSecrets } }),
    metadata: { name: 'web-1', namespace: 'demo', labels },
  });
  const asks = (linked: readonly { readonly name: string }[], wanted = login) =>
    workload('web').podsHaveLogin(wanted)(fakeEvidence({ objects: [deployment, secret, pod(linked)] }));
  it('have a login when a pull secret of theirs holds it', () => expect(asks([{ name: 'quay' }])).toBe(true));
  it('have none without the secret, or with another password', () => {
    expect(asks([])).toBe(false);
    expect(asks([{ name: 'quay' }], { ...login, password: 'other' })).toBe(false);
  });
});
