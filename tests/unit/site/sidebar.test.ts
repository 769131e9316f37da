import { describe, expect, test } from 'vitest';
import type { Station } from '../../../src/site/learning-path.ts';
import { sidebarOfPage } from '../../../src/site/sidebar.ts';

/** A part of the course with `count` pages: /en/guides/a-1/, … */
const station = (kind: Station['kind'], id: string, count: number): Station => ({
  kind,
  title: id,
  onMap: `/en/#${id}`,
  pages: Array.from({ length: count }, (_, index) => ({ address: `/en/${kind}s/${id}-${index + 1}/`, title: `${id} ${index + 1}` })),
});

/** Sections of three pages of each kind, between others of `count` pages. */
const course = (count: number): readonly Station[] =>
  (['guide', 'lab', 'reference'] as const).flatMap((kind) => [
    station(kind, `${kind}-before`, count),
    station(kind, `${kind}-own`, 3),
    station(kind, `${kind}-after`, count),
  ]);

describe('the sidebar of a page', () => {
  test.each(['guide', 'lab', 'reference'])('of kind %s has the pages of its section, and does not grow with the others', (kind) => {
    const path = `/en/${kind}s/${kind}-own-2/`;
    const small = sidebarOfPage(course(10), path);
    expect(sidebarOfPage(course(1000), path)).toEqual(small);
    expect(small.flatMap(({ sections }) => sections.flatMap((section) => ('pages' in section ? section.pages : [])))).toEqual([
      { address: `/en/${kind}s/${kind}-own-1/`, title: `${kind}-own 1` },
      { address: path, title: `${kind}-own 2`, current: 'page' },
      { address: `/en/${kind}s/${kind}-own-3/`, title: `${kind}-own 3` },
    ]);
  });

  test.each([1, 50, 100])('is as long with a hundred sections as with twelve: those next to its own, the %ith', (own) => {
    const many = Array.from({ length: 100 }, (_, index) => station('guide', `s${index + 1}`, 2));
    const [part] = sidebarOfPage(many, `/en/guides/s${own}-1/`);
    expect(part?.sections).toHaveLength(12);
    expect(part?.sections.filter((section) => 'pages' in section).map(({ title }) => title)).toEqual([`s${own}`]);
    expect(sidebarOfPage(many.slice(0, 12), '/en/labs/x/')[0]?.sections).toHaveLength(12);
  });

  test('leads to the first page of what is read in order, and to the map where a reader chooses', () => {
    const parts = sidebarOfPage([station('guide', 'a', 2), station('guide', 'b', 2), station('lab', 'c', 2), station('reference', 'd', 2)], '/en/guides/b-1/');
    expect(parts.map(({ kind, sections }) => [kind, ...sections.map((section) => ('address' in section ? section.address : section.title))])).toEqual([
      ['guide', '/en/guides/a-1/', 'b'],
      ['lab', '/en/#c'],
      ['reference', '/en/#d'],
    ]);
  });

  test('shows where a page belongs that the course does not name itself', () => {
    const [part] = sidebarOfPage([station('reference', 'd', 2)], '/en/references/d-2/get/');
    expect(part?.sections).toEqual([
      {
        title: 'd',
        pages: [
          { address: '/en/references/d-1/', title: 'd 1' },
          { address: '/en/references/d-2/', title: 'd 2', current: 'true' },
        ],
      },
    ]);
  });
});
