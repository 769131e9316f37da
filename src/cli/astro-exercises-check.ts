import type { AstroIntegration } from 'astro';
import { backgroundCheck } from '../guides/background-check.ts';

/** Stops the build when a lab or one of its message files is wrong, with file, field and reason. */
export function exercisesCheck(): AstroIntegration {
  return backgroundCheck({
    name: 'exercises-check',
    headline: 'The labs do not hold:',
    file: new URL('exercises-check-thread.ts', import.meta.url),
    options: {},
  });
}
