import { readHelp } from '../../src/cli/help-files.ts';
import { type Exercise, type ExerciseMessages, type GradeResult, gradedState } from '../../src/grading/index.ts';
import { createLabSession, type LabSession } from '../../src/lab/lab-session.ts';
import type { ChangeRecord } from '../../src/simulation/store.ts';

const help = await readHelp('en');

/** Results are codes; attempts need no words. */
const wordless: ExerciseMessages = { title: '', goals: {}, feedback: {}, ways: {} };

/** What came of an attempt. */
export interface Played {
  readonly session: LabSession;
  readonly result: GradeResult;
  /** The objects that the goals are about, as comparable text. */
  readonly state: string;
}

/** Types an attempt into a fresh lab and grades it. `exercise` may differ from the one on disk: tests plant defects that way. */
export async function playAttempt(exercise: Exercise, commands: readonly string[]): Promise<Played> {
  const { session } = await createLabSession({ exercise, messages: wordless, texts: help, mistakes: {} });
  for (const command of commands) await session.run(command);
  return { session, result: await session.grade(), state: gradedState(exercise, session.evidence()) };
}

/** The first goal, in order, that does not hold. */
export const firstUnmet = ({ goals }: GradeResult) => goals.find(({ passed }) => !passed);

/** Changes that followed from the command at an index. */
export const changesOf = (session: LabSession, index: number): readonly ChangeRecord[] => session.state.changes.filter(({ cause }) => cause === index);
