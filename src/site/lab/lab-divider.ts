import type { Storage } from '../storage.ts';

const name = 'lab-task-width';
const least = 25;
const most = 70;
const step = 2;

/** Makes the bar between task and terminal movable by mouse, finger and keyboard; its place is remembered. */
export function startDivider(bar: HTMLElement, page: HTMLElement, storage: Storage): void {
  const stored = storage.read(name);
  let percent = stored.kind === 'value' && typeof stored.value === 'number' ? stored.value : 40;
  const show = (to: number) => {
    percent = Math.min(most, Math.max(least, to));
    page.style.setProperty('--lab-task-width', `${percent}%`);
    bar.setAttribute('aria-valuenow', String(Math.round(percent)));
  };
  const keep = () => storage.write(name, percent);
  show(percent);
  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
    bar.focus();
  });
  bar.addEventListener('pointermove', (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const { left, width } = page.getBoundingClientRect();
    show(((event.clientX - left) / width) * 100);
  });
  bar.addEventListener('pointerup', keep);
  bar.addEventListener('keydown', ({ key }) => {
    const to = { ArrowLeft: percent - step, ArrowRight: percent + step, Home: least, End: most }[key];
    if (to === undefined) return;
    show(to);
    keep();
  });
}
