import type { LabStrings } from './lab-strings.ts';

/** How a goal stands: it holds, it does not hold yet, or it held and does no more. */
export type GoalState = 'holds' | 'not-yet' | 'broke';

/** Shows on the sentence that asks for a goal how the goal stands. */
export function markSentence(root: ParentNode, strings: LabStrings, goal: string, state: GoalState): void {
  const item = root.querySelector<HTMLElement>(`.lab-text [data-goal="${CSS.escape(goal)}"]`);
  const mark = item?.querySelector('.lab-goal-mark');
  if (!item || !mark) return;
  item.dataset.state = state;
  mark.removeAttribute('aria-hidden');
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', state === 'holds' ? strings['goal.done'] : strings['goal.notYet']);
}
