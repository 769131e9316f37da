import { checkBlocks } from './check-blocks.ts';
import { type CourseNames, checkFrontmatter } from './check-frontmatter.ts';
import { checkHeadings } from './check-headings.ts';
import { checkSelfCheck } from './check-self-check.ts';
import type { GuidePage } from './guide-page.ts';
import { isGuide, isLab, pageNameOf } from './page-names.ts';

/** What of a page's form does not hold: its fields, its headings, its blocks, the question at its end. Of a lab's instructions, the fields alone. */
export function checkForm(page: GuidePage, course: CourseNames): readonly string[] {
  const { name } = pageNameOf(page.file);
  if (isLab(name)) return checkFrontmatter(page, course);
  return [...checkFrontmatter(page, course), ...checkHeadings(page), ...checkBlocks(page), ...(isGuide(name) ? checkSelfCheck(page) : [])];
}
