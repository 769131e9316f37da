import { describe, expect, it } from 'vitest';
import { spokenDuration } from '../../../../src/api/human-duration.ts';
import type { TagEvent, TagReference } from '../../../../src/api/image.ts';
import { tagReferenceChanged } from '../../../../src/simulation/apiserver/resources/image-stream/generations.ts';
import { recordTagChanges } from '../../../../src/simulation/apiserver/resources/image-stream/record-tag-changes.ts';
import { tagsUpToWidth } from '../../../../src/simulation/apiserver/tables/image-stream.ts';
import { historyOf, streamOf } from '../../imageutil/stream-of.ts';

const imageA = `sha256:${'a'.repeat(64)}`;
const imageB = `sha256:${'b'.repeat(64)}`;
type Tags = Readonly<Record<string, Partial<TagReference>>>;
type History = Readonly<Record<string, readonly Partial<TagEvent>[]>>;
const from = (kind: string, name: string, extra = {}): Partial<TagReference> => ({ from: { kind, name }, ...extra });
const reference = { reference: true };

function record(tags: Tags, history: History, previous?: Tags, other?: Parameters<typeof streamOf>) {
  return recordTagChanges(streamOf(tags, history), previous && streamOf(previous, history), {
    now: '2026-01-02T00:00:00Z',
    internalRegistryHostname: 'registry:5000',
    findStream: (namespace, name) => (other && namespace === 'other' && name === 'source' ? streamOf(other[0], other[1], { namespace, name }) : undefined),
  });
}

describe('recording changed tags', () => {
  it.each<[string, Tags, Tags | undefined, History, Readonly<Record<string, readonly string[]>>]>([
    ['nothing', {}, undefined, {}, { t1: [] }],
    ['a tag without a source', { t1: {} }, undefined, {}, { t1: [] }],
    ['an image to import', { t1: from('DockerImage', 't2') }, undefined, {}, { t1: [] }],
    ['a reference', { t1: from('DockerImage', 'a/b:1', reference) }, {}, { t2: [{ image: imageA }] }, { t1: ['a/b:1#1'], t2: [`${imageA}#1`] }],
    [
      'a tag that was changed to another reference',
      { t1: from('DockerImage', 'a/b:2', reference) },
      { t1: from('DockerImage', 'a/b:1', reference) },
      { t1: [{ image: '', dockerImageReference: 'a/b:1' }] },
      { t1: ['a/b:2#1'] },
    ],
    [
      'a tag that was there before',
      { t1: from('ImageStreamTag', 'other') },
      { t1: from('ImageStreamTag', 'other') },
      { other: [{ image: imageA }] },
      { t1: [] },
    ],
    ['a tag of the same stream', { t1: from('ImageStreamTag', 'stream:other') }, undefined, { other: [{ image: imageA }] }, { t1: [`${imageA}#1`] }],
    ['a tag without an image', { t1: from('ImageStreamTag', 'stream:none') }, undefined, {}, { t1: [] }],
    [
      'an image of the stream by the start of its digest',
      { t1: from('ImageStreamImage', 'stream@bbb') },
      undefined,
      { other: [{ image: imageA }, { image: imageB }] },
      { t1: [`${imageB}#1`] },
    ],
    [
      'a tag that another one follows',
      { t1: from('ImageStreamImage', `stream@${imageB}`), t2: from('ImageStreamTag', 'stream:t1') },
      { t1: from('ImageStreamTag', 'stream:other'), t2: from('ImageStreamTag', 'stream:t1') },
      { other: [{ image: imageA }, { image: imageB }], t1: [{ image: imageA }], t2: [{ image: imageA }] },
      { t1: [`${imageB}#1`, `${imageA}#1`], t2: [`${imageB}#1`, `${imageA}#1`] },
    ],
  ])('%s', (_, tags, previous, history, expected) => {
    const { stream, errors } = record(tags, history, previous);
    expect(errors).toEqual([]);
    expect(Object.fromEntries(Object.keys(expected).map((tag) => [tag, historyOf(stream, tag)]))).toEqual(expected);
  });

  it('moves the generation of the tag that an alias of the same stream is made from', () => {
    const stream = streamOf({ t1: from('ImageStreamTag', 'stream:other') }, { other: [{ image: imageA, generation: 1 }] }, { generation: 5 });
    const around = { now: '', internalRegistryHostname: '', findStream: () => undefined };
    const recorded = recordTagChanges(stream, undefined, around).stream;
    expect([historyOf(recorded, 'other'), historyOf(recorded, 't1')]).toEqual([[`${imageA}#5`], [`${imageA}#5`]]);
  });

  it('takes images of the own registry through the stream they are tagged into', () => {
    const source: Parameters<typeof streamOf> = [{}, { v1: [{ image: imageA, dockerImageReference: `registry:5000/other/source@${imageA}` }] }];
    const tag = { from: { kind: 'ImageStreamTag', name: 'source:v1', namespace: 'other' } };
    const place = (change: object) => record({ t1: { ...tag, ...change } }, {}, undefined, source).stream.status.tags?.[0]?.items?.[0]?.dockerImageReference;
    expect(place({})).toBe(`registry:5000/ns/stream@${imageA}`);
    expect(place(reference)).toBe(`registry:5000/other/source@${imageA}`);
  });

  it.each([
    [from('ImageStreamTag', 'a:b:c'), 'Invalid value: "a:b:c": must be of the form <tag>, <repo>:<tag>, <id>, or <repo>@<id>'],
    [from('Banana', 'a'), 'Invalid value: "a": must be of the form <tag>, <repo>:<tag>, <id>, or <repo>@<id>'],
    [from('ImageStreamTag', 'nosuch:1'), 'Not found: "nosuch:1"'],
    [
      from('ImageStreamImage', 'stream@sha256:f'),
      'Invalid value: "stream@sha256:f": error generating tag event: imagestreamimage.image.openshift.io "sha256:f" not found',
    ],
  ])('refuses %j', (tag, message) => {
    expect(record({ t1: tag }, {}).errors).toEqual([expect.objectContaining({ field: 'spec.tags[t1].from.name', message })]);
  });
});

