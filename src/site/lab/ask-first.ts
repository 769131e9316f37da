import { button, element, find } from './elements.ts';

/** A question before what cannot be undone. */
export interface Question {
  readonly text: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly cancel: string;
}

/** Asks in place of its opener. */
export function askFirst(opener: HTMLElement, { text, yes, cancel }: Question, act: () => void): void {
  const close = () => {
    question.remove();
    opener.hidden = false;
    opener.focus();
  };
  const confirm = button(yes, { class: 'lab-button lab-button-main' }, () => {
    close();
    act();
  });
  const question = element(
    'div',
    { class: 'lab-question', role: 'group', 'aria-label': yes },
    element('span', {}, text),
    confirm,
    button(cancel, { class: 'lab-button' }, close),
  );
  opener.hidden = true;
  opener.after(question);
  find<HTMLElement>(question, 'button').focus();
}
