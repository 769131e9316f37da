import { type CollectionEntry, getCollection } from 'astro:content';
import { readCourse } from './course.ts';
import type { Language } from './languages.ts';

export interface Station {
  readonly kind: 'guide' | 'lab';
  /** A chapter's title; the guides have none of their own. */
  readonly title?: string;
  readonly pages: readonly CollectionEntry<'docs'>[];
}

/** The path through the site: the guides in their order, then the labs, chapter by chapter. */
export async function learningPath(language: Language): Promise<readonly Station[]> {
  const pages = await getCollection('docs', ({ id }) => id.startsWith(`${language}/`));
  const guides = pages.filter(({ id }) => id.startsWith(`${language}/guides/`)).sort(byOrder);
  const chapters = readCourse().chapters.map(({ title, exercises }) => ({
    kind: 'lab' as const,
    title: title[language],
    pages: exercises.flatMap((exercise) => pages.filter(({ id }) => id === `${language}/labs/${exercise}`)),
  }));
  return [{ kind: 'guide' as const, pages: guides }, ...chapters].filter((station) => station.pages.length > 0);
}

function byOrder(a: CollectionEntry<'docs'>, b: CollectionEntry<'docs'>): number {
  const order = (page: CollectionEntry<'docs'>) => page.data.sidebar.order ?? Number.MAX_SAFE_INTEGER;
  return order(a) - order(b) || a.id.localeCompare(b.id);
}
