import type { Course } from './course.ts';
import { labsOf } from './course.ts';
import { type CourseSection, isReferenceSection } from './course-sections.ts';
import type { Station, StationPage } from './learning-path.ts';

/** Every page of the course in the order it is read: sections, labs, and last what one looks up. Starlight takes previous and next from it. */
export function pagesInOrder(sections: readonly CourseSection[], course: Course): { slug: string }[] {
  const pagesOf = (part: readonly CourseSection[]) => part.flatMap(({ pages }) => pages);
  return [
    ...pagesOf(sections.filter((section) => !isReferenceSection(section))),
    ...labsOf(course).map(({ id }) => `labs/${id}`),
    ...pagesOf(sections.filter(isReferenceSection)),
  ].map((slug) => ({ slug }));
}

/** A part of a page's sidebar: guides, labs, or what one looks up. */
export interface SidebarPart {
  readonly kind: Station['kind'];
  readonly sections: readonly SidebarSection[];
}

/** The section of the page has its pages; every other one is a way there. */
export type SidebarSection = { readonly title: string } & ({ readonly pages: readonly SidebarPage[] } | { readonly address: string });

/** `current`: the page itself, or the page that it belongs to. */
export type SidebarPage = StationPage & { readonly current?: 'page' | 'true' };

/**
 * What the page at `path` shows of the course: the pages of its own section, and one link for each other, so that no page grows with the course.
 * Guides are read in order, so the link leads to the first; of labs and of what one looks up a reader chooses, on the map of the course.
 * Of very many sections the nearest are shown; the map has all.
 */
export function sidebarOfPage(stations: readonly Station[], path: string): readonly SidebarPart[] {
  const kinds = [...new Set(stations.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, sections: nearest(ofKind(stations, kind), path).map((station) => sectionOf(station, path)) }));
}

const ofKind = (stations: readonly Station[], kind: Station['kind']) => stations.filter((station) => station.kind === kind);

/** The most sections of one kind that a sidebar shows. */
const mostSections = 12;

function nearest(stations: readonly Station[], path: string): readonly Station[] {
  const own = stations.findIndex((station) => holds(station, path));
  const from = Math.max(0, Math.min(own - mostSections / 2, stations.length - mostSections));
  return stations.slice(from, from + mostSections);
}

const holds = ({ pages }: Station, path: string) => pages.some(({ address }) => path.startsWith(address));

function sectionOf(station: Station, path: string): SidebarSection {
  const { kind, title, pages, onMap } = station;
  if (holds(station, path)) return { title, pages: pages.map((page) => ({ ...page, ...currentOf(page, path) })) };
  return { title, address: kind === 'guide' ? (pages[0]?.address ?? onMap) : onMap };
}

function currentOf({ address }: StationPage, path: string): Pick<SidebarPage, 'current'> {
  if (!path.startsWith(address)) return {};
  return { current: path === address ? 'page' : 'true' };
}
