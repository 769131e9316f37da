import type { GoalReport } from '../../../lab/lab-session.ts';
import { button, element, sentence } from '../elements.ts';
import { guideLink } from '../guide-link.ts';
import { clockText } from '../lab-clock.ts';
import { fill, type LabStrings } from '../lab-strings.ts';
import { pointsText } from '../points.ts';
import { goalLines } from '../report-text.ts';
import type { ExamResult, TaskResult } from './exam-result.ts';

/** The result of an exam, by task, with what was missed and why: one printed page. `page` brings the links to guides along. */
export function drawExamReport(place: HTMLElement, strings: LabStrings, result: ExamResult, spent: number, page: ParentNode): void {
  const missed = result.tasks.filter((task) => task.missed.length > 0);
  place.replaceChildren(
    element('h2', { class: 'lab-heading', tabindex: '-1' }, verdict(strings, result)),
    element('ul', { class: 'lab-exam-facts' }, ...facts(strings, result, spent).map((fact) => element('li', {}, fact))),
    element('table', { class: 'lab-exam-points' }, element('tbody', {}, ...result.tasks.map((task) => taskRow(strings, task)))),
    ...(missed.length === 0
      ? []
      : [
          element('h3', { class: 'lab-heading' }, strings['exam.missed']),
          element('div', { class: 'lab-exam-misses' }, ...missed.map((task) => missedOf(strings, task, page))),
        ]),
    button(strings.print, { class: 'lab-button lab-print' }, () => print()),
  );
  place.hidden = false;
}

/** The same as the terminal prints it. */
export function examText(strings: LabStrings, result: ExamResult, spent: number): string {
  const tasks = result.tasks.flatMap(({ title, points, max, missed }) => [
    `${title} (${pointsText(strings, points, max)})`,
    ...missed.flatMap((goal) => goalLines(strings, goal)).map((line) => `  ${line}`),
  ]);
  return [...tasks, verdict(strings, result), ...facts(strings, result, spent)].join('\n');
}

const verdict = (strings: LabStrings, { isPassed }: ExamResult) =>
  fill(strings['exam.result'], { result: isPassed ? strings['exam.passed'] : strings['exam.notPassed'] });

const facts = (strings: LabStrings, { points, max, needed }: ExamResult, spent: number): readonly string[] => [
  fill(strings.score, { points: pointsText(strings, points, max) }),
  fill(strings['exam.needed'], { points: needed }),
  fill(strings['exam.used'], { time: clockText(Math.floor(spent / 1000)) }),
];

const taskRow = (strings: LabStrings, { title, points, max }: TaskResult) =>
  element('tr', { 'data-full': points === max }, element('th', { scope: 'row' }, ...sentence(title)), element('td', {}, pointsText(strings, points, max)));

function missedOf(strings: LabStrings, { title, missed }: TaskResult, page: ParentNode): HTMLElement {
  return element('section', { class: 'lab-exam-missed' }, element('h4', {}, ...sentence(title)), ...missed.map((goal) => whyMissed(strings, goal, page)));
}

function whyMissed(strings: LabStrings, { id, title, why }: GoalReport, page: ParentNode): HTMLElement {
  const fact = (name: string, ...children: Parameters<typeof element>[2][]) => [element('dt', {}, name), element('dd', {}, ...children)];
  const link = guideLink(page, why?.guide);
  return element(
    'div',
    { class: 'lab-why', 'data-missed': id },
    element('p', {}, element('strong', {}, ...sentence(title))),
    element(
      'dl',
      {},
      ...fact(strings['why.expected'], ...sentence(why?.expected ?? '')),
      ...fact(strings['why.found'], ...sentence(why?.found ?? '')),
      ...(why ? fact(strings['why.seeWith'], element('code', {}, why.seeWith)) : []),
      ...(link ? [element('div', { class: 'lab-exam-guide' }, ...fact(strings['why.guide'], link))] : []),
    ),
  );
}
