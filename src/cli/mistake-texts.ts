import { readFile } from 'node:fs/promises';
import type { MistakeTexts } from '../grading/index.ts';
import type { Language } from './exercises.ts';

/** The sentences of the mistake atlas in one language. */
export async function readMistakes(language: Language): Promise<MistakeTexts> {
  return JSON.parse(await readFile(new URL(`../../content/mistakes/${language}.json`, import.meta.url), 'utf8'));
}
