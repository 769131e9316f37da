import { labsOf, readCourse } from './course.ts';
import { isReferenceSection, readSections } from './course-sections.ts';
import { labFacts } from './lab-facts.ts';
import type { Language } from './languages.ts';
import { type PageLink, pageLinks } from './page-links.ts';

/** A part of the path: a section of the course, or a chapter of labs. */
export interface Station {
  readonly kind: 'guide' | 'lab' | 'reference';
  readonly title: string;
  readonly pages: readonly StationPage[];
}

/** A page on the path; of a lab, how hard and how long it is. */
export interface StationPage extends PageLink {
  readonly facts?: string;
}

/** The path through the site: the sections of the course, then the labs, chapter by chapter, then what one looks up. Empty parts are left out. */
export async function learningPath(language: Language): Promise<readonly Station[]> {
  const course = readCourse();
  const labs = course.chapters.map(({ title, exercises }) => ({ kind: 'lab' as const, title, names: exercises.map(({ id }) => `labs/${id}`) }));
  const factsOf = new Map(labsOf(course).map((lab) => [`/${language}/labs/${lab.id}/`, labFacts(language, lab)]));
  const sections = readSections().map((section) => ({
    kind: isReferenceSection(section) ? ('reference' as const) : ('guide' as const),
    title: section.title,
    names: section.pages,
  }));
  const ordered = [...sections.filter(({ kind }) => kind === 'guide'), ...labs, ...sections.filter(({ kind }) => kind === 'reference')];
  const stations = await Promise.all(
    ordered.map(async ({ kind, title, names }) => ({ kind, title: title[language], pages: await pageLinks(language, names) })),
  );
  const withFacts = (page: PageLink): StationPage => ({ ...page, ...(factsOf.has(page.address) && { facts: factsOf.get(page.address)! }) });
  return stations.map((station) => ({ ...station, pages: station.pages.map(withFacts) })).filter(({ pages }) => pages.length > 0);
}
