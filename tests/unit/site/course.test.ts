import { describe, expect, test } from 'vitest';
import { labsOf, readCourse } from '../../../src/site/course.ts';
import { pagesInOrder } from '../../../src/site/sidebar.ts';
import { splitFrontmatter } from '../../../src/site/split-frontmatter.ts';

const title = { vi: 'Registry', en: 'Registries', ko: '레지스트리', fr: 'Registres' };
const course = { chapters: [{ id: 'registries', title, exercises: [{ id: 'images-review', difficulty: 2, minutes: 15 }] }] };

describe('course.json', () => {
  test('says in which order pages are read: guides, labs, and last what one looks up', () => {
    const sections = [
      { id: 'a', title, pages: ['guides/tags'] },
      { id: 'b', title, pages: ['reference/glossary'] },
      { id: 'c', title, pages: ['guides/streams'] },
    ];
    const slugs = ['guides/tags', 'guides/streams', 'labs/images-review', 'reference/glossary'];
    expect(pagesInOrder(sections, readCourse(course))).toEqual(slugs.map((slug) => ({ slug })));
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
