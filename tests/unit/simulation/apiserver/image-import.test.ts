import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../src/api/client.ts';
import type { ImageImportSpec, ImageStream, ImageStreamImport } from '../../../../src/api/image.ts';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { StatusError } from '../../../../src/api/status.ts';
import { encodeBase64 } from '../../../../src/imageutil/base64.ts';
import { testCluster } from '../../../support/test-cluster.ts';

const imports = { group: 'image.openshift.io', version: 'v1', resource: 'imagestreamimports' };
const streams = { ...imports, resource: 'imagestreams' };
const tags = { ...imports, resource: 'imagestreamtags' };
const secrets = { group: '', version: 'v1', resource: 'secrets' };
const school = 'registry.ocp4.example.com:8443';

function importInto(client: ApiClient, name: string, images: Readonly<Record<string, string>>, options: Partial<ImageImportSpec> = {}, spec: object = {}) {
  const wanted = Object.entries(images).map(([tag, from]) => ({ from: { kind: 'DockerImage', name: from }, to: { name: tag }, ...options }));
  const request = {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamImport',
    metadata: { name },
    spec: { import: true, images: wanted, ...spec },
    status: {},
  };
  return client.create<ImageStreamImport>(imports, 'demo', request as unknown as ImageStreamImport);
}

const read = (client: ApiClient, name: string) => client.get<ImageStream>(streams, 'demo', name);
const statuses = ({ status }: ImageStreamImport) => status.images?.map((image) => image.status.message ?? image.status.status);
const summary = ({ metadata, spec, status }: ImageStream) => ({
  generation: metadata.generation,
  spec: Object.fromEntries((spec.tags ?? []).map(({ name, generation }) => [name, generation])),
  status: Object.fromEntries(
    (status.tags ?? []).map(({ tag, items }) => [tag, (items ?? []).map(({ image, generation }) => `${image.slice(7, 15)}#${generation}`)]),
  ),
});

