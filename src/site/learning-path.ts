import { readCourse } from './course.ts';
import { type CourseSection, readSections } from './course-sections.ts';
import type { Language } from './languages.ts';
import { type PageLink, pageLinks } from './page-links.ts';

/** A part of the path: a section of the course, or a chapter of labs. */
export interface Station {
  readonly kind: 'guide' | 'lab' | 'reference';
  readonly title: string;
  readonly pages: readonly PageLink[];
}

/** The path through the site: the sections of the course, then the labs, chapter by chapter, then what one looks up. Empty parts are left out. */
export async function learningPath(language: Language): Promise<readonly Station[]> {
  const labs = readCourse().chapters.map(({ title, exercises }) => ({ kind: 'lab' as const, title, names: exercises.map((exercise) => `labs/${exercise}`) }));
  const sections = readSections().map((section) => ({ kind: kindOf(section), title: section.title, names: section.pages }));
  const ordered = [...sections.filter(({ kind }) => kind === 'guide'), ...labs, ...sections.filter(({ kind }) => kind === 'reference')];
  const stations = await Promise.all(
    ordered.map(async ({ kind, title, names }) => ({ kind, title: title[language], pages: await pageLinks(language, names) })),
  );
  return stations.filter(({ pages }) => pages.length > 0);
}

const kindOf = ({ pages }: CourseSection): Station['kind'] => (pages.every((page) => page.startsWith('reference/')) ? 'reference' : 'guide');
