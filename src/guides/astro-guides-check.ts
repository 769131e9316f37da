import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkCourse } from './check-course.ts';
import type { CourseNames } from './check-frontmatter.ts';
import { checkGuides } from './check-guides.ts';
import { checkPageLinks } from './check-page-links.ts';
import { checkForm } from './check-pages.ts';
import { checkTerms } from './check-terms.ts';
import { compareLanguages } from './compare-languages.ts';
import { readGlossary } from './glossary.ts';
import { groupByName, readDocs, readInstructions } from './guide-files.ts';
import type { GuidePage } from './guide-page.ts';
import { isInCourse, pageNameOf } from './page-names.ts';

interface Options {
  readonly languages: readonly string[];
  /** The language the others are compared with. */
  readonly reference: string;
  readonly course: CourseNames;
  /** Pages of the course that have no file of their own. */
  readonly generated: readonly string[];
}

/**
 * Stops the build when a command in a guide answers otherwise than the page says, when a page lacks what its kind has, or when the languages
 * differ in what they must share. Not a remark plugin: Astro keeps rendered pages, and a plugin would not see that the simulator has changed.
 */
export function guidesCheck(options: Options): AstroIntegration {
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
        // The blocks are the same in every language, so the commands of one language speak for all.
        const own = docs.filter(({ file }) => pageNameOf(file).language === options.reference);
        const instructions = await readInstructions(root);
        const problems = [
          ...formProblems(docs, instructions, own, options),
          ...checkTerms(groupByName([...docs, ...instructions]), await readGlossary(root), options.reference),
          ...(await checkGuides(own, openGuideSession)),
        ];
        if (problems.length > 0) throw new Error(`The guides do not hold:\n${problems.join('\n')}`);
        logger.info(`The commands of ${own.length} pages answer as the pages say.`);
      },
    },
  };
}

function formProblems(
  docs: readonly GuidePage[],
  instructions: readonly GuidePage[],
  own: readonly GuidePage[],
  { languages, reference, course, generated }: Options,
): readonly string[] {
  const pages = [...docs, ...instructions];
  const existing = own.map(({ file }) => pageNameOf(file).name).filter(isInCourse);
  return [
    ...checkCourse(course.pages, existing, generated),
    ...pages.flatMap((page) => checkForm(page, course)),
    ...checkPageLinks(pages, generated),
    ...compareLanguages(groupByName(pages), languages, reference),
  ];
}
