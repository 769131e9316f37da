import { describe, expect, it } from 'vitest';
import { digestOf, digestOrImageMatch, isDigest } from '../../../src/imageutil/digest.ts';
import {
  joinImageStreamTag,
  parseImageStreamImageName,
  parseImageStreamTagName,
  splitImageStreamImage,
  splitImageStreamTag,
} from '../../../src/imageutil/image-stream-tag-name.ts';
import { prioritizeTags, sortStatusTags } from '../../../src/imageutil/tag-order.ts';
import registries from '../../../src/simulation/content/registries.json' with { type: 'json' };

describe('digests', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['a'.repeat(56), 'b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a'],
    ['ế ẳ 한 é', '0113f63615541ec12c5fee5233dee879f6bbaee1b7c3c0a62803fd6692e189f3'],
  ])('of %j', (text, hex) => {
    expect(digestOf(text)).toBe(`sha256:${hex}`);
  });

  it('are those of every recorded manifest and configuration', () => {
    const texts = [...Object.entries(registries.manifests).map(([name, { raw }]) => [name, raw]), ...Object.entries(registries.configs)] as [string, string][];
    expect(texts.filter(([name, text]) => digestOf(text) !== name)).toEqual([]);
  });

  it('match by their beginning, with and without the algorithm', () => {
    const digest = digestOf('x');
    expect([digest.slice(0, 12), digest.slice(7, 12), digest.slice(8, 12)].map((prefix) => digestOrImageMatch(digest, prefix))).toEqual([true, true, false]);
    expect(isDigest('sha256:12')).toBe(false);
  });
});

describe('names of image stream tags', () => {
  it('split at the first colon; an empty tag is latest', () => {
    expect(splitImageStreamTag('app')).toEqual({ name: 'app', tag: 'latest', ok: false });
    expect(splitImageStreamTag('app:')).toEqual({ name: 'app', tag: 'latest', ok: true });
    expect(splitImageStreamTag('app:1:2')).toEqual({ name: 'app', tag: '1:2', ok: true });
    expect(splitImageStreamImage('app@sha256:1')).toEqual({ name: 'app', id: 'sha256:1', ok: true });
    expect(joinImageStreamTag('app', '')).toBe('app:latest');
  });

  it.each([
    ['app:1', { ok: true, name: 'app', tag: '1' }],
    ['app@1', { ok: false, error: '"app@1" is an image stream image, not an image stream tag' }],
    ['app', { ok: false, error: 'expected exactly one : delimiter in the istag "app"' }],
    ['app:1:2', { ok: false, error: 'expected exactly one : delimiter in the istag "app:1:2"' }],
    [':1', { ok: false, error: 'image stream tag name ":1" must have a name and a tag' }],
    ['app:', { ok: false, error: 'image stream tag name "app:" must have a name and a tag' }],
  ])('%s is parsed strictly', (name, expected) => {
    expect(parseImageStreamTagName(name)).toEqual(expected);
  });

  it('of images want exactly one @', () => {
    expect(parseImageStreamImageName('app@sha256:1')).toEqual({ ok: true, name: 'app', id: 'sha256:1' });
    expect(parseImageStreamImageName('app')).toEqual({ ok: false, error: 'expected exactly one @ in the isimage name "app"' });
    expect(parseImageStreamImageName('@1')).toEqual({ ok: false, error: 'image stream image name "@1" must have a name and ID' });
  });
});

describe('the order of tags', () => {
  it('puts latest first, then minor versions, full versions and the rest', () => {
    const tags = ['other', '5.1.3', 'v5.1', '5.1', 'latest', '5.2', '5.1.4-rc1', '5.1.4', 'v5.1.3', '5.1-rc1', '20.0.3', '19.0', 'a'];
    expect(prioritizeTags(tags)).toEqual(['latest', '19.0', '5.2', '5.1', 'v5.1', '5.1-rc1', '20.0.3', '5.1.4', '5.1.4-rc1', '5.1.3', 'v5.1.3', 'a', 'other']);
  });

  it('of a status is newest first, then by name; tags without an image come last', () => {
    const list = (tag: string, created?: string) => ({ tag, items: created ? [{ created, dockerImageReference: 'x', image: 'y', generation: 1 }] : null });
    const tags = [list('b', '2026-01-01T00:00:00Z'), list('a', '2026-01-01T00:00:00Z'), list('none'), list('c', '2026-01-02T00:00:00Z')];
    expect(sortStatusTags(tags)).toEqual(['c', 'a', 'b', 'none']);
  });
});
