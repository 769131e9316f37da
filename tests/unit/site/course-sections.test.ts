import { describe, expect, test } from 'vitest';
import { readSections } from '../../../src/site/course-sections.ts';

const title = { vi: 'Khái niệm', en: 'Concepts', ko: '개념', fr: 'Notions' };

describe('content/course.json', () => {
  test('has sections with their pages', () => {
    const sections = [{ id: 'concepts', title, pages: ['guides/a', 'reference/b'] }];
    expect(readSections({ sections })).toEqual(sections);
  });

  test.each([
    [{}, 'sections: expected a list'],
    [{ sections: [{ title }] }, 'sections[0].id: expected a string'],
    [{ sections: [{ id: 'a', title: { ...title, ko: undefined }, pages: [] }] }, 'sections[0].title.ko: expected a string'],
    [{ sections: [{ id: 'a', title, pages: ['import-an-image'] }] }, 'sections[0].pages: expected a list of guides/… and reference/…'],
  ])('is refused with field and reason when it is wrong', (wrong, problem) => {
    expect(() => readSections(wrong)).toThrow(`content/course.json: ${problem}`);
  });
});
