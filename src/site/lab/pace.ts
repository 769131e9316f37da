// virtual time goes by ten times as fast, and nobody waits longer than this for anything
const speed = 10;
const longest = 600;

/** Pauses in which a reader sees that time passes. */
export interface Pace {
  /** A short while for a span of virtual time; ends at once with Ctrl-C. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Ends the pause; false where there is none. */
  skip(): boolean;
}

/** Waits on the page's own clock, one wait at a time. */
export function createPace(): Pace {
  let end: (() => void) | undefined;
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          end = undefined;
          resolve();
        };
        const timer = setTimeout(done, Math.min(milliseconds / speed, longest));
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
