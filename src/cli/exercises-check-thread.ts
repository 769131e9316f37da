import { describeProblem } from '../grading/index.ts';
import { answerCheck, type CheckReport } from '../guides/background-check.ts';
import { guideProblems } from './check-lab-pages.ts';
import { atlasProblems, wordProblems } from './check-lab-texts.ts';
import { exerciseIds, problemsOf, readExercise } from './exercises.ts';

await answerCheck(async (root): Promise<CheckReport> => {
  const exercises = new URL('exercises/', root);
  const ids = exerciseIds();
  const own = (await Promise.all(ids.map((id) => problemsOf(id, exercises)))).flat();
  const around = async (id: string) => guideProblems(await readExercise(id, exercises), id, new URL('content/docs/', root));
  const problems = (own.length > 0 ? own : (await Promise.all(ids.map(around))).flat()).map(describeProblem);
  const words = own.length > 0 ? [] : await wordProblems(root, ids);
  return { problems: [...problems, ...(await atlasProblems(root)), ...words], said: `${ids.length} labs and their messages are well formed.` };
});
