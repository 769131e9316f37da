import { readFile } from 'node:fs/promises';
import { visit } from 'unist-util-visit';
import type { Exercise, Problem } from '../grading/index.ts';
import { splitHeadingId } from '../guides/heading-id.ts';
import { type MarkdownTree, parseMarkdown } from '../guides/markdown-tree.ts';
import { goalSentencesIn } from '../site/build/goal-sentences.ts';
import { splitFrontmatter } from '../site/split-frontmatter.ts';

/** Where in its instructions a lab says each of its goals: exactly once, in a list item that ends with the goal's id. In an exam, each task is a heading. */
export function sentenceProblems({ goals, exam }: Exercise, markdown: string): readonly string[] {
  const tree = parseMarkdown(markdown);
  const said = goalSentencesIn(tree).map(({ goal }) => goal);
  const headed = headingIds(tree);
  const tasks = exam?.tasks ?? [];
  const written = marksIn(tree);
  return [
    ...goals.flatMap(({ id }) => countProblem(id, said, 'goal', 'list item')),
    ...tasks.flatMap((id) => countProblem(id, headed, 'task', 'heading')),
    ...said.filter((id) => goals.every((goal) => goal.id !== id)).map((id) => `{#${id}} is no goal of the lab`),
    ...headed.filter((id) => !tasks.includes(id)).map((id) => `{#${id}} behind a heading is no task of an exam`),
    ...written.filter((id) => !said.includes(id) && !headed.includes(id)).map((id) => `{#${id}} does not end a list item`),
  ];
}

function countProblem(id: string, ids: readonly string[], what: string, where: string): readonly string[] {
  const count = ids.filter((each) => each === id).length;
  if (count === 1) return [];
  return [count === 0 ? `no ${where} ends with {#${id}}, so the ${what} is not announced` : `{#${id}} is there ${count} times`];
}

function headingIds(tree: MarkdownTree): readonly string[] {
  const ids: string[] = [];
  visit(tree, 'heading', ({ children }) => {
    const last = children.at(-1);
    const id = last?.type === 'text' ? splitHeadingId(last.value).id : undefined;
    if (id !== undefined) ids.push(id);
  });
  return ids;
}

/** Every id in braces outside of code. */
function marksIn(tree: MarkdownTree): readonly string[] {
  const ids: string[] = [];
  visit(tree, 'text', ({ value }) => void ids.push(...[...value.matchAll(/\{#([^{}\s]+)\}/g)].map(([, id = '']) => id)));
  return ids;
}

/** A lab's instructions in one language, as problems. */
export async function instructionProblems(exercise: Exercise, folder: string, language: string, exercises: URL): Promise<readonly Problem[]> {
  const place = `${folder}/instructions/${language}.md`;
  const source = await readFile(new URL(place, exercises), 'utf8').catch(() => undefined);
  const reasons = source === undefined ? ['the file is missing'] : sentenceProblems(exercise, source);
  return reasons.map((reason) => ({ file: `exercises/${place}`, field: '-', reason }));
}

/** A lab leads to the guides that prepare for it, so they have to lead back: their field `labs` names it. */
export async function guideProblems({ guides }: Exercise, id: string, docs: URL): Promise<readonly Problem[]> {
  const problems = guides.map(async (name): Promise<readonly Problem[]> => {
    const place = `en/guides/${name}.md`;
    const source = await readFile(new URL(place, docs), 'utf8').catch(() => undefined);
    if (source === undefined) return [{ file: `exercises/${id}/exercise.ts`, field: 'guides', reason: `there is no guide ${name}` }];
    const { labs } = splitFrontmatter(source, place).frontmatter;
    if (Array.isArray(labs) && labs.includes(id)) return [];
    return [{ file: `content/docs/${place}`, field: 'labs', reason: `does not name ${id}, whose \`guides\` name this guide` }];
  });
  return (await Promise.all(problems)).flat();
}
