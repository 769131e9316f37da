// virtual time goes by ten times as fast, and nobody waits longer than this for anything
const speed = 10;
const longest = 600;

// pauses of a line that come to less than this are over before anyone could want to skip them
const worthAWord = 400;

/** Lets the page draw and hear its reader before the work goes on. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The same between two pieces of work, at most every 50 ms: work that is quick never waits. */
export function breathing(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 50) return;
    await nextTask();
    last = performance.now();
  };
}

/** Pauses in which a reader sees that time passes. */
export interface Pace {
  /** A line begins, or has ended. */
  reset(): void;
  /** A short while for a span of virtual time; ends at once with Ctrl-C. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Ends the pause; false where there is none. */
  skip(): boolean;
}

/** Waits on the page's own clock, one wait at a time; tells when a line's waits become long enough to speak of, and when they are over. */
export function createPace(waiting: (isLong: boolean) => void): Pace {
  let end: (() => void) | undefined;
  let total = 0;
  return {
    reset() {
      total = 0;
      waiting(false);
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          end = undefined;
          resolve();
        };
        const length = Math.min(milliseconds / speed, longest);
        const timer = setTimeout(done, length);
        if (total < worthAWord && total + length >= worthAWord) waiting(true);
        total += length;
        signal.addEventListener('abort', done, { once: true });
        end = done;
      }),
    skip() {
      const isPaused = end !== undefined;
      end?.();
      return isPaused;
    },
  };
}
