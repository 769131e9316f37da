import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { guideProblems, instructionProblems, sentenceProblems } from '../../../src/cli/check-lab-pages.ts';
import { exerciseIds, languages, readExercise } from '../../../src/cli/exercises.ts';
import type { Exercise } from '../../../src/grading/index.ts';

const exercises = new URL('../../../exercises/', import.meta.url);
const docs = new URL('../../../content/docs/', import.meta.url);

describe.each(exerciseIds())('%s', async (id) => {
  const exercise = await readExercise(id);

  test('announces each goal once, in every language', async () => {
    const problems = await Promise.all(languages.map((language) => instructionProblems(exercise, id, language, exercises)));
    expect(problems.flat()).toEqual([]);
  });

  test('has guides that lead back to it', async () => expect(await guideProblems(exercise, id, docs)).toEqual([]));
});

describe('the instructions of a lab are refused', async () => {
  const exercise = await readExercise('images-review');
  const english = readFileSync(new URL('images-review/instructions/en.md', exercises), 'utf8');

  test('not as they are', () => expect(sentenceProblems(exercise, english)).toEqual([]));
  test('when a goal is not announced', () =>
    expect(sentenceProblems(exercise, english.replace(' {#linked}', ''))).toEqual(['no list item ends with {#linked}, so the goal is not announced']));
  test('when a goal is announced twice', () =>
    expect(sentenceProblems(exercise, english.replace('{#linked}', '{#imported}'))).toEqual([
      'no list item ends with {#linked}, so the goal is not announced',
      '{#imported} is there 2 times',
    ]));
  test('when an id is no goal', () => expect(sentenceProblems(exercise, `${english}\n- More. {#more}\n`)).toEqual(['{#more} is no goal of the lab']));
  test('when an id stands elsewhere', () =>
    expect(sentenceProblems(exercise, `${english}\nText. {#running}\n\n{#x} more\n\n## Part {#part}\n`)).toEqual([
      '{#part} behind a heading is no task of an exam',
      '{#x} does not end a list item',
    ]));
  test('when a task of an exam has no heading', () => {
    const exam: Exercise = { ...exercise, exam: { minutes: 10, passPercent: 70, tasks: ['first', 'second'] } };
    expect(sentenceProblems(exam, `${english}\n## One {#first}\n`)).toEqual(['no heading ends with {#second}, so the task is not announced']);
  });
  test('when the file is missing', async () =>
    expect(await instructionProblems(exercise, 'no-lab', 'ko', exercises)).toEqual([
      { file: 'exercises/no-lab/instructions/ko.md', field: '-', reason: 'the file is missing' },
    ]));
});

describe('the guides of a lab are refused', async () => {
  const exercise = await readExercise('images-review');

  test('when one does not lead back, or is not there', async () => {
    const wrong = { ...exercise, guides: ['clean-up', 'no-such-guide'] };
    expect(await guideProblems(wrong, 'images-review', docs)).toEqual([
      { file: 'content/docs/en/guides/clean-up.md', field: 'labs', reason: 'does not name images-review, whose `guides` name this guide' },
      { file: 'exercises/images-review/exercise.ts', field: 'guides', reason: 'there is no guide no-such-guide' },
    ]);
  });
});
