import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course, CourseLab } from './course.ts';
import { type CourseSection, isReferenceSection } from './course-sections.ts';
import { labFacts } from './lab-facts.ts';
import { type Language, languageCodes } from './languages.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** The sections of the course, then the labs, chapter by chapter, then what one looks up. Groups are folded, but for the one of the page. */
export function sidebarOf(sections: readonly CourseSection[], course: Course): Sidebar {
  const filled = sections.filter(({ pages }) => pages.length > 0);
  return [
    ...filled.filter((section) => !isReferenceSection(section)).map(({ title, pages }) => group(title, pages.map(pageItem))),
    ...course.chapters.map(({ title, exercises }) => group(labsTitle(title), exercises.map(labItem))),
    ...filled.filter(isReferenceSection).map(({ title, pages }) => group(title, pages.map(pageItem))),
  ];
}

function group({ en, ...translations }: Readonly<Record<Language, string>>, items: readonly Item[]): Sidebar[number] {
  return { label: en, translations, collapsed: true, items: [...items] };
}

type Item = Exclude<Sidebar[number], string>;

const pageItem = (slug: string): Item => ({ slug });

/** A lab says how hard and how long it is. */
const labItem = (lab: CourseLab): Item => ({
  slug: `labs/${lab.id}`,
  badge: { text: Object.fromEntries(languageCodes.map((language) => [language, labFacts(language, lab)])), class: 'lab-facts-badge' },
});

const labsTitle = ({ en, vi, ko, fr }: Readonly<Record<Language, string>>) => ({
  en: `Labs: ${en}`,
  vi: `Bài lab: ${vi}`,
  ko: `실습: ${ko}`,
  fr: `Ateliers\u00a0: ${fr}`,
});
