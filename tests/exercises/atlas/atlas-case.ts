import { readHelp } from '../../../src/cli/help-files.ts';
import type { Evidence, Exercise, ExerciseScenario } from '../../../src/grading/index.ts';
import { createLabSession } from '../../../src/lab/lab-session.ts';

/** One mistake of the atlas: a short session in which it is recognised, and one close to it in which it is not. */
export interface AtlasCase {
  /** What a lab names, beside what `names` of the mistake asks for. */
  readonly values: Readonly<Record<string, string>>;
  /** Where the learner starts, if not as `developer` in an empty project `demo`. */
  readonly scenario?: Partial<ExerciseScenario>;
  /** What both sessions begin with. */
  readonly given?: readonly string[];
  readonly recognised: readonly string[];
  readonly otherwise: readonly string[];
}

/** Cases by the id of their mistake. */
export type AtlasCases = Readonly<Record<string, AtlasCase>>;

const texts = await readHelp('en');

/** What a session leaves for a grader to look at. */
export async function evidenceAfter({ scenario }: AtlasCase, commands: readonly string[]): Promise<Evidence> {
  const exercise: Exercise = { id: 'atlas', scenario: { user: 'developer', project: 'demo', ...scenario }, goals: [], solution: [], ways: [], guides: [] };
  const { session } = await createLabSession({ exercise, messages: { title: '', goals: {}, feedback: {}, ways: {} }, texts, mistakes: {} });
  for (const command of commands) await session.run(command);
  return session.evidence();
}
