import type { AstroIntegration } from 'astro';
import { backgroundCheck } from './background-check.ts';
import type { CourseNames } from './check-frontmatter.ts';

export interface GuidesCheckOptions {
  readonly languages: readonly string[];
  /** The language the others are compared with. */
  readonly reference: string;
  readonly course: CourseNames;
  /** Pages of the course that have no file of their own. */
  readonly generated: readonly string[];
}

/**
 * Stops the build when a command in a guide answers otherwise than the page says, when a page lacks what its kind has, or when the languages
 * differ in what they must share.
 */
export function guidesCheck(options: GuidesCheckOptions): AstroIntegration {
  return backgroundCheck({ name: 'guides-check', headline: 'The guides do not hold:', file: new URL('guides-check-thread.ts', import.meta.url), options });
}
