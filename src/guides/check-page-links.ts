import type { GuidePage } from './guide-page.ts';
import { pageNameOf } from './page-names.ts';

const site = 'https://site.invalid';

/**
 * The links of pages that lead to no page, to no section of it, or out of the site. `generated` pages, and those below them, are taken to be
 * there: the links of the built site are checked once more.
 */
export function checkPageLinks(pages: readonly GuidePage[], generated: readonly string[]): readonly string[] {
  const sections = new Map(pages.map((page) => [addressOf(page), new Set(page.sections.map(({ id }) => id))]));
  const isGenerated = (address: string) => generated.some((name) => address.replace(/^\/[^/]+\//, '').startsWith(`${name}/`));
  return pages.flatMap((page) =>
    page.sections.flatMap(({ links, line }) =>
      links.flatMap((link) => {
        const { origin, pathname, hash } = new URL(link, site + addressOf(page));
        const at = `${page.file}:${line}: the link to ${link}`;
        if (origin !== site) return [`${at} leads out of the site`];
        if (isGenerated(pathname)) return [];
        const target = sections.get(pathname);
        if (!target) return [`${at}: there is no such page`];
        return hash === '' || target.has(hash.slice(1)) ? [] : [`${at}: the page has no section ${hash}`];
      }),
    ),
  );
}

/** Where a page stands in the site. */
function addressOf({ file }: GuidePage): string {
  const { language, name } = pageNameOf(file);
  return name === 'index' ? `/${language}/` : `/${language}/${name}/`;
}
