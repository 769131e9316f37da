import type { Language } from '../languages.ts';
import { type PageLink, pageLinks } from '../page-links.ts';
import { explainingGuides } from './error-guides.ts';

/** The links that a lab may show: beneath an error in its terminal, and where a goal does not hold (`explaining`). `guide` is how a cause names them. */
export async function guideLinks(language: Language, explaining: readonly string[]): Promise<readonly (PageLink & { readonly guide: string })[]> {
  const links = await Promise.all(
    [...new Set([...explainingGuides, ...explaining])].map(async (guide) => {
      const [name = '', section] = guide.split('#');
      const pages = await pageLinks(language, [`guides/${name}`]);
      return pages.map((page) => ({ ...page, guide, address: section === undefined ? page.address : `${page.address}#${section}` }));
    }),
  );
  return links.flat();
}
