import { existsSync } from 'node:fs';
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
import { type Course, readCourse } from '../site/course.ts';

export const languages = ['en', 'vi', 'ko', 'fr'] as const;
export type Language = (typeof languages)[number];

const root = new URL('../../exercises/', import.meta.url);

/** Ids in the order of the course. */
export const exerciseIds = (course: Course = readCourse()): readonly string[] => course.chapters.flatMap(({ exercises }) => exercises);

/** Scenario and goals of an exercise. */
export async function readExercise(id: string): Promise<Exercise> {
  return ((await import(new URL(`${id}/exercise.ts`, root).href)) as { readonly default: Exercise }).default;
}

/** Its right and wrong ways, for what tests and plays them. */
export async function readAttempts(id: string): Promise<Attempts> {
  return ((await import(new URL(`${id}/attempts.ts`, root).href)) as { readonly default: Attempts }).default;
}

/** The messages of one language. Throws with file, field and reason where they are wrong. */
export async function readMessages(id: string, language: Language): Promise<ExerciseMessages> {
  const problems = await problemsOf(id);
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
  return asMessages(await messagesFile(id, language));
}

/** What is wrong with an exercise and its message files. */
export async function problemsOf(id: string): Promise<readonly Problem[]> {
  const exercise = await readExercise(id);
  const missing = languages.filter((language) => !existsSync(new URL(`${id}/messages/${language}.json`, root)));
  if (missing.length > 0) return missing.map((language) => ({ file: `exercises/${id}/messages/${language}.json`, field: '-', reason: 'the file is missing' }));
  const entries = await Promise.all(languages.map(async (language) => [language, await messagesFile(id, language)] as const));
  return [...validateExercise(exercise, id), ...validateMessages(exercise, Object.fromEntries(entries), id)];
}

/** Folders below `exercises`, whether the course names them or not. */
export async function exerciseFolders(): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function messagesFile(id: string, language: Language): Promise<unknown> {
  const text = await readFile(new URL(`${id}/messages/${language}.json`, root), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`exercises/${id}/messages/${language}.json: ${(error as Error).message}`);
  }
}
