import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../../src/site/lab/next-step.ts';

const solution = ['oc create secret x \\\n  --a=1', 'oc get pods', 'oc tag a b', 'oc get pods'];

describe('the next step of a solution', () => {
  test('is the first that was not typed, whatever was typed besides', () => {
    expect(nextStep(solution, [])).toBe(solution[0]);
    expect(nextStep(solution, ['oc whoami', 'oc get pods'])).toBe(solution[0]);
    expect(nextStep(solution, ['oc  create secret x --a=1'])).toBe('oc get pods');
  });

  test('is typed as often as it stands there', () => {
    expect(nextStep(solution, [solution[0]!, 'oc get pods', 'oc tag a b'])).toBe('oc get pods');
    expect(nextStep(solution, solution)).toBeUndefined();
  });
});
