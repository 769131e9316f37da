import { visit } from 'unist-util-visit';
import { splitHeadingId } from '../../guides/heading-id.ts';
import type { MarkdownNode } from './markdown-node.ts';

/** A list item that is the sentence of a goal: it ends with `{#goal-id}`. */
export interface GoalSentence {
  readonly goal: string;
  readonly item: MarkdownNode;
  readonly paragraph: MarkdownNode;
  readonly end: MarkdownNode;
}

/** The address of a goal's sentence on its page. */
export const sentenceId = (goal: string): string => `goal-${goal}`;

/** The sentences of goals in a page of instructions, in order. */
export function goalSentencesIn(tree: object): readonly GoalSentence[] {
  const found: GoalSentence[] = [];
  visit(tree as MarkdownNode, 'listItem', (item: MarkdownNode) => {
    const paragraph = item.children?.findLast(({ type }) => type === 'paragraph');
    const end = paragraph?.children?.at(-1);
    const goal = end?.type === 'text' ? splitHeadingId(end.value ?? '').id : undefined;
    if (paragraph && end && goal !== undefined) found.push({ goal, item, paragraph, end });
  });
  return found;
}

/** A remark plugin for the instructions of labs: the sentence of a goal can be addressed, and carries the goal's mark in place of its id. */
export function goalSentences() {
  return (tree: object, file: { readonly path: string }) => {
    if (!/[\\/]labs[\\/]/.test(file.path)) return;
    for (const { goal, item, end } of goalSentencesIn(tree)) {
      end.value = splitHeadingId(end.value ?? '').text;
      item.data = { ...item.data, hProperties: { id: sentenceId(goal), dataGoal: goal } };
      item.children?.find(({ type }) => type === 'paragraph')?.children?.unshift(mark());
    }
  };
}

const mark = (): MarkdownNode => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { className: ['lab-goal-mark'], ariaHidden: 'true' } },
  children: [],
});
