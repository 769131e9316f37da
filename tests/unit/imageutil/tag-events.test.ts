import { describe, expect, it } from 'vitest';
import type { TagEvent } from '../../../src/api/image.ts';
import { addTagEvent, latestObservedTagGeneration, resolveImageId, updateTrackingTags, withTagConditions } from '../../../src/imageutil/tag-events.ts';
import {
  followTagReference,
  resolveLatestTaggedImage,
  resolveNewestPullSpecForTag,
  resolveRecentPullSpecForTag,
} from '../../../src/imageutil/tag-references.ts';
import { eventOf, historyOf, streamOf } from './stream-of.ts';

const imageA = `sha256:${'a'.repeat(64)}`;
const imageB = `sha256:${'b'.repeat(64)}`;

describe('addTagEvent', () => {
  const before = { dockerImageReference: 'ref', image: 'image', generation: 1 };
  it.each<[string, Partial<TagEvent>, readonly string[]]>([
    ['nothing changed', {}, ['image@ref#1']],
    ['only the generation is newer', { generation: 2 }, ['image@ref#2']],
    ['the same reference now means another image', { image: 'image2' }, ['image2@ref#1']],
    ['the same image comes from elsewhere', { dockerImageReference: 'ref2' }, ['image@ref2#1']],
    ['both are new', { image: 'image2', dockerImageReference: 'ref2' }, ['image2@ref2#1', 'image@ref#1']],
  ])('keeps the history right when %s', (_, change, expected) => {
    const stream = addTagEvent(streamOf({}, { latest: [before] }), 'latest', eventOf({ ...before, ...change }));
    const items = stream.status.tags?.[0]?.items ?? [];
    expect(items.map(({ image, dockerImageReference, generation }) => `${image}@${dockerImageReference}#${generation}`)).toEqual(expected);
  });

  it('returns the very same stream where nothing changed', () => {
    const stream = streamOf({}, { latest: [before] });
    expect(addTagEvent(stream, 'latest', eventOf(before))).toBe(stream);
  });

  it('clears conditions with any change', () => {
    const failed = withTagConditions(streamOf({}, { latest: [before] }), 'latest', [
      { type: 'ImportSuccess', status: 'False', lastTransitionTime: '2026-01-01T00:00:00Z', generation: 7 },
    ]);
    expect(latestObservedTagGeneration(failed, 'latest')).toBe(7);
    expect(addTagEvent(failed, 'latest', eventOf({ ...before, generation: 2 })).status.tags?.[0]?.conditions).toBeUndefined();
  });
});

describe('updateTrackingTags', () => {
  const from = (name: string, extra = {}) => ({ from: { kind: 'ImageStreamTag', name, ...extra } });
  const event = eventOf({ image: imageB, generation: 3 });
  it.each([
    ['a bare tag', from('2.0'), [`${imageB}#3`, `${imageA}#1`]],
    ['stream and tag', from('stream:2.0'), [`${imageB}#3`, `${imageA}#1`]],
    ['its own project by name', from('stream:2.0', { namespace: 'ns' }), [`${imageB}#3`, `${imageA}#1`]],
    ['another tag', from('stream:3.0'), [`${imageA}#1`]],
    ['another stream', from('other:2.0'), [`${imageA}#1`]],
    ['another project', from('stream:2.0', { namespace: 'elsewhere' }), [`${imageA}#1`]],
    ['an image of its own', { from: { kind: 'ImageStreamImage', name: 'stream@2.0' } }, [`${imageA}#1`]],
    ['nothing', {}, [`${imageA}#1`]],
  ])('a tag that follows %s', (_, reference, expected) => {
    const stream = streamOf({ latest: reference }, { latest: [{ image: imageA }] });
    expect(historyOf(updateTrackingTags(stream, '2.0', event), 'latest')).toEqual(expected);
  });
});

describe('resolveImageId', () => {
  const stream = streamOf({}, { a: [{ image: imageA }], b: [{ image: imageB }, { image: imageA }] });
  it('finds one image by the beginning of its digest', () => {
    expect(resolveImageId(stream, 'bbb').event).toEqual({ image: imageB, dockerImageReference: `registry:5000/ns/stream@${imageB}` });
    expect(resolveImageId(stream, 'sha256:aa').event?.image).toBe(imageA);
  });

  it('names all that match where there are several, none where there is none', () => {
    expect(resolveImageId(stream, 'sha256:')).toEqual({ matches: [imageA, imageB] });
    expect(resolveImageId(stream, 'ccc')).toEqual({ matches: [] });
  });
});

describe('following aliases', () => {
  const alias = (name: string, namespace?: string) => ({ from: { kind: 'ImageStreamTag', name, ...(namespace && { namespace }) } });
  const stream = streamOf({
    image: { from: { kind: 'DockerImage', name: 'quay.io/a/b:1' } },
    one: alias('image'),
    two: alias('stream:one'),
    loop: alias('pool'),
    pool: alias('loop'),
    lost: alias('nowhere'),
    foreign: alias('other:1'),
    far: alias('stream:one', 'elsewhere'),
  });
  it.each([
    ['image', { ok: true, tag: 'image', multiple: false }],
    ['two', { ok: true, tag: 'image', multiple: true }],
    ['loop', { ok: false, reason: 'circular' }],
    ['lost', { ok: false, reason: 'not-found', tag: 'nowhere' }],
    ['foreign', { ok: false, reason: 'cross-stream' }],
    ['far', { ok: false, reason: 'cross-stream' }],
  ])('from %s', (start, expected) => {
    expect(followTagReference(stream, start)).toMatchObject(expected);
  });
});

describe('pull specs', () => {
  const external = { from: { kind: 'DockerImage', name: 'quay.io/a/b:1' }, generation: 5 };
  const local = { referencePolicy: { type: 'Local' as const } };
  const events = { latest: [{ image: imageA, dockerImageReference: 'quay.io/a/b@x', generation: 4 }] };
  const newest = (...args: Parameters<typeof streamOf>) => resolveNewestPullSpecForTag(streamOf(...args), '', false);

  it('come from the status', () => {
    expect(resolveLatestTaggedImage(streamOf({}, events), '')).toBe('quay.io/a/b@x');
    expect(resolveLatestTaggedImage(streamOf({}), '')).toBeUndefined();
  });

  it('lead through the own registry under the policy Local', () => {
    expect(resolveLatestTaggedImage(streamOf({ latest: local }, events), 'latest')).toBe(`registry:5000/ns/stream@${imageA}`);
  });

  it('are those of the spec while its import is under way', () => {
    expect(newest({ latest: external }, events)).toEqual({ pullSpec: 'quay.io/a/b:1', hasNewer: false, hasStatus: false, isTagEmpty: false });
    expect(newest({ latest: { ...external, ...local } }, events)).toEqual({ error: 'wait-for-pull-spec' });
    expect(resolveRecentPullSpecForTag(streamOf({ latest: external }, events), '', false)).toEqual({
      pullSpec: 'quay.io/a/b@x',
      hasNewer: true,
      hasStatus: true,
      isTagEmpty: false,
    });
  });

  it('are the place that a push would fill where there is nothing yet', () => {
    expect(newest({})).toEqual({ pullSpec: 'registry:5000/ns/stream:latest', hasNewer: false, hasStatus: false, isTagEmpty: true });
  });
});
