import { expect, test } from 'vitest';
import { readHelp } from '../../../src/cli/help-files.ts';
import { readMistakes } from '../../../src/cli/mistake-texts.ts';
import { createLabSession } from '../../../src/lab/lab-session.ts';
import { writeProgress } from '../../../src/lab/saved-progress.ts';
import exercise from '../../support/exam-lab/exercise.ts';
import messages from '../../support/exam-lab/messages/en.json' with { type: 'json' };

const words = { messages, texts: await readHelp('en'), mistakes: await readMistakes('en') };
const saved = (...entries: Parameters<typeof writeProgress>[0]['entries']) =>
  writeProgress({ exercise: exercise.id, entries, hintsShown: {}, solutionShown: false });

test.each([
  ['a file below a file', saved({ file: 'a', text: '' }, { file: 'a/b', text: '' })],
  ['a name that no file can have', saved({ file: 'a\0b', text: '' })],
])('progress that cannot be replayed is put aside, and the lab begins anew: %s', async (_, text) => {
  const { session, restored } = await createLabSession({ exercise, ...words, saved: text });
  expect(restored).toBe('unreadable');
  expect(session.commands).toEqual([]);
  expect((await session.run('echo still here')).stdout).toBe('still here\n');
});

test('progress of lines that nobody would type is replayed to its end', async () => {
  const lines = ['while true; do :; done', '\ud800', '\0', `oc get ${'x'.repeat(100_000)}`, 'rm -rf / .kube', 'exec false'];
  const { session, restored } = await createLabSession({ exercise, ...words, saved: saved(...lines.map((line) => ({ line }))) });
  expect(restored).toBe('replayed');
  expect(session.commands.map(({ line }) => line)).toEqual(lines);
  expect((await session.run('echo still here')).stdout).toBe('still here\n');
});
