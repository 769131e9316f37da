import { describe, expect, test } from 'vitest';
import type { ImageStream, TagReference } from '../../../../src/api/image.ts';
import { describeImageStream } from '../../../../src/oc/describers/image-stream.ts';

const created = '2026-11-20T09:00:00Z';
const now = Date.parse('2026-11-20T10:30:00Z');
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const tagOf = (name: string, from: TagReference['from'], more: Partial<TagReference> = {}): TagReference => ({
  name,
  annotations: null,
  ...(from && { from }),
  generation: 1,
  importPolicy: { importMode: 'Legacy' },
  referencePolicy: { type: 'Source' },
  ...more,
});

const docker = (name: string) => ({ kind: 'DockerImage', name });

function streamOf(spec: Partial<ImageStream['spec']>, status: Partial<ImageStream['status']> = {}): ImageStream {
  return {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStream',
    metadata: { name: 'app', namespace: 'demo', creationTimestamp: created },
    spec: { lookupPolicy: { local: false }, ...spec },
    status: { dockerImageRepository: 'registry.svc:5000/demo/app', ...status },
  };
}

const head = `Name:			app
Namespace:		demo
Created:		2 hours ago
Labels:			<none>
Annotations:		<none>
Image Repository:	registry.svc:5000/demo/app
Image Lookup:		local=false
`;

describe('the description of an image stream', () => {
  test('says that there are no tags', () => {
    expect(describeImageStream(streamOf({}), { now })).toBe(`${head}Tags:			<none>\n`);
  });

  test('shows history, aliases beside their target, and versions in their order', () => {
    const stream = streamOf(
      {
        tags: [
          tagOf('2.0', docker('quay.io/a/app:2.0')),
          tagOf('latest', { kind: 'ImageStreamTag', name: 'app:2.0' }),
          tagOf('stable', { kind: 'ImageStreamTag', name: '2.0' }),
          tagOf('3.0.1', docker('quay.io/a/app:3.0.1')),
        ],
      },
      {
        tags: [
          {
            tag: '2.0',
            items: [
              { created: '2026-11-20T10:29:58Z', dockerImageReference: `quay.io/a/app@${digest('b')}`, image: digest('b'), generation: 1 },
              { created, dockerImageReference: 'quay.io/a/app:old', image: digest('a'), generation: 1 },
            ],
          },
          { tag: '3.0.1', items: [{ created, dockerImageReference: `quay.io/a/app@${digest('a')}`, image: digest('a'), generation: 1 }] },
        ],
      },
    );
    expect(describeImageStream(stream, { now })).toBe(`${head}Unique Images:		2
Tags:			4

2.0 (latest, stable)
  tagged from quay.io/a/app:2.0

  * quay.io/a/app@${digest('b')}
      2 seconds ago
    quay.io/a/app:old
      2 hours ago	${digest('a')}

3.0.1
  tagged from quay.io/a/app:3.0.1

  * quay.io/a/app@${digest('a')}
      2 hours ago
`);
  });

  test('says how each tag is kept up to date, what failed and what is under way', () => {
    const stream = streamOf(
      {
        tags: [
          tagOf('auto', docker('quay.io/a/app:1'), { importPolicy: { scheduled: true, insecure: true } }),
          tagOf('bad', docker('quay.io/a/app:9')),
          tagOf('copy', { kind: 'ImageStreamImage', namespace: 'other', name: `src@${digest('c')}` }),
          tagOf('empty', undefined),
          tagOf('local', { kind: 'ImageStreamTag', namespace: 'other', name: 'src:1' }, { referencePolicy: { type: 'Local' } }),
          tagOf('new', docker('quay.io/a/app:new'), { generation: 2 }),
          tagOf('ref', docker('quay.io/a/app:ref'), {
            reference: true,
            annotations: { description: 'Says hello', tags: 'a,b', supports: 'c,d', sampleRepo: 'https://git' },
          }),
        ],
      },
      {
        tags: [
          { tag: 'auto', items: null },
          {
            tag: 'bad',
            items: null,
            conditions: [{ type: 'ImportSuccess', status: 'False', reason: 'NotFound', message: 'no such image', generation: 1, lastTransitionTime: created }],
          },
          { tag: 'gone', items: [{ created, dockerImageReference: `quay.io/a/app@${digest('c')}`, image: digest('c'), generation: 1 }] },
        ],
      },
    );
    expect(describeImageStream(stream, { now })).toBe(`${head}Unique Images:		1
Tags:			8

auto
  updates automatically from registry quay.io/a/app:1
    will use insecure HTTPS or HTTP connections

  ~ importing latest image ...

bad
  tagged from quay.io/a/app:9

  ! error: Import failed (NotFound): no such image
      2 hours ago

copy
  tagged from other/src@${digest('c')}

  ~ importing latest image ...

empty
  tag without source image


gone
  no spec tag

  * quay.io/a/app@${digest('c')}
      2 hours ago

local
  tagged from other/src:1
    prefer registry pullthrough when referencing this tag

  ~ importing latest image ...

new
  tagged from quay.io/a/app:new

  ~ importing latest image ...

ref
  reference to registry quay.io/a/app:ref

  Says hello
  Tags: a, b
  Supports: c, d
  Example Repo: https://git

`);
  });
});
