import type { HintLadder } from '../../lab/lab-session.ts';
import { button, element, sentence } from './elements.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { nextStep } from './next-step.ts';

export interface HintsContent {
  /** The ladder of the first goal that does not hold; none where all hold. */
  readonly ladder: HintLadder | undefined;
  readonly solution: readonly string[];
  /** What was typed so far without an error. */
  readonly typed: readonly string[];
  readonly solutionShown: boolean;
}

export interface HintsActions {
  showHint(): void;
  showSolution(): void;
  insert(command: string): void;
}

/** Draws the hint ladder of the goal that comes next as far as it was climbed, and the way on. */
export function drawHints(place: HTMLElement, strings: LabStrings, content: HintsContent, actions: HintsActions): void {
  const showSolution = button(strings['solution.show'], { class: 'lab-button lab-show-solution' }, actions.showSolution);
  place.replaceChildren(
    ...(content.ladder ? ladderOf(strings, content.ladder, actions) : [element('p', { class: 'lab-quiet' }, strings['goals.allMet'])]),
    ...(content.solutionShown
      ? [solutionOf(strings, content, actions)]
      : [element('p', {}, showSolution), element('p', { class: 'lab-quiet' }, strings['solution.note'])]),
  );
}

function ladderOf(strings: LabStrings, { goal, title, shown, total }: HintLadder, { showHint }: HintsActions): readonly HTMLElement[] {
  const head = element('h3', { class: 'lab-hints-goal', 'data-ladder': goal }, ...sentence(fill(strings['hint.for'], { goal: title })));
  const rungs = shown.map((hint, index) => rung(strings, hint, index + 1, total));
  const isAtTop = shown.length >= total;
  const next = button(shown.length === 0 ? strings.hint : strings['hint.next'], { class: 'lab-button lab-next-hint' }, showHint);
  return [head, ...rungs, isAtTop ? element('p', { class: 'lab-quiet' }, strings['hint.none']) : next];
}

const rung = (strings: LabStrings, hint: string, n: number, total: number) =>
  element('section', { class: 'lab-hint' }, element('h4', {}, fill(strings['hint.of'], { n, total })), element('p', {}, ...sentence(hint)));

function solutionOf(strings: LabStrings, { solution, typed }: HintsContent, { insert }: HintsActions): HTMLElement {
  const commands = solution.map((command) =>
    element(
      'li',
      {},
      element('code', {}, command),
      button(strings.insert, { class: 'lab-button', 'aria-label': `${strings.insert}: ${command}` }, () => insert(command)),
    ),
  );
  const next = nextStep(solution, typed);
  return element(
    'section',
    { class: 'lab-hint' },
    element('h3', {}, strings.solution),
    element('p', { class: 'lab-quiet' }, strings['solution.note']),
    next === undefined
      ? element('p', { class: 'lab-quiet' }, strings['insert.none'])
      : button(strings['insert.next'], { class: 'lab-button lab-insert-next' }, () => insert(next)),
    element('ol', { class: 'lab-solution' }, ...commands),
  );
}
