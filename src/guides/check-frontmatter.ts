import type { GuidePage } from './guide-page.ts';
import { isGuide, pageNameOf } from './page-names.ts';

/** What the course has: its guides in their order, and the ids of its labs. */
export interface CourseNames {
  /** `guides/<name>` and `reference/<name>`, as the course puts them one after the other. */
  readonly pages: readonly string[];
  readonly labs: readonly string[];
}

const guideFields = ['objectives', 'needs', 'minutes', 'labs'] as const;

/** What is wrong with the fields at the head of a page, one text each. */
export function checkFrontmatter(page: GuidePage, course: CourseNames): readonly string[] {
  const { name } = pageNameOf(page.file);
  const { frontmatter } = page;
  const problems = [
    ...['title', 'description'].filter((field) => !isText(frontmatter[field])).map((field) => `${field}: expected a text`),
    ...('sidebar' in frontmatter ? ['sidebar: the place of a page is in content/course.json'] : []),
    ...(isGuide(name)
      ? guideProblems(name, frontmatter, course)
      : guideFields.filter((field) => field in frontmatter).map((field) => `${field}: only guides have it`)),
  ];
  return problems.map((problem) => `${page.file}: frontmatter.${problem}`);
}

function guideProblems(name: string, { objectives, needs, minutes, labs }: GuidePage['frontmatter'], course: CourseNames): readonly string[] {
  return [
    ...(isListOfTexts(objectives) && objectives.length >= 2 && objectives.length <= 5 ? [] : ['objectives: expected a list of 2 to 5 texts']),
    ...(isListOfTexts(needs) ? needs.flatMap((need) => needProblem(name, need, course)) : ['needs: expected a list of names of guides, or []']),
    ...(Number.isInteger(minutes) && (minutes as number) > 0 ? [] : ['minutes: expected a whole number']),
    ...(isListOfTexts(labs)
      ? labs.filter((lab) => !course.labs.includes(lab)).map((lab) => `labs: there is no lab ${lab}`)
      : ['labs: expected a list of ids of labs, or []']),
  ];
}

function needProblem(name: string, need: string, { pages }: CourseNames): readonly string[] {
  const needed = `guides/${need}`;
  if (needed === name) return ['needs: a guide does not need itself'];
  if (!pages.includes(needed)) return [`needs: there is no guide ${need} in content/course.json`];
  const comesLater = pages.includes(name) && pages.indexOf(needed) > pages.indexOf(name);
  return comesLater ? [`needs: ${need} comes later in the course`] : [];
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isListOfTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
