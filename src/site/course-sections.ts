import courseFile from '../../content/course.json' with { type: 'json' };
import { type Language, languageCodes } from './languages.ts';

/** A part of the course: its pages in the order they are read, `guides/<name>` or `reference/<name>`. */
export interface CourseSection {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly pages: readonly string[];
}

/** Does it hold what one looks up, rather than reads in order? */
export const isReferenceSection = ({ pages }: CourseSection): boolean => pages.every((page) => page.startsWith('reference/'));

/** Pages that no file of their own stands for: they are made from what the project knows. */
export const generatedPages: readonly string[] = ['reference/glossary', 'reference/commands'];

/** `content/course.json`, the one list of guides and reference pages. A wrong file stops the build with its field and reason. */
export function readSections(value: unknown = courseFile): readonly CourseSection[] {
  const problem = problemIn(value);
  if (problem) throw new Error(`content/course.json: ${problem}`);
  return (value as { sections: readonly CourseSection[] }).sections;
}

function problemIn(course: unknown): string | undefined {
  const sections = (course as { sections?: unknown } | null)?.sections;
  if (!Array.isArray(sections)) return 'sections: expected a list';
  for (const [index, section] of sections.entries()) {
    const at = `sections[${index}]`;
    if (typeof section?.id !== 'string') return `${at}.id: expected a string`;
    for (const language of languageCodes) {
      if (typeof section.title?.[language] !== 'string') return `${at}.title.${language}: expected a string`;
    }
    if (!isListOfPages(section.pages)) return `${at}.pages: expected a list of guides/… and reference/…`;
  }
  return undefined;
}

function isListOfPages(value: unknown): boolean {
  return Array.isArray(value) && value.every((page) => typeof page === 'string' && /^(?:guides|reference)\/[a-z0-9/-]+$/.test(page));
}
