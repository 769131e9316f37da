import type { LabSession } from '../../lab/lab-session.ts';
import { copyText } from '../copy-text.ts';
import { askFirst } from './ask-first.ts';
import { button, element, sentence } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';

/** Draws the right ways besides the solution: what is done there, what it leaves different, and the commands to copy or replay. */
export function drawOtherWays(place: HTMLElement, strings: LabStrings, session: LabSession, replay: (commands: readonly string[]) => void): void {
  const { exercise, messages } = session;
  const ways = exercise.ways.map(({ id, commands }) => {
    const { title = id, difference = '' } = messages.ways[id] ?? {};
    return element(
      'details',
      { class: 'lab-way', 'data-way': id },
      element('summary', {}, ...sentence(title)),
      element('p', {}, element('strong', {}, strings['ways.difference']), element('br'), ...sentence(difference)),
      element('ol', { class: 'lab-solution' }, ...commands.map((command) => element('li', {}, element('code', {}, command)))),
      element(
        'div',
        { class: 'lab-buttons' },
        copyButton(strings, title, commands),
        replayButton(strings, title, () => replay(commands)),
      ),
    );
  });
  place.replaceChildren(element('h3', { class: 'lab-heading' }, strings.ways), ...ways);
  place.hidden = ways.length === 0;
}

function copyButton(strings: LabStrings, title: string, commands: readonly string[]): HTMLElement {
  const name = (label: string) => `${label}: ${title}`;
  const copy = button(strings['block.copy'], { class: 'lab-button', 'aria-label': name(strings['block.copy']) }, async () => {
    if (!(await copyText(`${commands.join('\n')}\n`))) return;
    copy.textContent = strings['block.copied'];
    copy.setAttribute('aria-label', name(strings['block.copied']));
  });
  return copy;
}

function replayButton(strings: LabStrings, title: string, replay: () => void): HTMLElement {
  const opener = button(strings.replay, { class: 'lab-button', 'aria-label': `${strings.replay}: ${title}` }, () =>
    askFirst(opener, { text: strings['replay.question'], yes: strings.replay, cancel: strings.cancel }, replay),
  );
  return opener;
}
