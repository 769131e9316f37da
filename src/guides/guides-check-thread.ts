import { fileURLToPath } from 'node:url';
import type { GuidesCheckOptions } from './astro-guides-check.ts';
import { answerCheck, type CheckReport } from './background-check.ts';
import { checkCourse } from './check-course.ts';
import { checkGuides } from './check-guides.ts';
import { checkPageLinks } from './check-page-links.ts';
import { checkForm } from './check-pages.ts';
import { checkTerms } from './check-terms.ts';
import { compareLanguages } from './compare-languages.ts';
import { readGlossary } from './glossary.ts';
import { groupByName, readDocs, readInstructions } from './guide-files.ts';
import type { GuidePage } from './guide-page.ts';
import { openGuideSession } from './open-session.ts';
import { isInCourse, pageNameOf } from './page-names.ts';

await answerCheck(async (rootAddress: URL, options: GuidesCheckOptions): Promise<CheckReport> => {
  const root = fileURLToPath(rootAddress);
  const docs = await readDocs(root);
  // The blocks are the same in every language, so the commands of one language speak for all.
  const own = docs.filter(({ file }) => pageNameOf(file).language === options.reference);
  const instructions = await readInstructions(root);
  const problems = [
    ...formProblems(docs, instructions, own, options),
    ...checkTerms(groupByName([...docs, ...instructions]), await readGlossary(root), options.reference),
    ...(await checkGuides(own, openGuideSession)),
  ];
  return { problems, said: `The commands of ${own.length} pages answer as the pages say.` };
});

function formProblems(
  docs: readonly GuidePage[],
  instructions: readonly GuidePage[],
  own: readonly GuidePage[],
  { languages, reference, course, generated }: GuidesCheckOptions,
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
