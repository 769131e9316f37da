import { describe, expect, test } from 'vitest';
import { completeLabCommand, labCommand } from '../../../../src/site/lab/lab-command.ts';

describe('what a line asks of the lab', () => {
  test.each([
    ['lab start', 'start'],
    ['  lab   grade  images-review ', 'grade'],
    ['lab finish', 'finish'],
    ['lab', 'usage'],
    ['lab stop', 'usage'],
    ['lab grade another-lab', 'usage'],
    ['lab grade images-review now', 'usage'],
  ])('%j is %s', (line, asked) => expect(labCommand(line, 'images-review')).toBe(asked));

  test.each(['', 'labs start', 'oc get pods', 'echo lab start', 'lab=1'])('%j is for the shell', (line) =>
    expect(labCommand(line, 'images-review')).toBeUndefined(),
  );

  test('is completed by Tab', () => {
    expect(completeLabCommand('lab ', 4)).toEqual({ from: 4, candidates: ['start', 'grade', 'finish'] });
    expect(completeLabCommand('lab gr', 6)).toEqual({ from: 4, candidates: ['grade'] });
    expect(completeLabCommand('oc get la', 9)).toBeUndefined();
  });
});
