import type { GoalReport, Report } from '../../lab/lab-session.ts';
import { button, element, find, sentence } from './elements.ts';
import { guideLink } from './guide-link.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { pointsText } from './points.ts';
import { type GoalState, markSentence } from './sentence-marks.ts';

/** `<lab-goals>`: the goals as the page was built with them, brought to life by reports. */
export class LabGoals extends HTMLElement {
  #strings!: LabStrings;
  #page!: ParentNode;
  #insert: (command: string) => void = () => {};
  #last: Report | undefined;

  /** `page` holds the sentences that ask for the goals, and the links to guides. */
  start(strings: LabStrings, page: ParentNode, insert: (command: string) => void): void {
    this.#strings = strings;
    this.#page = page;
    this.#insert = insert;
  }

  /** What comes next is a new start: nothing was lost. */
  forget(): void {
    this.#last = undefined;
  }

  /** Draws a report; returns what changed since the last one, in words for the live region. */
  show(report: Report): string {
    const before = new Map(this.#last?.goals.map(({ id, passed }) => [id, passed]));
    this.#last = report;
    for (const goal of report.goals) this.#draw(goal, before.get(goal.id));
    const strings = this.#strings;
    const held = report.goals.filter(({ passed }) => passed).length;
    const isSolved = held === report.goals.length;
    find(this, '.lab-goals-count').textContent = isSolved ? strings['goals.allMet'] : '';
    find(this, '.lab-score').textContent = fill(strings.score, { points: pointsText(strings, report.score, report.max) });
    this.toggleAttribute('data-solved', isSolved);
    find(this, '.lab-solved').hidden = !isSolved;
    return this.#changes(report, before, isSolved);
  }

  #changes(report: Report, before: ReadonlyMap<string, boolean>, isSolved: boolean): string {
    const changed = report.goals.filter(({ id, passed }) => before.has(id) && before.get(id) !== passed);
    const said = changed.map(({ title, passed }) => `${passed ? this.#strings['goal.done'] : this.#strings['goal.notYet']}: ${title}.`);
    return [...said, ...(changed.length > 0 && isSolved ? [`${this.#strings.solved}.`] : [])].join(' ');
  }

  #draw(goal: GoalReport, before: boolean | undefined): void {
    const item = find(this, `[data-goal="${CSS.escape(goal.id)}"]`);
    const state: GoalState = goal.passed ? 'holds' : before === true ? 'broke' : 'not-yet';
    item.dataset.state = state;
    markSentence(this.#page, this.#strings, goal.id, state);
    item.toggleAttribute('data-changed', before !== undefined && before !== goal.passed);
    find(item, '.lab-goal-state').textContent = goal.passed ? this.#strings['goal.done'] : this.#strings['goal.notYet'];
    find(item, '.lab-goal-points').textContent = pointsText(this.#strings, goal.points, goal.max);
    const why = item.querySelector('details');
    const isOpen = why?.open ?? false;
    why?.remove();
    if (goal.why) item.append(this.#why(goal, goal.why, isOpen));
  }

  #why(goal: GoalReport, { expected, found, guide, lastWrittenBy, seeWith }: NonNullable<GoalReport['why']>, open: boolean): HTMLElement {
    const strings = this.#strings;
    const link = guideLink(this.#page, guide);
    const changed = lastWrittenBy
      ? [
          element('dt', {}, fill(strings['why.lastChanged'], { n: lastWrittenBy.index + 1 }).replace(/\s*:$/, '')),
          element('dd', {}, element('code', {}, lastWrittenBy.command)),
        ]
      : [element('dt', {}, strings['why.noneChanged'].replace(/\.$/, ''))];
    return element(
      'details',
      { open, class: 'lab-why' },
      element('summary', {}, strings.why, element('span', { class: 'sr-only' }, ` ${goal.title}`)),
      element(
        'dl',
        {},
        element('dt', {}, strings['why.expected']),
        element('dd', {}, ...sentence(expected)),
        element('dt', {}, strings['why.found']),
        element('dd', {}, ...sentence(found)),
        ...changed,
        element('dt', {}, strings['why.seeWith']),
        element(
          'dd',
          {},
          button(seeWith, { class: 'lab-insert', title: strings.insert }, () => this.#insert(seeWith)),
        ),
        ...(link ? [element('dt', {}, strings['why.guide']), element('dd', {}, link)] : []),
      ),
    );
  }
}
