import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../src/api/client.ts';
import type { ImageStream, ImageStreamTag, TagReference } from '../../../../src/api/image.ts';
import type { KubeObject } from '../../../../src/api/meta.ts';
import { StatusError } from '../../../../src/api/status.ts';
import { testCluster } from '../../../support/test-cluster.ts';

const group = 'image.openshift.io';
const resource = (name: string) => ({ group, version: 'v1', resource: name });
const [streams, tags, imageTags, imports] = ['imagestreams', 'imagestreamtags', 'imagetags', 'imagestreamimports'].map(resource) as [
  ReturnType<typeof resource>,
  ReturnType<typeof resource>,
  ReturnType<typeof resource>,
  ReturnType<typeof resource>,
];
const object = (kind: string, name: string, rest: object = {}, metadata: object = {}): KubeObject => ({
  apiVersion: 'image.openshift.io/v1',
  kind,
  metadata: { name, ...metadata },
  ...rest,
});
const external = { from: { kind: 'DockerImage', name: 'quay.io/myorg/myapp:1.0' } };

/** A cluster whose stream `repo` has an imported tag `latest`. */
function withRepo() {
  const cluster = testCluster();
  const images = [{ ...external, to: { name: 'latest' } }];
  cluster.client.create(imports, 'demo', object('ImageStreamImport', 'repo', { spec: { import: true, images } }));
  return cluster;
}

