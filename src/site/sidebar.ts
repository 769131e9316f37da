import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from './course.ts';
import type { CourseSection } from './course-sections.ts';
import type { Language } from './languages.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** The sections of the course, then the labs, chapter by chapter, then what one looks up. Groups are folded, but for the one of the page. */
export function sidebarOf(sections: readonly CourseSection[], course: Course): Sidebar {
  const filled = sections.filter(({ pages }) => pages.length > 0);
  const isReference = ({ pages }: CourseSection) => pages.every((page) => page.startsWith('reference/'));
  return [
    ...filled.filter((section) => !isReference(section)).map(({ title, pages }) => group(title, pages)),
    ...course.chapters.map(({ title, exercises }) =>
      group(
        labsOf(title),
        exercises.map((exercise) => `labs/${exercise}`),
      ),
    ),
    ...filled.filter(isReference).map(({ title, pages }) => group(title, pages)),
  ];
}

function group({ en, ...translations }: Readonly<Record<Language, string>>, pages: readonly string[]): Sidebar[number] {
  return { label: en, translations, collapsed: true, items: pages.map((slug) => ({ slug })) };
}

const labsOf = ({ en, vi, ko, fr }: Readonly<Record<Language, string>>) => ({
  en: `Labs: ${en}`,
  vi: `Bài lab: ${vi}`,
  ko: `실습: ${ko}`,
  fr: `Ateliers\u00a0: ${fr}`,
});
