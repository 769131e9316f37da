import type { AstroIntegration } from 'astro';
import { describeProblem } from '../grading/index.ts';
import { exerciseIds, problemsOf } from './exercises.ts';

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
        const problems = (await Promise.all(ids.map((id) => problemsOf(id, exercises)))).flat();
        if (problems.length > 0) throw new Error(`The labs do not hold:\n${problems.map(describeProblem).join('\n')}`);
        logger.info(`${ids.length} labs and their messages are well formed.`);
      },
    },
  };
}
