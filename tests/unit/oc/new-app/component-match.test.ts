import { describe, expect, test } from 'vitest';
import { type ComponentMatch, proximityScore, type Searcher } from '../../../../src/oc/new-app/component-match.ts';
import { MultipleMatchesError, NoMatchError, PartialMatchError } from '../../../../src/oc/new-app/errors.ts';
import { firstMatchResolver, highestScoreResolver, perfectMatchResolver, weightedSearch } from '../../../../src/oc/new-app/resolvers.ts';

test('the closer a name is to the query, the lower its score', () => {
  const names = ['ruby', 'Ruby', 'ruby-ex', 'Ruby-ex', 'my-ruby', 'my-Ruby', 'python'];
  expect(names.map((name) => proximityScore(name, 'ruby'))).toEqual([0, 0.02, 0.1, 0.12, 0.2, 0.22, 1]);
  expect(proximityScore('anything', '*')).toBe(0);
});

const match = (name: string, score: number): ComponentMatch => ({ value: name, argument: `--image=${name}`, name, description: '', score });

const place = (type: string, matches: readonly ComponentMatch[], ...errors: readonly Error[]): Searcher => ({
  type,
  search: async () => ({ matches, errors }),
});

const at = (weight: number, searcher: Searcher) => ({ searcher, weight });

describe('a resolver that wants a perfect match', () => {
  test('asks heavier places only when lighter ones have none', async () => {
    const heavy: Searcher = { type: 'heavy', search: () => Promise.reject(new Error('was asked')) };
    const found = await perfectMatchResolver([at(0, place('light', [match('a', 0)])), at(1, heavy)])('a');
    expect(found.name).toBe('a');
  });

  test('takes a perfect match of a heavier place over a partial one', async () => {
    const found = await perfectMatchResolver([at(0, place('light', [match('a', 0.5)])), at(2, place('heavy', [match('b', 0)]))])('x');
    expect(found.name).toBe('b');
  });

  test('says how it failed', async () => {
    const none = perfectMatchResolver([at(0, place('image streams', [])), at(1, place('local docker images', [], new Error('no such host')))])('x');
    await expect(none).rejects.toBeInstanceOf(NoMatchError);
    const partial = perfectMatchResolver([at(0, place('image streams', [match('a', 0.5)]))])('x');
    await expect(partial).rejects.toBeInstanceOf(PartialMatchError);
    const many = perfectMatchResolver([at(0, place('image streams', [match('a', 0), match('b', 0)]))])('x');
    await expect(many).rejects.toBeInstanceOf(MultipleMatchesError);
  });

  test('leaves out matches of a place that failed', async () => {
    const failing = place('image streams', [match('a', 0)], new Error('forbidden'));
    await expect(perfectMatchResolver([at(0, failing)])('x')).rejects.toBeInstanceOf(NoMatchError);
  });
});

test('templates may match partly, but no two equally well', async () => {
  const resolve = (...matches: readonly ComponentMatch[]) => highestScoreResolver(place('templates', matches))('x');
  expect((await resolve(match('b', 0.5), match('a', 0.1))).name).toBe('a');
  await expect(resolve(match('b', 0.1), match('a', 0.1))).rejects.toBeInstanceOf(MultipleMatchesError);
});

test('of template files the first is taken', async () => {
  expect((await firstMatchResolver(place('template files', [match('a', 1), match('b', 0)]))('x')).name).toBe('a');
});

test('a search over several places weighs and sorts', async () => {
  const both = weightedSearch([at(1, place('images', [match('b', 0)])), at(0, place('image streams', [match('a', 0.5)]))]);
  expect(both.type).toBe('images, image streams');
  expect((await both.search(false, 'x')).matches.map(({ name, score }) => [name, score])).toEqual([
    ['a', 0.5],
    ['b', 1],
  ]);
});
