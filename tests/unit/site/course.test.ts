import { describe, expect, test } from 'vitest';
import { labsOf, readCourse } from '../../../src/site/course.ts';
import { sidebarOf } from '../../../src/site/sidebar.ts';
import { splitFrontmatter } from '../../../src/site/split-frontmatter.ts';

const title = { vi: 'Registry', en: 'Registries', ko: '레지스트리', fr: 'Registres' };
const course = { chapters: [{ id: 'registries', title, exercises: [{ id: 'images-review', difficulty: 2, minutes: 15 }] }] };

describe('course.json', () => {
  test('becomes the sidebar: sections, labs by chapter, and last what one looks up; a section without pages is left out', () => {
    const sections = [
      { id: 'a', title, pages: ['guides/tags'] },
      { id: 'b', title, pages: [] },
      { id: 'c', title, pages: ['reference/glossary'] },
    ];
    const { en, ...translations } = title;
    expect(sidebarOf(sections, readCourse(course))).toEqual([
      { label: en, translations, collapsed: true, items: [{ slug: 'guides/tags' }] },
      {
        label: 'Labs: Registries',
        translations: { vi: 'Bài lab: Registry', ko: '실습: 레지스트리', fr: 'Ateliers\u00a0: Registres' },
        collapsed: true,
        items: [
          {
            slug: 'labs/images-review',
            badge: {
              text: { vi: 'có hướng dẫn · 15 phút', en: 'guided · 15 minutes', ko: '안내 있음 · 15분', fr: 'guidé · 15\u00a0minutes' },
              class: 'lab-facts-badge',
            },
          },
        ],
      },
      { label: en, translations, collapsed: true, items: [{ slug: 'reference/glossary' }] },
    ]);
  });

  test('leaves out a chapter that has no labs yet', () => {
    const empty = { id: 'builds', title, exercises: [] };
    expect(readCourse({ chapters: [empty, ...course.chapters, empty] })).toEqual(course);
    expect(labsOf(readCourse(course)).map(({ id }) => id)).toEqual(['images-review']);
  });

  const withLabs = (...exercises: unknown[]) => ({ chapters: [{ id: 'a', title, exercises }] });
  test.each([
    [{}, 'chapters: expected a list'],
    [{ chapters: [{ title }] }, 'chapters[0].id: expected a string'],
    [{ chapters: [{ id: 'a', title: { ...title, ko: undefined }, exercises: [] }] }, 'chapters[0].title.ko: expected a string'],
    [{ chapters: [{ id: 'a', title, exercises: 'b' }] }, 'chapters[0].exercises: expected a list'],
    [withLabs('b'), 'chapters[0].exercises[0].id: expected the name of a folder'],
    [withLabs({ id: 'b', difficulty: 4, minutes: 5 }), 'chapters[0].exercises[0].difficulty: expected 1, 2 or 3'],
    [withLabs({ id: 'b', difficulty: 1, minutes: 0 }), 'chapters[0].exercises[0].minutes: expected a whole number'],
    [withLabs({ id: 'b', difficulty: 1, minutes: 5 }, { id: 'b', difficulty: 1, minutes: 5 }), 'chapters[0].exercises[1].id: "b" is there twice'],
  ])('is refused with field and reason when it is wrong', (wrong, problem) => {
    expect(() => readCourse(wrong)).toThrow(`exercises/course.json: ${problem}`);
  });
});

describe('instructions', () => {
  const file = 'exercises/a/instructions/en.md';

  test('have a title and a body', () => {
    expect(splitFrontmatter('---\ntitle: "A: b"\n---\nBody\n', file)).toEqual({ frontmatter: { title: 'A: b' }, body: 'Body\n' });
  });

  test.each([
    ['Body', 'frontmatter: expected a title between two lines of ---'],
    ['---\ndescription: x\n---\nBody', 'frontmatter.title: expected a text'],
    ['---\ntitle: "x\n---\nBody', 'frontmatter: Missing closing "quote'],
  ])('are refused with file, field and reason when they are wrong', (source, problem) => {
    expect(() => splitFrontmatter(source, file)).toThrow(`${file}: ${problem}`);
  });
});
