import { readMarks, writeMarks } from '../lab-marks.ts';
import type { Storage } from '../storage.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { startTimeFace } from './time-face.ts';

/** The time spent in a lab, kept over reloads; a reset starts it anew, and it stands still while the page is out of sight. */
export interface LabClock {
  /** Did all goals hold once? */
  readonly isSolved: boolean;
  /** Remembers that all goals hold, and stops. */
  solved(): void;
  restart(): void;
}

/** Shows the time on a button that hides it, and remembers both. */
export function startLabClock(face: HTMLElement, strings: LabStrings, storage: Storage, exercise: string): LabClock {
  const marks = readMarks(storage, exercise);
  let { seconds } = marks;
  let isSolved = marks.solved;
  let runs = !isSolved;
  const keep = () => writeMarks(storage, exercise, { solved: isSolved, seconds });
  const show = startTimeFace(face, strings, storage);
  const draw = () => show(fill(strings.time, { time: clockText(seconds) }));
  setInterval(() => {
    if (!runs || document.hidden) return;
    seconds += 1;
    draw();
  }, 1000);
  addEventListener('pagehide', keep);
  draw();
  return {
    get isSolved() {
      return isSolved;
    },
    solved() {
      if (!runs && isSolved) return;
      runs = false;
      isSolved = true;
      keep();
    },
    restart() {
      seconds = 0;
      runs = true;
      keep();
      draw();
    },
  };
}

/** 0:07, 12:30, 1:02:03. */
export function clockText(seconds: number): string {
  const two = (part: number) => String(Math.floor(part) % 60).padStart(2, '0');
  return seconds < 3600 ? `${Math.floor(seconds / 60)}:${two(seconds)}` : `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}
