import { button, element, find } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';

/** Asks in place of its opener, before what cannot be undone. */
export function askToReset(opener: HTMLElement, strings: LabStrings, reset: () => void): void {
  const close = () => {
    question.remove();
    opener.hidden = false;
    opener.focus();
  };
  const yes = button(strings.reset, { class: 'lab-button lab-button-main' }, () => {
    close();
    reset();
  });
  const question = element(
    'div',
    { class: 'lab-question', role: 'group', 'aria-label': strings.reset },
    element('span', {}, strings['reset.question']),
    yes,
    button(strings.cancel, { class: 'lab-button' }, close),
  );
  opener.hidden = true;
  opener.after(question);
  find<HTMLElement>(question, 'button').focus();
}
