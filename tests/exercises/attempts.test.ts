import { describe, expect, it } from 'vitest';
import { exerciseFolders, readAttempts, readExercise } from '../../src/cli/exercises.ts';
import { acceptedFindings, coverageFindings, feedbackFindings, mutantFindings, untouchedFindings, verbFindings, wrongFindings } from './attempt-gates.ts';

describe.each(await exerciseFolders())('%s', async (id) => {
  const exercise = await readExercise(id);
  const attempts = await readAttempts(id);

  it('gives full points to every right way', async () => expect(await acceptedFindings(exercise, attempts)).toEqual([]));
  it('has right ways that differ in their commands', () => expect(verbFindings(exercise, attempts)).toEqual([]));
  it('gives nothing to the untouched start', async () => expect(await untouchedFindings(exercise)).toEqual([]));
  it('fails every wrong way for the named reason', async () => expect(await wrongFindings(exercise, attempts)).toEqual([]));
  it('notices when a goal is not checked', async () => expect(await coverageFindings(exercise, attempts)).toEqual([]));
  it('gives each of its messages to some attempt', () => expect(feedbackFindings(exercise, attempts)).toEqual([]));
  it('fails every mutant of a right way, or lists it as equivalent', async () => expect(await mutantFindings(exercise, attempts)).toEqual([]));
});
