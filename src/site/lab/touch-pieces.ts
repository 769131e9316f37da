import { button } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';
import type { LabTerminal } from './lab-terminal.ts';
import type { TouchKey } from './touch-key.ts';

const common = ['oc ', 'get ', 'describe ', 'create ', '--help', '-', '--', '=', ':', '/', '|', '-o yaml', 'oc get pods', 'oc status'];

/** Fills the bar of pieces that a tap inserts: what every lab needs, and the names that this lab's task writes as code. */
export function fillTouchBar(bar: HTMLElement, task: HTMLElement, terminal: LabTerminal, strings: LabStrings): void {
  const names = [...task.querySelectorAll('p code, li code, td code')]
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => text.length <= 40 && !/\s/.test(text));
  const key = (label: string, name: TouchKey, says: string) => button(label, { 'aria-label': says, class: 'lab-piece lab-key' }, () => terminal.press(name));
  bar.replaceChildren(
    key('⇥', 'Tab', strings['touch.complete']),
    key('↑', 'ArrowUp', strings['touch.previous']),
    key('⏎', 'Enter', strings['touch.run']),
    key('^C', 'Ctrl-C', strings['touch.stop']),
    ...[...new Set([...common, ...names])].map((text) => button(text.trim(), { class: 'lab-piece' }, () => terminal.insert(text))),
  );
}
