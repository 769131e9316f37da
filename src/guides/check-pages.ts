import { checkBlocks } from './check-blocks.ts';
import { type CourseNames, checkFrontmatter } from './check-frontmatter.ts';
import { checkHeadings } from './check-headings.ts';
import { checkSelfCheck } from './check-self-check.ts';
import type { GuidePage } from './guide-page.ts';
import { isGuide, pageNameOf } from './page-names.ts';

/** What of a page's form does not hold: its fields, its headings, its blocks, the question at its end. */
export function checkForm(page: GuidePage, course: CourseNames): readonly string[] {
  const isInCourse = isGuide(pageNameOf(page.file).name);
  return [...checkFrontmatter(page, course), ...checkHeadings(page), ...checkBlocks(page), ...(isInCourse ? checkSelfCheck(page) : [])];
}
