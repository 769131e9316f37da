import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGuide } from '../../guides/page-names.ts';
import type { CourseSection } from '../../site/course-sections.ts';
import { languageCodes } from '../../site/languages.ts';

/** Sections of copies, as many as bring `pages` more: each is a section of guides once more, its pages under other names. */
export function sectionsOfCopies(sections: readonly CourseSection[], pages: number): readonly CourseSection[] {
  const ofGuides = sections.map((section) => ({ ...section, pages: section.pages.filter(isGuide) })).filter((section) => section.pages.length > 0);
  if (ofGuides.length === 0) throw new Error('There is no guide to copy.');
  const copies: CourseSection[] = [];
  for (let round = 2, missing = pages; missing > 0; round++) {
    for (const { id, title, pages: originals } of ofGuides) {
      if (missing <= 0) break;
      const taken = originals.slice(0, missing);
      missing -= taken.length;
      copies.push({ id: `${id}-${round}`, title: numbered(title, round), pages: taken.map((page) => `${page}-${round}`) });
    }
  }
  return copies;
}

const numbered = (title: CourseSection['title'], round: number) =>
  Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${text} ${round}`])) as CourseSection['title'];

/** The page that a copy was made of. */
export const originalOf = (copy: string): string => copy.replace(/-\d+$/, '');

/** Multiplies the guides of the project in `folder` until each language has `wanted` pages, of the `present` that it has. */
export function multiplyGuides(folder: string, wanted: number, present: number): void {
  const file = join(folder, 'content/course.json');
  const course = JSON.parse(readFileSync(file, 'utf8')) as { sections: readonly CourseSection[] };
  const copies = sectionsOfCopies(course.sections, wanted - present);
  for (const copy of copies.flatMap(({ pages }) => pages)) {
    for (const language of languageCodes) {
      const text = readFileSync(join(folder, `content/docs/${language}/${originalOf(copy)}.md`), 'utf8');
      writeFileSync(join(folder, `content/docs/${language}/${copy}.md`), text);
    }
  }
  writeFileSync(file, JSON.stringify({ ...course, sections: [...course.sections, ...copies] }));
}