const read = (client: ApiClient, name = 'repo') => client.get<ImageStream>(streams, 'demo', name);
const specOf = (stream: ImageStream): readonly TagReference[] => stream.spec.tags ?? [];

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StatusError) return `${error.status.reason ?? error.status.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('image stream tags', () => {
  const mustBe = 'BadRequest: ImageStreamTags must be retrieved with <name>:<tag>';
  it.each([
    ['repo', mustBe],
    ['repo:', mustBe],
    [':latest', mustBe],
    ['repo:a:b', mustBe],
    ['repo:missing', 'NotFound: imagestreamtags.image.openshift.io "repo:missing" not found'],
    ['norepo:latest', 'NotFound: imagestreamtags.image.openshift.io "norepo" not found'],
  ])('are not found under %s', (name, message) => {
    const { client } = withRepo();
    expect(messageOf(() => client.get(tags, 'demo', name))).toBe(message);
    expect(messageOf(() => client.delete(tags, 'demo', name))).toBe(message);
  });

  it('create the stream that is missing', () => {
    const { client } = testCluster();
    client.create(tags, 'demo', object('ImageStreamTag', 'new:1', { tag: external }));
    expect(specOf(read(client, 'new'))).toMatchObject([{ name: '1', generation: 1, importPolicy: { importMode: 'Legacy' } }]);
  });

  it('are not created twice', () => {
    const { client } = withRepo();
    expect(messageOf(() => client.create(tags, 'demo', object('ImageStreamTag', 'repo:latest', { tag: external })))).toBe(
      'AlreadyExists: imagestreamtag.image.openshift.io "repo:latest" already exists',
    );
  });

  it.each([
    ['nocolon', { tag: external }, '500: "nocolon" must be of the form <stream_name>:<tag>'],
    [
      'repo:x',
      { tag: { from: { kind: 'DockerImage', name: 'NGINX' } } },
      'Invalid: ImageStreamTag.image.openshift.io "repo:x" is invalid: tag.from.name: Invalid value: "NGINX": repository name must be lowercase',
    ],
    [
      'repo:x',
      { tag: { ...external, annotations: { a: 'b' } } },
      'Invalid: ImageStreamTag.image.openshift.io "repo:x" is invalid: tag.annotations: Invalid value: "<map>": tag annotations must not be provided or must be equal to the object meta annotations',
    ],
  ])('%s with %j is refused', (name, body, message) => {
    const { client } = withRepo();
    expect(messageOf(() => client.create(tags, 'demo', object('ImageStreamTag', name, body)))).toBe(message);
  });

  it('keep their annotations in the spec tag', () => {
    const { client } = withRepo();
    const current = client.get<ImageStreamTag>(tags, 'demo', 'repo:latest');
    client.update(tags, 'demo', { ...current, metadata: { ...current.metadata, annotations: { a: 'b' } } });
    expect(specOf(read(client))).toMatchObject([{ name: 'latest', annotations: { a: 'b' } }]);
    const seen = client.get<ImageStreamTag>(tags, 'demo', 'repo:latest');
    expect([seen.metadata.annotations, seen.image.metadata.annotations?.a]).toEqual([{ a: 'b' }, 'b']);
  });

  it('change in nothing else', () => {
    const { client } = withRepo();
    const current = client.get<ImageStreamTag>(tags, 'demo', 'repo:latest');
    const labelled = { ...current, metadata: { ...current.metadata, labels: { a: 'b' } } };
    expect(messageOf(() => client.update(tags, 'demo', labelled))).toBe(
      'Invalid: ImageStreamTag.image.openshift.io "repo:latest" is invalid: metadata: Invalid value: "": may not update fields other than metadata.annotations',
    );
    const outdated = { ...current, metadata: { ...current.metadata, resourceVersion: '1' } };
    expect(messageOf(() => client.update(tags, 'demo', outdated))).toBe(
      `Conflict: Operation cannot be fulfilled on imagestreamtags.image.openshift.io "repo:latest": another caller has updated the resource version to ${current.metadata.resourceVersion}`,
    );
  });

  it('without a spec tag cannot be annotated, only deleted', () => {
    const { client } = withRepo();
    client.patch(streams, 'demo', 'repo', 'application/json-patch+json', [{ op: 'remove', path: '/spec/tags' }]);
    const bare = object('ImageStreamTag', 'repo:latest', {}, { annotations: { a: 'b' } });
    expect(messageOf(() => client.update(tags, 'demo', bare))).toBe(
      'BadRequest: imagestreamtag latest is not a spec tag in imagestream demo/repo, cannot be updated',
    );
    client.delete(tags, 'demo', 'repo:latest');
    expect(read(client).status).toEqual({ dockerImageRepository: 'image-registry.openshift-image-registry.svc:5000/demo/repo' });
  });
});

describe('image tags', () => {
  it('are there before their image is', () => {
    const { client } = testCluster();
    client.create(imageTags, 'demo', object('ImageTag', 'repo:two', { spec: { name: 'two', ...external } }));
    expect(client.get(imageTags, 'demo', 'repo:two')).toMatchObject({ spec: { name: 'two' }, status: null, image: null });
  });

  it.each([
    ['repo:three', {}, 'Invalid: ImageTag.image.openshift.io "repo:three" is invalid: spec: Required value: spec is a required field during creation'],
    [
      'repo:three',
      { spec: { name: 'two', ...external } },
      'Invalid: ImageTag.image.openshift.io "repo:three" is invalid: spec.name: Invalid value: "two": must match image tag name',
    ],
    ['repo:latest', { spec: external }, 'AlreadyExists: imagetags.image.openshift.io "repo:latest" already exists'],
  ])('%s with %j is refused', (name, body, message) => {
    const { client } = withRepo();
    expect(messageOf(() => client.create(imageTags, 'demo', object('ImageTag', name, body)))).toBe(message);
  });

  it('change in their spec only, annotations of the tag included', () => {
    const { client } = withRepo();
    const merge = (body: unknown) => client.patch(imageTags, 'demo', 'repo:latest', 'application/merge-patch+json', body);
    expect(merge({ spec: { annotations: { a: 'b' } } })).toMatchObject({ spec: { annotations: { a: 'b' } } });
    expect(messageOf(() => merge({ metadata: { annotations: { a: 'b' } } }))).toBe(
      'Invalid: ImageTag.image.openshift.io "repo:latest" is invalid: metadata: Invalid value: "": may not update fields other than spec',
    );
  });

  it('show in a table what was asked for and what came of it', () => {
    const { client } = withRepo();
    client.create(tags, 'demo', object('ImageStreamTag', 'repo:bad', { tag: { ...external, importPolicy: { scheduled: true } } }));
    const { rows } = client.table(imageTags, 'demo', undefined);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['repo:bad', 'Scheduled', 'quay.io/myorg/myapp:1.0', null, ''],
      ['repo:latest', 'Tag', 'image/sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a', 1, 'Less than a second ago'],
    ]);
  });
});

describe('image streams', () => {
  const create = (client: ApiClient, name: string, spec: object = {}) =>
    client.create<ImageStream>(streams, 'demo', object('ImageStream', name, { spec }) as ImageStream);
  const refusal = (name: string, text: string) => `Invalid: ImageStream.image.openshift.io "${name}" is invalid: ${text}`;

  it.each([
    ['Foo', {}, 'metadata.name: Invalid value: "Foo": must match "[a-z0-9]+(?:[._-][a-z0-9]+)*"'],
    ['a/b', {}, 'metadata.name: Invalid value: "a/b": may not contain \'/\''],
    ['x', { dockerImageRepository: 'a/b:tag' }, 'spec.dockerImageRepository: Invalid value: "a/b:tag": the repository name may not contain a tag'],
    [
      'x',
      { tags: [{ name: 'tag', ...external, referencePolicy: { type: 'Other' } }] },
      'spec.tags[tag].referencePolicy.type: Invalid value: "Other": valid values are "Source", "Local"',
    ],
    [
      'x',
      { tags: [{ name: 'tag', ...external, importPolicy: { importMode: 'Odd' } }] },
      "spec.tags[tag].importPolicy.importMode: Invalid value: \"Odd\": invalid import mode, valid modes are '', 'Legacy', 'PreserveOriginal'",
    ],
    [
      'x',
      { tags: [{ name: 'tag', from: { kind: 'ImageStreamTag', name: 'other:1', namespace: 'openshift-config' } }] },
      '[]: Internal error: imagestreams "x" is invalid: [spec.tags[tag].from: Forbidden: openshift-config/other: "" "", spec.tags[tag].from.name: Not found: "other:1"]',
    ],
  ])('named %s with %j are refused', (name, spec, text) => {
    const { client } = testCluster();
    expect(messageOf(() => create(client, name, spec))).toBe(refusal(name, text));
  });

  it('take no status from people', () => {
    const { client } = withRepo();
    const before = read(client);
    client.patch(streams, 'demo', 'repo', 'application/merge-patch+json', { status: { tags: [] }, metadata: { generation: 99 } });
    expect(read(client)).toEqual(before);
  });

  it('put generations back, except 0, which asks for a new import', () => {
    const { client, simulation } = withRepo();
    const generation = (value: number) =>
      client.patch(streams, 'demo', 'repo', 'application/json-patch+json', [{ op: 'replace', path: '/spec/tags/0/generation', value }]);
    const before = read(client);
    generation(99);
    expect(read(client)).toEqual(before);
    generation(0);
    expect(specOf(read(client))[0]?.generation).toBe(2);
    simulation.settle();
    expect([read(client).metadata.generation, read(client).status.tags?.[0]?.items?.[0]?.generation]).toEqual([3, 3]);
  });

  it('grow no bigger than the limits of their project', () => {
    const { client, as } = withRepo();
    const max = { 'openshift.io/image-tags': '1', 'openshift.io/images': '1' };
    const range = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits' }, spec: { limits: [{ type: 'openshift.io/ImageStream', max }] } };
    as('admin').create({ group: '', version: 'v1', resource: 'limitranges' }, 'demo', range);
    const images = [{ from: { kind: 'DockerImage', name: 'quay.io/myorg/myapp:2.0' }, to: { name: 'second' } }];
    const said =
      'ImageStream.image.openshift.io "repo" is invalid: []: Internal error: ImageStream.image.openshift.io "repo" is forbidden: ' +
      '[requested usage of openshift.io/images exceeds the maximum limit per openshift.io/ImageStream (2 > 1), ' +
      'requested usage of openshift.io/image-tags exceeds the maximum limit per openshift.io/ImageStream (2 > 1)]';
    expect(messageOf(() => client.create(imports, 'demo', object('ImageStreamImport', 'repo', { spec: { import: true, images } })))).toBe(`Invalid: ${said}`);
    expect(read(client).status.tags?.find(({ tag }) => tag === 'second')).toEqual({
      tag: 'second',
      items: null,
      conditions: [{ type: 'ImportSuccess', status: 'False', lastTransitionTime: expect.any(String), reason: 'Invalid', message: said, generation: 2 }],
    });
  });

  it('tell the blobs of their images, and the pull secrets of their project', () => {
    const { client } = withRepo();
    const layers = client.get(streams, 'demo', 'repo', { subresource: 'layers' });
    expect(Object.keys(layers.images as object)).toEqual(['sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a']);
    expect(Object.keys(layers.blobs as object)).toHaveLength(4);
    const secrets = client.get(streams, 'demo', 'repo', { subresource: 'secrets' });
    expect((secrets.items as readonly KubeObject[]).map(({ type }) => type)).toEqual(Array(3).fill('kubernetes.io/dockercfg'));
  });
});
