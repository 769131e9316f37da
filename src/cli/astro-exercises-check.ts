import type { AstroIntegration } from 'astro';
import { describeProblem } from '../grading/index.ts';
import { guideProblems } from './check-lab-pages.ts';
import { atlasProblems, wordProblems } from './check-lab-texts.ts';
import { exerciseIds, problemsOf, readExercise } from './exercises.ts';

/** Stops the build when a lab or one of its message files is wrong, with file, field and reason. */
export function exercisesCheck(): AstroIntegration {
  let exercises = new URL('../../exercises/', import.meta.url);
  return {
    name: 'exercises-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        exercises = new URL('exercises/', config.root);
      },
      'astro:build:start': async ({ logger }) => {
        const ids = exerciseIds();
        const own = (await Promise.all(ids.map((id) => problemsOf(id, exercises)))).flat();
        const around = async (id: string) => guideProblems(await readExercise(id, exercises), id, new URL('../content/docs/', exercises));
        const problems = (own.length > 0 ? own : (await Promise.all(ids.map(around))).flat()).map(describeProblem);
        const root = new URL('../', exercises);
        const words = own.length > 0 ? [] : await wordProblems(root, ids);
        const all = [...problems, ...(await atlasProblems(root)), ...words];
        if (all.length > 0) throw new Error(`The labs do not hold:\n${all.join('\n')}`);
        logger.info(`${ids.length} labs and their messages are well formed.`);
      },
    },
  };
}