function createPullSecret(client: ApiClient, name: string, host: string, username: string, password = username): void {
  const config = JSON.stringify({ auths: { [host]: { auth: encodeBase64(`${username}:${password}`) } } });
  const data = { '.dockerconfigjson': encodeBase64(config) };
  client.create(secrets, 'demo', { apiVersion: 'v1', kind: 'Secret', metadata: { name }, type: 'kubernetes.io/dockerconfigjson', data } as KubeObject);
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StatusError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('importing an image', () => {
  it('creates the stream, its spec tag and the image, all of generation 1', () => {
    const { client } = testCluster();
    importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' });
    expect(summary(read(client, 'app'))).toEqual({ generation: 1, spec: { '1': 1 }, status: { '1': ['38d49608#1'] } });
    expect(read(client, 'app').spec.tags).toEqual([
      {
        name: '1',
        annotations: null,
        from: { kind: 'DockerImage', name: 'quay.io/myorg/myapp:1.0' },
        generation: 1,
        importPolicy: { importMode: 'Legacy' },
        referencePolicy: { type: 'Source' },
      },
    ]);
    expect(client.get(tags, 'demo', 'app:1').image).toMatchObject({
      dockerImageReference: 'quay.io/myorg/myapp@sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a',
      dockerImageMetadata: { Size: 39624331, Architecture: 'amd64', Created: '2025-01-07T10:20:30Z' },
    });
  });

  it('changes nothing when it brings the same image again', () => {
    const { client } = testCluster();
    importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' });
    const before = read(client, 'app');
    importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' });
    expect(read(client, 'app')).toEqual(before);
  });

  it('puts a new build on top of the history', () => {
    const { client, simulation } = testCluster();
    importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' });
    simulation.push('quay.io/myorg/myapp:1.0', { variant: 'b' });
    importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' });
    expect(summary(read(client, 'app'))).toEqual({ generation: 2, spec: { '1': 2 }, status: { '1': ['013b00ec#2', '38d49608#1'] } });
  });

  it('only looks, where it is told not to import', () => {
    const { client } = testCluster();
    expect(statuses(importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' }, {}, { import: false }))).toEqual(['Success']);
    expect(messageOf(() => read(client, 'app'))).toBe('imagestreams.image.openshift.io "app" not found');
  });

  it('takes the linux image for amd64 of a list, or keeps the list with all its images', () => {
    const { client } = testCluster();
    importInto(client, 'kc', { one: 'quay.io/keycloak/keycloak:20.0.3' });
    importInto(client, 'kc', { list: 'quay.io/keycloak/keycloak:20.0.3' }, { importPolicy: { importMode: 'PreserveOriginal' } });
    expect(summary(read(client, 'kc')).status).toEqual({ list: ['630d1045#2'], one: ['1afe2437#1'] });
    expect(client.get(tags, 'demo', 'kc:list').image).toMatchObject({
      dockerImageManifests: [{ architecture: 'amd64' }, { architecture: 'arm64', variant: 'v8' }],
    });
    expect(client.get({ ...imports, resource: 'imagestreamimages' }, 'demo', 'kc@ebee684f').kind).toBe('ImageStreamImage');
  });

  it('prefers the platform that the tag names', () => {
    const { client } = testCluster();
    const arm = { 'importer.image.openshift.io/prefer-arch': 'arm64' };
    const tag = { name: 'arm', annotations: arm, from: { kind: 'DockerImage', name: 'quay.io/keycloak/keycloak:20.0.3' } };
    client.create(streams, 'demo', { apiVersion: 'image.openshift.io/v1', kind: 'ImageStream', metadata: { name: 'kc' }, spec: { tags: [tag] } });
    importInto(client, 'kc', { arm: 'quay.io/keycloak/keycloak:20.0.3' });
    expect(summary(read(client, 'kc')).status).toEqual({ arm: ['ebee684f#2'] });
  });

  it('of a repository takes every tag, the foremost first', () => {
    const { client } = testCluster();
    const repository = { from: { kind: 'DockerImage', name: 'quay.io/myorg/myapp' } };
    const result = importInto(client, 'app', {}, {}, { images: undefined, repository });
    expect(result.status.repository?.images?.map(({ tag }) => tag)).toEqual(['latest', '2.0', '1.0']);
    expect(Object.keys(summary(read(client, 'app')).spec)).toEqual(['1.0', '2.0', 'latest']);
  });
});

describe('an import that fails', () => {
  it.each([
    ['a missing tag', 'quay.io/myorg/myapp:99', 'dockerimage.image.openshift.io "quay.io/myorg/myapp:99" not found'],
    ['a missing repository', 'quay.io/myorg/nosuch:1', 'you may not have access to the container image "quay.io/myorg/nosuch:1"'],
    ['a private image', `${school}/developer/custom-server`, `you may not have access to the container image "${school}/developer/custom-server:latest"`],
    ['a missing image of Docker Hub', 'ubi8/php-80', 'you may not have access to the container image "docker.io/ubi8/php-80:latest"'],
  ])('says so for %s, in the answer and in the stream', (_, from, message) => {
    const { client } = testCluster();
    expect(statuses(importInto(client, 'app', { '1': from }))).toEqual([message]);
    const { status } = read(client, 'app');
    expect(status.tags).toEqual([{ tag: '1', items: null, conditions: [expect.objectContaining({ status: 'False', message, generation: 1 })] }]);
  });

  it('leaves the stream alone when it fails the same way again, and clears the condition once it succeeds', () => {
    const { client, simulation } = testCluster();
    importInto(client, 'app', { '1': `${school}/developer/custom-server:1.0` });
    const failed = read(client, 'app');
    importInto(client, 'app', { '1': `${school}/developer/custom-server:1.0` });
    expect(read(client, 'app')).toEqual(failed);
    createPullSecret(client, 'reg', school, 'developer');
    simulation.settle();
    importInto(client, 'app', { '1': `${school}/developer/custom-server:1.0` });
    expect(summary(read(client, 'app'))).toEqual({ generation: 2, spec: { '1': 2 }, status: { '1': ['f05837a1#2'] } });
    expect(read(client, 'app').status.tags?.[0]?.conditions).toBeUndefined();
  });

  it('keeps the history of the tag', () => {
    const { client } = testCluster();
    createPullSecret(client, 'reg', school, 'developer');
    importInto(client, 'app', { '1': `${school}/developer/custom-server:1.0` });
    client.delete(secrets, 'demo', 'reg');
    importInto(client, 'app', { '1': `${school}/developer/custom-server:1.0` });
    expect(summary(read(client, 'app'))).toEqual({ generation: 2, spec: { '1': 2 }, status: { '1': ['f05837a1#1'] } });
  });

  it('shuts a wrong login at quay.io out of public images, while Docker Hub is asked again without it', () => {
    const { client } = testCluster();
    createPullSecret(client, 'quay', 'quay.io', 'me');
    createPullSecret(client, 'hub', 'https://index.docker.io/v1/', 'me');
    const refused =
      'Internal error occurred: quay.io/myorg/myapp:1.0: Get "https://quay.io/v2/myorg/myapp/manifests/1.0": unauthorized: Invalid Username or Password';
    expect(statuses(importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' }))).toEqual([refused]);
    expect(statuses(importInto(client, 'app', { nginx: 'nginx' }))).toEqual(['Success']);
  });
});

describe('what the cluster says of registries', () => {
  const config = { group: 'config.openshift.io', version: 'v1', resource: 'images' };
  const say = (registrySources: object) => {
    const cluster = testCluster({ scenario: { faults: [{ at: 'quay.io', kind: 'tls' }] } });
    cluster.as('admin').patch(config, undefined, 'cluster', 'application/merge-patch+json', { spec: { registrySources } });
    return statuses(importInto(cluster.client, 'app', { '1': 'quay.io/myorg/myapp:1.0' }));
  };

  it('blocks those that are blocked, and trusts the insecure', () => {
    expect(say({ blockedRegistries: ['quay.io'] })).toEqual([' is forbidden: registry quay.io blocked']);
    expect(say({ insecureRegistries: ['quay.io'] })).toEqual(['Success']);
    expect(say({})?.[0]).toMatch(/certificate signed by unknown authority$/);
  });
});

describe('an authority that an administrator adds', () => {
  const config = { group: 'config.openshift.io', version: 'v1', resource: 'images' };
  const host = 'registry.ocp4.example.com:8443';
  const importWith = (data: Readonly<Record<string, string>>) => {
    const cluster = testCluster({ scenario: { faults: [{ at: host, kind: 'tls' }] } });
    const admin = cluster.as('admin');
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'registry-cas' }, data };
    admin.create({ group: '', version: 'v1', resource: 'configmaps' }, 'openshift-config', map);
    admin.patch(config, undefined, 'cluster', 'application/merge-patch+json', { spec: { additionalTrustedCA: { name: 'registry-cas' } } });
    return statuses(importInto(cluster.client, 'app', { '1': `${host}/redhattraining/hello-world-nginx` }))?.[0];
  };
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

  it('is trusted for the host that its key names, with two dots before the port', () => {
    expect(importWith({ 'registry.ocp4.example.com..8443': certificate })).toBe('Success');
    expect(importWith({ 'registry.ocp4.example.com': certificate })).toMatch(/unknown authority$/);
    expect(importWith({ 'registry.ocp4.example.com..8443': 'dummy' })).toMatch(/unknown authority$/);
  });
});

describe('a request to import', () => {
  it.each([
    [{ images: [{ from: { kind: 'DockerImage', name: 'NGINX' } }] }, 'spec.images[0].from.name: Invalid value: "NGINX": repository name must be lowercase'],
    [
      { images: [{ from: { kind: 'ImageStreamTag', name: 'a:1' } }] },
      'spec.images[0].from.kind: Invalid value: "ImageStreamTag": only DockerImage is supported',
    ],
    [{ images: [] }, 'spec.images: Invalid value: null: you must specify at least one image or a repository import'],
    [
      { images: [], repository: { from: { kind: 'DockerImage', name: 'quay.io/a/b:1' } } },
      'spec.repository.from.name: Invalid value: "quay.io/a/b:1": you must specify an image repository, not a tag or ID',
    ],
  ])('is checked: %j', (spec, message) => {
    const { client } = testCluster();
    expect(messageOf(() => importInto(client, 'app', {}, {}, spec))).toBe(`ImageStreamImport.image.openshift.io "app" is invalid: ${message}`);
  });

  it('made for another state of the stream is refused', () => {
    const { client } = testCluster();
    importInto(client, 'app', { '1': 'quay.io/myorg/myapp:1.0' });
    const metadata = { name: 'app', resourceVersion: '1' };
    const request = {
      apiVersion: 'image.openshift.io/v1',
      kind: 'ImageStreamImport',
      metadata,
      spec: { import: true, images: [{ from: { kind: 'DockerImage', name: 'nginx' } }] },
    };
    expect(messageOf(() => client.create(imports, 'demo', request))).toBe(
      `Operation cannot be fulfilled on imagestream.image.openshift.io "app": the image stream was updated from "1" to "${read(client, 'app').metadata.resourceVersion}"`,
    );
  });
});

describe('the import controllers', () => {
  const tagTo = (client: ApiClient, name: string, from: string, importPolicy = {}) =>
    client.update(tags, 'demo', {
      apiVersion: 'image.openshift.io/v1',
      kind: 'ImageStreamTag',
      metadata: { name },
      tag: { from: { kind: 'DockerImage', name: from }, importPolicy },
    });

  it('import what a tag asks for', () => {
    const { client, simulation } = testCluster();
    tagTo(client, 'app:1', 'quay.io/myorg/myapp:1.0');
    expect(summary(read(client, 'app')).status).toEqual({});
    simulation.settle();
    expect(summary(read(client, 'app'))).toEqual({ generation: 2, spec: { '1': 2 }, status: { '1': ['38d49608#2'] } });
  });

  it('import a whole repository that a stream follows', () => {
    const { client, simulation } = testCluster();
    const spec = { dockerImageRepository: 'quay.io/myorg/myapp' };
    client.create(streams, 'demo', { apiVersion: 'image.openshift.io/v1', kind: 'ImageStream', metadata: { name: 'app' }, spec });
    simulation.settle();
    expect(Object.keys(summary(read(client, 'app')).status)).toEqual(['1.0', '2.0', 'latest']);
  });

  it('come back for scheduled tags, and for no others', () => {
    const { client, simulation } = testCluster({ scenario: { scheduledImportSeconds: 60 } });
    tagTo(client, 'app:auto', 'quay.io/myorg/myapp:2.0', { scheduled: true });
    tagTo(client, 'app:still', 'quay.io/myorg/myapp:2.0');
    simulation.settle();
    simulation.push('quay.io/myorg/myapp:2.0', { variant: 'b' });
    simulation.advance(59_000);
    expect(summary(read(client, 'app')).status).toEqual({ auto: ['202d9c11#3'], still: ['202d9c11#3'] });
    simulation.advance(2_000);
    expect(summary(read(client, 'app')).status).toEqual({ auto: ['109793c9#4', '202d9c11#3'], still: ['202d9c11#3'] });
    simulation.push('quay.io/myorg/myapp:2.0', { variant: 'a' });
    simulation.advance(180_000);
    expect(summary(read(client, 'app')).status.auto).toEqual(['202d9c11#5', '109793c9#4', '202d9c11#3']);
  });
});
