import { readdir, readFile } from 'node:fs/promises';
import {
  type Attempts,
  asMessages,
  describeProblem,
  type Exercise,
  type ExerciseMessages,
  type Problem,
  validateExercise,
  validateMessages,
} from '../grading/index.ts';
import { type Course, labsOf, readCourse } from '../site/course.ts';
import { instructionProblems } from './check-lab-pages.ts';

export const languages = ['en', 'vi', 'ko', 'fr'] as const;
export type Language = (typeof languages)[number];

const root = new URL('../../exercises/', import.meta.url);

/** Files of a lab do not hold; the message names file, field and reason. */
export class WrongFiles extends Error {}

/** Ids in the order of the course. */
export const exerciseIds = (course: Course = readCourse()): readonly string[] => labsOf(course).map(({ id }) => id);

/** Scenario and goals of an exercise. */
export async function readExercise(id: string, exercises: URL = root): Promise<Exercise> {
  const place = `${id}/exercise.ts`;
  return readable(place, async () => ((await import(new URL(place, exercises).href)) as { readonly default: Exercise }).default);
}

/** Its right and wrong ways, for what tests and plays them. */
export async function readAttempts(id: string): Promise<Attempts> {
  const place = `${id}/attempts.ts`;
  return readable(place, async () => ((await import(new URL(place, root).href)) as { readonly default: Attempts }).default);
}

/** The messages of one language. Throws with file, field and reason where they are wrong. */
export async function readMessages(id: string, language: Language): Promise<ExerciseMessages> {
  const problems = await wordProblems(id, root, [language]); // the others may not be written yet
  if (problems.length > 0) throw new WrongFiles(problems.map(describeProblem).join('\n'));
  return asMessages(await messagesFile(id, language));
}

/** What is wrong with an exercise, its message files and its instructions, wherever they lie. */
export async function problemsOf(id: string, exercises: URL = root): Promise<readonly Problem[]> {
  const problems = await wordProblems(id, exercises);
  if (problems.length > 0) return problems;
  const exercise = await readExercise(id, exercises);
  return (await Promise.all(languages.map((language) => instructionProblems(exercise, id, language, exercises)))).flat();
}

async function wordProblems(id: string, exercises: URL, wanted: readonly Language[] = languages): Promise<readonly Problem[]> {
  try {
    const exercise = await readExercise(id, exercises);
    const entries = await Promise.all(wanted.map(async (language) => [language, await messagesFile(id, language, exercises)] as const));
    return [...validateExercise(exercise, id), ...validateMessages(exercise, Object.fromEntries(entries), id)];
  } catch (error) {
    if (error instanceof UnreadableFile) return [error.problem];
    throw error;
  }
}

/** Folders below `exercises`, whether the course names them or not. */
export async function exerciseFolders(): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function messagesFile(id: string, language: Language, exercises: URL = root): Promise<unknown> {
  const place = `${id}/messages/${language}.json`;
  return readable(place, async () => JSON.parse(await readFile(new URL(place, exercises), 'utf8')));
}

/** A file that cannot be read has no field that could be named. */
class UnreadableFile extends WrongFiles {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(describeProblem(problem));
    this.problem = problem;
  }
}

async function readable<T>(place: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ERR_MODULE_NOT_FOUND';
    throw new UnreadableFile({ file: `exercises/${place}`, field: '-', reason: isMissing ? 'the file is missing' : message });
  }
}
