import courseFile from '../../exercises/course.json' with { type: 'json' };
import { type Language, languageCodes } from './languages.ts';

export interface Chapter {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly exercises: readonly string[];
}

export interface Course {
  readonly chapters: readonly Chapter[];
}

/** `exercises/course.json`, the one list of chapters and labs. A wrong file stops the build with its field and reason. */
export function readCourse(value: unknown = courseFile): Course {
  const problem = problemIn(value);
  if (problem) throw new Error(`exercises/course.json: ${problem}`);
  return value as Course;
}

function problemIn(course: unknown): string | undefined {
  const chapters = (course as Partial<Course> | null)?.chapters;
  if (!Array.isArray(chapters)) return 'chapters: expected a list';
  for (const [index, chapter] of chapters.entries()) {
    const at = `chapters[${index}]`;
    if (typeof chapter?.id !== 'string') return `${at}.id: expected a string`;
    for (const language of languageCodes) {
      if (typeof chapter.title?.[language] !== 'string') return `${at}.title.${language}: expected a string`;
    }
    if (!isListOfStrings(chapter.exercises)) return `${at}.exercises: expected a list of exercise folders`;
  }
  return undefined;
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
