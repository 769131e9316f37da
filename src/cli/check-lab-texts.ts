import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { allMistakes, describeProblem, leafTexts, type Problem, validateMistakes } from '../grading/index.ts';
import { checkTexts, type TextFile } from '../guides/check-texts.ts';
import { glossaryLanguages, readGlossary } from '../guides/glossary.ts';
import { readGuidePage } from '../guides/guide-page.ts';

const reference = 'en';

/** What is wrong with the mistake atlas: its sentences in each language, and the sections of guides that it leads to. */
export async function atlasProblems(root: URL): Promise<readonly string[]> {
  const texts = Object.fromEntries(
    await Promise.all(glossaryLanguages.map(async (language) => [language, await readJson(root, mistakesFile(language))] as const)),
  );
  return [...validateMistakes(texts), ...(await guideProblems(root, allMistakes))].map(describeProblem);
}

/** Each mistake leads to a section that is there. */
export async function guideProblems(root: URL, mistakes: readonly { readonly id: string; readonly guide: string }[]): Promise<readonly Problem[]> {
  const problems = mistakes.map(async ({ guide }) => {
    const [name = '', section] = guide.split('#');
    const file = `content/docs/${reference}/guides/${name}.md`;
    const source = await readFile(new URL(file, root), 'utf8').catch(() => undefined);
    if (source === undefined) return [`there is no guide ${name}`];
    return readGuidePage(file, source).sections.some((each) => each.id === section) ? [] : [`the guide ${name} has no section ${section}`];
  });
  const at = (await Promise.all(problems)).map((reasons, index) => ({ field: mistakes[index]?.id ?? '', reasons }));
  return at.flatMap(({ field, reasons }) => reasons.map((reason) => ({ file: 'src/grading/mistakes', field, reason })));
}

/** The words of labs, and of the atlas, against the glossary and the style sheet. */
export async function wordProblems(root: URL, labs: readonly string[]): Promise<readonly string[]> {
  const glossary = await readGlossary(fileURLToPath(root));
  const groups = [mistakesFile, ...labs.map((id) => (language: string) => `exercises/${id}/messages/${language}.json`)];
  const problems = groups.map(async (fileOf) => {
    const entries = glossaryLanguages.map(async (language) => [language, await textFile(root, fileOf(language))] as const);
    return checkTexts(Object.fromEntries(await Promise.all(entries)), glossary, reference);
  });
  return (await Promise.all(problems)).flat();
}

const mistakesFile = (language: string) => `content/mistakes/${language}.json`;

async function textFile(root: URL, file: string): Promise<TextFile> {
  return { file, texts: leafTexts(await readJson(root, file)) as TextFile['texts'] };
}

const readJson = async (root: URL, file: string): Promise<unknown> => JSON.parse(await readFile(new URL(file, root), 'utf8'));
