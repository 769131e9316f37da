import { expect, test } from 'vitest';
import { readExercise, readMessages } from '../../../src/cli/exercises.ts';
import { readHelp } from '../../../src/cli/help-files.ts';
import { createLabSession } from '../../../src/lab/lab-session.ts';

test('warming up changes nothing in the lab', async () => {
  const [exercise, messages] = await Promise.all([readExercise('images-review'), readMessages('images-review', 'en')]);
  const { session } = await createLabSession({ exercise, messages, texts: await readHelp('en'), mistakes: {} });
  const state = () => ({ now: session.now, changes: session.state.changes.length, commands: session.commands, saved: session.save(), prompt: session.prompt });
  const before = state();
  await session.warmUp();
  expect(state()).toEqual(before);
});
