import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/site/course.ts';
import { readSections } from '../../src/site/course-sections.ts';
import { languageCodes } from '../../src/site/languages.ts';

/**
 * A page does not grow with the number of pages. Three kinds are an index by nature, and have a line for each page or command they list: the home page
 * (the map of the course), the command reference and the glossary. Their own sidebars are bounded as all others.
 */
const dist = process.env.DIST ?? 'dist';

const sections = [...readSections().map(({ pages }) => pages), ...readCourse().chapters.map(({ exercises }) => exercises.map(({ id }) => `labs/${id}`))];

/** The addresses in the navigation of a page: its sidebar, previous and next. */
function navigation(html: string): readonly string[] {
  const parts = html.match(/<nav class="sidebar[\s\S]*?<\/nav>|<div class="pagination-links[\s\S]*?<\/div>/g) ?? [];
  return parts.flatMap((part) => [...part.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, address = '']) => address));
}

/** What is wrong with the navigation of the page `name` (`guides/import-an-image`): that it has none, or more than its section, the other sections, the map, previous and next. */
function tooMuch(name: string, html: string): readonly string[] {
  const own = sections.find((pages) => pages.some((page) => name === page || name.startsWith(`${page}/`)));
  const standsApart = !name.includes('/'); // the page of the download belongs to no section
  if (!own && !standsApart) return [`${name}: is in no section of the course`];
  const bound = (own?.length ?? 1) + sections.length - 1 + 3;
  const links = navigation(html).length;
  if (links < sections.length) return [`${name}: ${links} links in its navigation do not lead to ${sections.length} sections`];
  return links > bound ? [`${name}: ${links} links in its navigation, ${bound} allowed`] : [];
}

describe('the navigation of a page', () => {
  test.each(languageCodes)('in %s has its own section, and one link for each other', (language) => {
    const folder = join(dist, language);
    const names = globSync('*/**/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/').replace('/index.html', ''));
    for (const kind of ['guides/', 'labs/', 'reference/', 'reference/commands/']) {
      expect(names.filter((name) => name.startsWith(kind)).length, `${folder} has pages of ${kind}: run npm run build first`).toBeGreaterThan(0);
    }
    expect(names.flatMap((name) => tooMuch(name, readFileSync(join(folder, name, 'index.html'), 'utf8')))).toEqual([]);
  });

  test('stores nothing: what Starlight remembers of its sidebar is gone', () => {
    const files = globSync(['**/*.html', '_astro/**/*.js'], { cwd: dist });
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => readFileSync(join(dist, file), 'utf8').includes('sl-sidebar-state'))).toEqual([]);
  });

  const page = (links: number) => `<main><a href="x"></a></main><nav class="sidebar print:hidden">${'<a class="a" href="../b/"></a>'.repeat(links)}</nav>`;
  const name = sections.flat().find((candidate) => candidate.startsWith('guides/')) ?? '';

  test('is found too long where it lists all pages of the course', () => {
    expect(tooMuch(name, page(sections.length))).toEqual([]);
    expect(tooMuch(name, page(sections.flat().length))).toEqual([expect.stringMatching(/\d+ links in its navigation, \d+ allowed$/)]);
  });

  test('is found missing where a page has none, or stands in no section', () => {
    expect(tooMuch(name, '<main></main>')).toEqual([expect.stringContaining('0 links in its navigation do not lead to')]);
    expect(tooMuch('guides/nowhere', page(20))).toEqual(['guides/nowhere: is in no section of the course']);
  });
});
