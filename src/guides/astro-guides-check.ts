import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkGuides } from './check-guides.ts';
import { compareLanguages } from './compare-languages.ts';
import { groupByName, readDocs, readInstructions } from './guide-files.ts';

interface Options {
  readonly languages: readonly string[];
  /** The language the others are compared with. */
  readonly reference: string;
}

/**
 * Stops the build when a command in a guide answers otherwise than the page says, or when the languages differ in what they must share.
 * Not a remark plugin: Astro keeps rendered pages, and a plugin would not see that the simulator has changed.
 */
export function guidesCheck({ languages, reference }: Options): AstroIntegration {
  let root = '';
  return {
    name: 'guides-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': async ({ logger }) => {
        const { openGuideSession } = await import('./open-session.ts'); // The simulator: a build needs it, `astro dev` does not.
        const docs = await readDocs(root);
        const differences = compareLanguages(groupByName([...docs, ...(await readInstructions(root))]), languages, reference);
        // The blocks are the same in every language, so the commands of one language speak for all.
        const own = docs.filter(({ file }) => file.startsWith(`content/docs/${reference}/`));
        const problems = [...differences, ...(await checkGuides(own, openGuideSession))];
        if (problems.length > 0) throw new Error(`The guides do not hold:\n${problems.join('\n')}`);
        logger.info(`The commands of ${own.length} pages answer as the pages say.`);
      },
    },
  };
}
