import { type Exercise, type ExerciseMessages, type GradeResult, grade, gradedState } from '../../grading/index.ts';
import { createLabSession, type LabSession } from '../../lab/lab-session.ts';
import type { ChangeRecord } from '../../simulation/store.ts';
import { readHelp } from '../help-files.ts';

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

/** The same session, judged by other goals. */
export const judgeBy = (goals: Exercise['goals'], { session }: Played): Promise<GradeResult> => grade({ ...session.exercise, goals }, session.evidence());

/** Plays each attempt once, however many gates ask for it. */
export type Play = (commands: readonly string[]) => Promise<Played>;

/** Plays in one lab, and remembers what came of it. */
export function playOnce(exercise: Exercise): Play {
  const played = new Map<string, Promise<Played>>();
  return (commands) => {
    const key = JSON.stringify(commands);
    const found = played.get(key) ?? playAttempt(exercise, commands);
    played.set(key, found);
    return found;
  };
}

/** The first goal, in order, that does not hold. */
export const firstUnmet = ({ goals }: GradeResult) => goals.find(({ passed }) => !passed);

/** Changes that followed from the command at an index. */
export const changesOf = (session: LabSession, index: number): readonly ChangeRecord[] => session.state.changes.filter(({ cause }) => cause === index);
