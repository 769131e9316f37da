import { type CollectionEntry, getCollection } from 'astro:content';
import { readCourse } from './course.ts';
import { fallbackLanguage, type Language } from './languages.ts';

export interface Station {
  readonly kind: 'guide' | 'lab';
  /** A chapter's title; the guides have none of their own. */
  readonly title?: string;
  readonly pages: readonly StationPage[];
}

export interface StationPage {
  readonly address: string;
  readonly title: string;
  readonly description?: string | undefined;
}

type Page = CollectionEntry<'docs'>;

/** The path through the site: the guides in their order, then the labs, chapter by chapter. A page not translated yet goes by its original. */
export async function learningPath(language: Language): Promise<readonly Station[]> {
  const originals = await getCollection('docs', ({ id }) => id.startsWith(`${fallbackLanguage}/`));
  const translations = await getCollection('docs', ({ id }) => id.startsWith(`${language}/`));
  const pages = new Map([...originals, ...translations].map((page) => [page.id.replace(/^[^/]+\//, ''), page]));
  const toStationPage = (name: string): StationPage[] => {
    const page = pages.get(name);
    return page ? [{ address: `/${language}/${name}/`, title: page.data.title, description: page.data.description }] : [];
  };
  const guides = [...pages].filter(([name]) => name.startsWith('guides/')).sort(byOrder);
  const chapters = readCourse().chapters.map(({ title, exercises }) => ({
    kind: 'lab' as const,
    title: title[language],
    pages: exercises.flatMap((exercise) => toStationPage(`labs/${exercise}`)),
  }));
  return [{ kind: 'guide' as const, pages: guides.flatMap(([name]) => toStationPage(name)) }, ...chapters].filter((station) => station.pages.length > 0);
}

function byOrder([a, pageA]: readonly [string, Page], [b, pageB]: readonly [string, Page]): number {
  const order = ({ data }: Page) => data.sidebar.order ?? Number.MAX_SAFE_INTEGER;
  return order(pageA) - order(pageB) || a.localeCompare(b);
}
