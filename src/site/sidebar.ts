import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from './course.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** Guides as their folder has them, then the labs, chapter by chapter. */
export function sidebarOf(course: Course): Sidebar {
  return [
    {
      label: 'Guides',
      translations: { vi: 'Bài hướng dẫn', ko: '가이드', fr: 'Guides' },
      items: [{ autogenerate: { directory: 'guides' } }],
    },
    ...course.chapters.map(({ title, exercises }) => ({
      label: labsOf.en(title.en),
      translations: { vi: labsOf.vi(title.vi), ko: labsOf.ko(title.ko), fr: labsOf.fr(title.fr) },
      items: exercises.map((exercise) => ({ slug: `labs/${exercise}` })),
    })),
  ];
}

const labsOf = {
  en: (chapter: string) => `Labs: ${chapter}`,
  vi: (chapter: string) => `Bài lab: ${chapter}`,
  ko: (chapter: string) => `실습: ${chapter}`,
  fr: (chapter: string) => `Ateliers\u00a0: ${chapter}`,
};
