/** When a failed pull is tried again: after 10 s, then twice as long each time, at most 5 minutes (kubernetes pkg/kubelet MaxContainerBackOff). */
const firstDelay = 10_000;
const longestDelay = 300_000;

/** Milliseconds until the next try, given when the first one failed. 0 means now. */
export function nextTryIn(firstFailure: number, now: number): number {
  let instant = firstFailure;
  let delay = firstDelay;
  // a timer may fire a little after its instant
  while (instant + delay <= now - tolerance) {
    instant += delay;
    delay = Math.min(delay * 2, longestDelay);
  }
  return Math.max(0, instant + delay - now);
}

const tolerance = 500;

/** How long a failed container waits before it starts again, after so many times; not at all the first time. */
export const restartDelay = (restarts: number): number => (restarts === 0 ? 0 : Math.min(firstDelay * 2 ** (restarts - 1), longestDelay));
