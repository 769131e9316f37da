import type { GoalReport, Report } from '../../lab/lab-session.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { pointsText } from './points.ts';

/** A report as the terminal prints it. */
export function reportText(strings: LabStrings, { goals, score, max }: Report): string {
  return [...goals.flatMap((goal) => goalLines(strings, goal)), fill(strings.score, { points: pointsText(strings, score, max) })].join('\n');
}

/** A goal with its points; where it does not hold, what is there instead, and the command that shows it. */
export function goalLines(strings: LabStrings, { title, passed, points, max, why }: GoalReport): readonly string[] {
  const state = passed ? strings['goal.done'] : strings['goal.notYet'];
  const head = `${passed ? '✔' : '○'} ${title} (${state}, ${pointsText(strings, points, max)})`;
  return why ? [head, `    ${why.found}`, `    $ ${why.seeWith}`] : [head];
}
