import { progressName, readMarks } from './lab-marks.ts';
import { openStorage } from './storage.ts';

/** `<lab-path>`: says on each lab of the path whether this reader has solved or started it. */
export class LearningPathProgress extends HTMLElement {
  connectedCallback(): void {
    const storage = openStorage();
    for (const item of this.querySelectorAll<HTMLElement>('[data-lab]')) {
      const lab = item.dataset.lab ?? '';
      const state = readMarks(storage, lab).solved ? 'solved' : storage.has(progressName(lab)) ? 'started' : undefined;
      if (state) this.#mark(item, state);
    }
  }

  #mark(item: HTMLElement, state: 'solved' | 'started'): void {
    const mark = document.createElement('span');
    mark.className = 'station-progress';
    mark.dataset.state = state;
    mark.textContent = this.dataset[state] ?? '';
    item.querySelector('a')?.after(' ', mark);
  }
}