describe('what counts as a changed tag', () => {
  const base: TagReference = {
    name: 't',
    annotations: null,
    from: { kind: 'DockerImage', name: 'a' },
    generation: 3,
    importPolicy: { importMode: 'Legacy' },
    referencePolicy: { type: 'Source' },
  };
  it.each<[string, Partial<TagReference>, boolean]>([
    ['nothing', {}, false],
    ['annotations', { annotations: { a: 'b' } }, false],
    ['the reference policy', { referencePolicy: { type: 'Local' } }, false],
    ['scheduling', { importPolicy: { importMode: 'Legacy', scheduled: true } }, false],
    ['the name of the source', { from: { kind: 'DockerImage', name: 'b' } }, true],
    ['the same project, named', { from: { kind: 'DockerImage', name: 'a', namespace: 'ns' } }, false],
    ['another project', { from: { kind: 'DockerImage', name: 'a', namespace: 'other' } }, true],
    ['whether it is a reference', reference, true],
    ['the import mode', { importPolicy: { importMode: 'PreserveOriginal' } }, true],
    ['generation 0, which asks for a new import', { generation: 0 }, true],
    ['any other generation', { generation: 9 }, false],
    ['no source any more', { from: undefined as never }, false],
  ])('%s', (_, change, expected) => {
    expect(tagReferenceChanged(base, { ...base, ...change }, 'ns')).toBe(expected);
  });
});

describe('tables', () => {
  const tags = (names: readonly string[]) => tagsUpToWidth(names.map((tag) => ({ tag, items: null })));
  it.each([
    [['latest'], 'latest'],
    [['a'.repeat(60), 'b'], `${'a'.repeat(60)} + 1 more...`],
    [['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '2.0', '2.1'], '1.0,1.1,1.2,1.3,1.4,1.5,1.6,1.7,1.8,1.9 + 2 more...'],
    [['a'.repeat(25), 'b'.repeat(20), 'c'], `${'a'.repeat(25)},${'b'.repeat(20)} + 1 more...`],
  ])('show as many tags as fit: %j', (names, expected) => {
    expect(tags(names)).toBe(expected);
  });

  it.each([
    [0, 'Less than a second'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, 'About a minute'],
    [120, '2 minutes'],
    [3599, '59 minutes'],
    [3600, 'About an hour'],
    [2 * 3600, '2 hours'],
    [48 * 3600, '2 days'],
    [15 * 86400, '2 weeks'],
    [70 * 86400, '2 months'],
    [800 * 86400, '2 years'],
  ])('tell %i seconds as %s', (seconds, expected) => {
    expect(spokenDuration(seconds * 1000)).toBe(expected);
  });
});
