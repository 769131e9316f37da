import type { LabSession } from '../../lab/lab-session.ts';
import { element, find } from './elements.ts';

type GradeResult = Awaited<ReturnType<LabSession['grade']>>;

/** What graders gave, as they gave it: one row a goal. */
export const inspectorRows = ({ goals }: GradeResult): readonly (readonly string[])[] =>
  goals.map(({ id, passed, why, points, max }) => [
    id,
    passed ? 'holds' : 'does not hold',
    why ? [why.say, why.waitsFor && `(${why.waitsFor})`].filter(Boolean).join(' ') : '',
    `${points}/${max}`,
  ]);

/** In `astro dev` alone, for whoever writes a lab: the raw results above the task, anew after each command and each edit of the lab. */
export async function drawInspector(root: HTMLElement, session: LabSession): Promise<void> {
  const result = await session.grade();
  const before = root.querySelector<HTMLDetailsElement>('.lab-inspector');
  const rows = inspectorRows(result).map((row) => element('tr', {}, ...row.map((text) => element('td', {}, text))));
  const style = 'margin-bottom:1rem;padding:0.25rem 0.5rem;overflow:auto;border:1px dashed;font:12px/1.4 monospace';
  const drawn = element(
    'details',
    { class: 'lab-inspector not-content', open: before?.open ?? true },
    element('summary', {}, `${result.id}: ${result.score}/${result.max}`),
    element('table', {}, element('tbody', {}, ...rows)),
  );
  drawn.style.cssText = style;
  if (before) before.replaceWith(drawn);
  else find(root, '.lab-text').before(drawn);
}
