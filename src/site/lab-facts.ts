import type { CourseLab } from './course.ts';
import { stringOf } from './site-strings.ts';

/** How hard a lab is, and how long it takes: guided · 15 minutes. */
export const labFacts = (language: string, { difficulty, minutes }: CourseLab): string =>
  `${stringOf(language, `lab.difficulty.${difficulty}`)} · ${stringOf(language, 'guide.minutes').replace('{n}', String(minutes))}`;
