import type { Storage } from '../storage.ts';
import { element } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';

const hiddenName = 'lab-time-hidden';

/** A button that shows a time and hides it, and remembers which. Gives how to draw a time on it. */
export function startTimeFace(face: HTMLElement, strings: LabStrings, storage: Storage): (time: string) => void {
  const stored = storage.read(hiddenName);
  let isHidden = stored.kind === 'value' && stored.value === true;
  let shown = '';
  const draw = (time: string) => {
    shown = time;
    face.replaceChildren(...(isHidden ? [strings['time.show']] : [time, element('span', { class: 'sr-only' }, ` (${strings['time.hide']})`)]));
    face.title = isHidden ? '' : strings['time.hide'];
  };
  face.addEventListener('click', () => {
    isHidden = !isHidden;
    storage.write(hiddenName, isHidden);
    draw(shown);
  });
  return draw;
}
