import { getEntry } from 'astro:content';
import type { Language } from './languages.ts';

export interface PageLink {
  readonly address: string;
  readonly title: string;
}

/**
 * The links to pages of one language, in the given order. No page goes by that of another language: while a site is written one that is missing
 * is left out, and a build stops at it.
 */
export async function pageLinks(language: Language, names: readonly string[]): Promise<readonly PageLink[]> {
  const pages = await Promise.all(names.map(async (name) => ({ name, page: await getEntry('docs', `${language}/${name}`) })));
  return pages.flatMap(({ name, page }) => {
    if (page) return [{ address: `/${language}/${name}/`, title: page.data.title }];
    if (import.meta.env.PROD) throw new Error(`${language}/${name}: there is no such page`);
    return [];
  });
}
