import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exerciseFolders, exerciseIds, languages, problemsOf, readExercise } from '../../src/cli/exercises.ts';
import { describeProblem, validateExercise, validateMessages } from '../../src/grading/index.ts';
import { readCourse } from '../../src/site/course.ts';

const folders = await exerciseFolders();
const file = (path: string) => new URL(`../../exercises/${path}`, import.meta.url);
const messages = (id: string, language: string) => JSON.parse(readFileSync(file(`${id}/messages/${language}.json`), 'utf8'));

describe('exercises', () => {
  it('are all in the course, each once', () => {
    expect([...exerciseIds()].sort()).toEqual([...folders]);
  });

  it.each(readCourse().chapters.map(({ id }) => id))('of the chapter %s are judged by a test file', (chapter) => {
    expect(existsSync(new URL(`labs-${chapter}.test.ts`, import.meta.url))).toBe(true);
  });

  it.each(folders)('%s and its messages are well formed and agree across languages', async (id) => {
    expect((await problemsOf(id)).map(describeProblem)).toEqual([]);
  });

  it.each(folders.flatMap((id) => languages.map((language) => [id, language] as const)))('%s has instructions in %s', (id, language) => {
    expect(existsSync(file(`${id}/instructions/${language}.md`))).toBe(true);
  });
});

describe('the validator names file, field and reason', async () => {
  const exercise = await readExercise('images-review');
  const english = messages('images-review', 'en');
  const planted = (change: (copy: typeof english) => void) => {
    const copy = structuredClone(english);
    change(copy);
    return validateMessages(exercise, { en: english, fr: copy }, 'images-review').map(describeProblem);
  };
  const fr = 'exercises/images-review/messages/fr.json';

  it('when a text is missing', () => expect(planted((copy) => delete copy.feedback['import-failed'])).toEqual([`${fr}: feedback.import-failed: is missing`]));
  it('when a text is empty', () => expect(planted((copy) => Object.assign(copy, { title: ' ' }))).toEqual([`${fr}: title: is empty`]));
  it('when a text is a number', () => expect(planted((copy) => Object.assign(copy, { title: 7 }))).toEqual([`${fr}: title: is not a text`]));
  it('when there is a text that nobody uses', () =>
    expect(planted((copy) => Object.assign(copy.feedback, { left: 'over' }))).toEqual([`${fr}: feedback.left: is not used by the exercise`]));
  it('when placeholders differ', () =>
    expect(planted((copy) => Object.assign(copy.feedback, { 'waits-for': 'rien' }))).toEqual([
      `${fr}: feedback.waits-for: placeholders are none, but goal in en`,
    ]));
  it('when a placeholder is unknown', () =>
    expect(planted((copy) => Object.assign(copy.feedback, { 'waits-for': '{{goal}} {{nom}}' }))).toEqual([
      `${fr}: feedback.waits-for: {{nom}} is not known; there are project, user, goal`,
      `${fr}: feedback.waits-for: placeholders are goal, nom, but goal in en`,
    ]));

  it('when the exercise itself is wrong', () => {
    const [first, ...rest] = exercise.goals;
    if (!first) throw new Error('no goal');
    const wrong = {
      ...exercise,
      id: 'other',
      goals: [{ ...first, points: 0, needs: ['running'], about: [], seeWith: 'kubectl', diagnoses: [] }, ...rest, first],
    };
    const at = 'exercises/images-review/exercise.ts';
    expect(validateExercise(wrong, 'images-review').map(describeProblem)).toEqual([
      `${at}: id: is "other", but the folder is "images-review"`,
      `${at}: goals[0].points: 0 is not a whole number above 0`,
      `${at}: goals[0].needs: "running" is not an earlier goal`,
      `${at}: goals[0].about: names no object, so feedback could not say who wrote it`,
      `${at}: goals[0].seeWith: "kubectl" is not an oc command`,
      `${at}: goals[0].diagnoses: the last one must be for \`always\``,
      `${at}: goals[5].id: "credentials" is there twice`,
    ]);
  });

  it('when a duration is none', () => {
    const wrong = { ...exercise, scenario: { ...exercise.scenario, setup: [{ pass: 'soon' }], timeline: [{ after: '5', push: 'a/b:c', variant: 'b' }] } };
    expect(validateExercise(wrong, 'images-review').map(({ field }) => field)).toEqual(['scenario.setup[0].pass', 'scenario.timeline[0].after']);
  });
});
