import { beforeAll, describe, expect, it } from 'vitest';
import { readAttempts, readExercise } from '../../src/cli/exercises.ts';
import { acceptedFindings, coverageFindings, feedbackFindings, untouchedFindings, verbFindings, wrongFindings } from '../../src/cli/gates/attempt-gates.ts';
import { mutantFindings } from '../../src/cli/gates/mutant-gates.ts';
import { type Play, playOnce } from '../../src/cli/gates/play-attempt.ts';
import type { Attempts, Exercise } from '../../src/grading/index.ts';
import { readCourse } from '../../src/site/course.ts';

/** The gates of every lab of a chapter. A chapter is a test file of its own, so that several are judged at a time. */
export function judgeChapter(chapter: string): void {
  const labs = readCourse().chapters.find(({ id }) => id === chapter)?.exercises ?? [];
  describe.each(labs.map(({ id }) => id))('%s', judgeLab);
}

function judgeLab(id: string): void {
  let exercise: Exercise;
  let attempts: Attempts;
  let play: Play;
  beforeAll(async () => {
    [exercise, attempts] = await Promise.all([readExercise(id), readAttempts(id)]);
    play = playOnce(exercise);
  });

  it('gives full points to every right way', async () => expect(await acceptedFindings(exercise, attempts, play)).toEqual([]));
  it('has right ways that differ in their commands', () => expect(verbFindings(exercise, attempts)).toEqual([]));
  it('gives nothing to the untouched start', async () => expect(await untouchedFindings(exercise, play)).toEqual([]));
  it('fails every wrong way for the named reason', async () => expect(await wrongFindings(exercise, attempts, play)).toEqual([]));
  it('notices when a goal is not checked', async () => expect(await coverageFindings(exercise, attempts, play)).toEqual([]));
  it('gives each of its messages to some attempt', () => expect(feedbackFindings(exercise, attempts)).toEqual([]));
  it('fails every mutant of a right way, or lists it as equivalent', async () => expect(await mutantFindings(exercise, attempts, play)).toEqual([]));
}
