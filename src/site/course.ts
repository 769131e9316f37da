import courseFile from '../../exercises/course.json' with { type: 'json' };
import { type Language, languageCodes } from './languages.ts';

/** A lab as the course names it. */
export interface CourseLab {
  /** The name of its folder. */
  readonly id: string;
  readonly difficulty: Difficulty;
  /** How long it takes, about. */
  readonly minutes: number;
}

/** First steps, guided, on one's own. */
export type Difficulty = 1 | 2 | 3;

export interface Chapter {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly exercises: readonly CourseLab[];
}

export interface Course {
  readonly chapters: readonly Chapter[];
}

/** `exercises/course.json`, the one list of chapters and labs, without chapters that have none yet. A wrong file stops the build with its field and reason. */
export function readCourse(value: unknown = courseFile): Course {
  const problem = problemIn(value);
  if (problem) throw new Error(`exercises/course.json: ${problem}`);
  return { chapters: (value as Course).chapters.filter(({ exercises }) => exercises.length > 0) };
}

/** All labs in their order. */
export const labsOf = ({ chapters }: Course): readonly CourseLab[] => chapters.flatMap(({ exercises }) => exercises);

function problemIn(course: unknown): string | undefined {
  const chapters = (course as Partial<Course> | null)?.chapters;
  if (!Array.isArray(chapters)) return 'chapters: expected a list';
  const ids = new Set<string>();
  for (const [index, chapter] of chapters.entries()) {
    const at = `chapters[${index}]`;
    if (typeof chapter?.id !== 'string') return `${at}.id: expected a string`;
    for (const language of languageCodes) {
      if (typeof chapter.title?.[language] !== 'string') return `${at}.title.${language}: expected a string`;
    }
    if (!Array.isArray(chapter.exercises)) return `${at}.exercises: expected a list`;
    for (const [place, lab] of chapter.exercises.entries()) {
      const wrong = labProblem(lab, ids);
      if (wrong) return `${at}.exercises[${place}].${wrong}`;
      ids.add(lab.id);
    }
  }
  return undefined;
}

function labProblem(lab: Partial<CourseLab> | null, known: ReadonlySet<string>): string | undefined {
  if (typeof lab?.id !== 'string') return 'id: expected the name of a folder';
  if (known.has(lab.id)) return `id: "${lab.id}" is there twice`;
  if (lab.difficulty === undefined || ![1, 2, 3].includes(lab.difficulty)) return 'difficulty: expected 1, 2 or 3';
  if (!Number.isInteger(lab.minutes) || Number(lab.minutes) <= 0) return 'minutes: expected a whole number';
  return undefined;
}
