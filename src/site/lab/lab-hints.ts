import { button, element, sentence } from './elements.ts';
import { fill, type LabStrings } from './lab-strings.ts';

export interface HintsContent {
  readonly hints: readonly string[];
  readonly solution: readonly string[];
  readonly hintsShown: number;
  readonly solutionShown: boolean;
}

export interface HintsActions {
  showHint(): void;
  showSolution(): void;
  insert(command: string): void;
}

/** Draws the hint ladder as far as it was climbed, and the way on. */
export function drawHints(place: HTMLElement, strings: LabStrings, content: HintsContent, actions: HintsActions): void {
  const { hints, hintsShown, solutionShown, solution } = content;
  const rungs = hints.slice(0, hintsShown).map((hint, index) => rung(strings, hint, index + 1, hints.length));
  const isAtTop = hintsShown >= hints.length;
  const next = button(hintsShown === 0 ? strings.hint : strings['hint.next'], { class: 'lab-button lab-next-hint' }, actions.showHint);
  const showSolution = button(strings['solution.show'], { class: 'lab-button lab-show-solution' }, actions.showSolution);
  place.replaceChildren(
    ...rungs,
    ...(isAtTop ? [element('p', { class: 'lab-quiet' }, strings['hint.none'])] : [next]),
    ...(solutionShown
      ? [solutionOf(strings, solution, actions)]
      : [element('p', {}, showSolution), element('p', { class: 'lab-quiet' }, strings['solution.note'])]),
  );
}

const rung = (strings: LabStrings, hint: string, n: number, total: number) =>
  element('section', { class: 'lab-hint' }, element('h3', {}, fill(strings['hint.of'], { n, total })), element('p', {}, ...sentence(hint)));

function solutionOf(strings: LabStrings, solution: readonly string[], { insert }: HintsActions): HTMLElement {
  const commands = solution.map((command) =>
    element(
      'li',
      {},
      element('code', {}, command),
      button(strings.insert, { class: 'lab-button', 'aria-label': `${strings.insert}: ${command}` }, () => insert(command)),
    ),
  );
  return element(
    'section',
    { class: 'lab-hint' },
    element('h3', {}, strings.solution),
    element('p', { class: 'lab-quiet' }, strings['solution.note']),
    element('ol', { class: 'lab-solution' }, ...commands),
  );
}
