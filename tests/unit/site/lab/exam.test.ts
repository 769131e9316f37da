import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sentenceProblems } from '../../../../src/cli/check-lab-pages.ts';
import { readHelp } from '../../../../src/cli/help-files.ts';
import { readMistakes } from '../../../../src/cli/mistake-texts.ts';
import { validateExercise, validateMessages } from '../../../../src/grading/index.ts';
import { createLabSession } from '../../../../src/lab/lab-session.ts';
import { examText } from '../../../../src/site/lab/exam/exam-report.ts';
import { examResult, pointsNeeded } from '../../../../src/site/lab/exam/exam-result.ts';
import { afterTime, announcedMinutes, type ExamState, readExamState, untouchedExam } from '../../../../src/site/lab/exam/exam-state.ts';
import { inspectorRows } from '../../../../src/site/lab/goal-inspector.ts';
import { labStrings } from '../../../../src/site/lab/lab-strings.ts';
import exercise from '../../../support/exam-lab/exercise.ts';
import english from '../../../support/exam-lab/messages/en.json' with { type: 'json' };
import french from '../../../support/exam-lab/messages/fr.json' with { type: 'json' };

const minute = 60_000;
const running = (spent: number): ExamState => ({ phase: 'running', spent });

describe('the time of an exam', () => {
  test('goes by only while it runs, and ends it', () => {
    expect(afterTime(untouchedExam, minute, 10 * minute)).toEqual(untouchedExam);
    expect(afterTime({ phase: 'paused', spent: 5 }, minute, 10 * minute)).toEqual({ phase: 'paused', spent: 5 });
    expect(afterTime(running(0), minute, 10 * minute)).toEqual(running(minute));
    expect(afterTime(running(minute), -5, 10 * minute)).toEqual(running(minute));
    expect(afterTime(running(9 * minute), 5 * minute, 10 * minute)).toEqual({ phase: 'finished', spent: 10 * minute });
  });

  test('is announced shortly before it is up, the nearest mark once', () => {
    const said = (from: number, to: number) => announcedMinutes(running(from * minute), running(to * minute), 60 * minute);
    expect([said(10, 11), said(29, 30), said(49, 50), said(40, 58), said(59, 59.5)]).toEqual([undefined, 30, 10, 5, undefined]);
  });

  test.each([undefined, null, 'x', { phase: 'over', spent: 1 }, { phase: 'running', spent: -1 }, { phase: 'running' }])('is not read from %j', (stored) =>
    expect(readExamState(stored)).toEqual(untouchedExam),
  );
  test('is read as it was kept', () => expect(readExamState(JSON.parse(JSON.stringify(running(7))))).toEqual(running(7)));
});

describe('the result of an exam', async () => {
  const words = { exercise, messages: english, texts: await readHelp('en'), mistakes: await readMistakes('en') };
  const strings = labStrings(JSON.parse(readFileSync('content/i18n/en.json', 'utf8')));
  const played = async (commands: readonly string[]) => {
    const { session } = await createLabSession(words as Parameters<typeof createLabSession>[0]);
    for (const command of commands) await session.run(command);
    return session;
  };
  const result = async (commands: readonly string[]) => examResult(exercise, await (await played(commands)).check(), english.tasks);

  test('gives the points of each task, and what was missed', async () => {
    const { tasks, ...sum } = await result(exercise.solution.slice(0, 1));
    expect(sum).toEqual({ points: 60, max: 100, needed: 70, isPassed: false });
    expect(tasks.map(({ id, title, points, max, missed }) => [id, title, points, max, missed.map((goal) => goal.id)])).toEqual([
      ['import', 'Import an image', 60, 60, []],
      ['label', 'Let short names resolve', 0, 40, ['local']],
    ]);
  });

  test('passes with the points that are needed, rounded up', async () => {
    expect((await result(exercise.solution)).isPassed).toBe(true);
    expect([pointsNeeded(100, 70), pointsNeeded(99, 70)]).toEqual([70, 70]);
  });

  test('is printed in the terminal with what was missed and why', async () => {
    expect(
      examText(strings, await result([]), 65_000)
        .split('\n')
        .slice(-4),
    ).toEqual(['Result: Not passed', 'Score: 0 of 100 points', 'Needed to pass: 70', 'Time used: 1:05']);
  });

  test('has no hints on the way', async () => expect(await (await played([])).hints()).toBeUndefined());

  test('is shown raw to whoever writes the lab', async () => {
    expect(inspectorRows(await (await played([])).grade())).toEqual([
      ['imported', 'does not hold', 'mistake:stream-missing', '0/60'],
      ['local', 'does not hold', 'not-local', '0/40'],
    ]);
  });
});

describe('the exam of the tests', () => {
  test('is well formed', () => {
    expect(validateExercise(exercise, 'mini-exam')).toEqual([]);
    expect(validateMessages(exercise, { en: english, fr: french }, 'mini-exam')).toEqual([]);
    for (const language of ['en', 'fr'])
      expect(sentenceProblems(exercise, readFileSync(`tests/support/exam-lab/instructions/${language}.md`, 'utf8'))).toEqual([]);
  });
});
