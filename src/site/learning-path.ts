import { labsOf, readCourse } from './course.ts';
import { isReferenceSection, readSections } from './course-sections.ts';
import { labFacts } from './lab-facts.ts';
import type { Language } from './languages.ts';
import { type PageLink, pageLinks } from './page-links.ts';

/** A part of the path: a section of the course, or a chapter of labs. */
export interface Station {
  readonly kind: 'guide' | 'lab' | 'reference';
  readonly title: string;
  /** Where it stands on the map of the course, on the home page. */
  readonly onMap: string;
  readonly pages: readonly StationPage[];
}

/** A page on the path; of a lab, how hard and how long it is. */
export interface StationPage extends PageLink {
  readonly facts?: string;
}

const paths = new Map<Language, Promise<readonly Station[]>>();

/**
 * The path through the site: the sections of the course, then the labs, chapter by chapter, then what one looks up. Empty parts are left out.
 * Every page's sidebar asks for it, so a build looks it up once; while a site is written it changes.
 */
export function learningPath(language: Language): Promise<readonly Station[]> {
  const path = (import.meta.env.PROD && paths.get(language)) || findPath(language);
  paths.set(language, path);
  return path;
}

async function findPath(language: Language): Promise<readonly Station[]> {
  const course = readCourse();
  const labs = course.chapters.map(({ id, title, exercises }) => ({
    kind: 'lab' as const,
    id: `labs-${id}`,
    title,
    names: exercises.map(({ id }) => `labs/${id}`),
  }));
  const factsOf = new Map(labsOf(course).map((lab) => [`/${language}/labs/${lab.id}/`, labFacts(language, lab)]));
  const sections = readSections().map((section) => ({
    kind: isReferenceSection(section) ? ('reference' as const) : ('guide' as const),
    id: `path-${section.id}`,
    title: section.title,
    names: section.pages,
  }));
  const ordered = [...sections.filter(({ kind }) => kind === 'guide'), ...labs, ...sections.filter(({ kind }) => kind === 'reference')];
  const stations = await Promise.all(
    ordered.map(async ({ kind, id, title, names }) => ({
      kind,
      title: title[language],
      onMap: `/${language}/#${id}`,
      pages: await pageLinks(language, names),
    })),
  );
  const withFacts = (page: PageLink): StationPage => ({ ...page, ...(factsOf.has(page.address) && { facts: factsOf.get(page.address)! }) });
  return stations.map((station) => ({ ...station, pages: station.pages.map(withFacts) })).filter(({ pages }) => pages.length > 0);
}
