import { describe, expect, it } from 'vitest';
import { defineExercise, type ExerciseMessages, type GradeResult } from '../../../src/grading/index.ts';
import { wordReport } from '../../../src/lab/lab-report.ts';

describe('the words of a report', () => {
  const exercise = defineExercise({ id: 'x', guides: [], scenario: { user: 'developer', project: 'demo' }, goals: [], solution: [], ways: [] });
  const messages: ExerciseMessages = { title: '', goals: {}, feedback: { given: 'given to {{user}} in {{project}}' }, ways: {} };
  const found = (values?: Readonly<Record<string, string>>) => {
    const why = { say: 'given', seeWith: 'oc get rolebindings', ...(values && { values }) };
    const result: GradeResult = { id: 'x', score: 0, max: 1, goals: [{ id: 'g', passed: false, points: 0, max: 1, why }] };
    return wordReport(exercise, result, { ...messages, mistakes: {} }).goals[0]?.message;
  };

  it('name the learner and the project of the lab', () => expect(found()).toBe('given to developer in demo'));
  it('name what the diagnosis names instead', () => expect(found({ user: 'default' })).toBe('given to default in demo'));
});
