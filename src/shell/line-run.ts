import type { Simulation } from '../simulation/simulation.ts';

/** What the commands of one line share: its signal, its bounds on time and on `oc`, and the deadlines that `timeout` sets. */
export interface LineRun {
  /** Aborted by Ctrl-C, and by the line's own bounds. */
  readonly signal: AbortSignal;
  /** Why the line was ended before its time: the bound's words, or '' for Ctrl-C. */
  stopped(): string | undefined;
  /** Waits in virtual time; rejects where a deadline or a bound comes first. */
  sleep(milliseconds: number): Promise<void>;
  /** Runs `work` with a deadline in virtual time; tells whether it was reached. */
  withDeadline<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<{ readonly result: T; readonly expired: boolean }>;
  /** The signal that ends what runs now: that of the line, or of the nearest deadline. */
  currentSignal(): AbortSignal;
  /** Called before each `oc`: lets the page breathe, and stops a line that never ends. */
  countCommand(): Promise<void>;
}

interface Bounds {
  readonly tooLong: string;
  readonly tooManyCommands: string;
}

interface Deadline {
  readonly at: number;
  readonly controller: AbortController;
}

const longestWait = 24 * 60 * 60 * 1000;
const mostCommands = 1000;

/** The run of one line, from now on. */
export function startLine(simulation: Simulation, interrupt: AbortSignal | undefined, bounds: Bounds): LineRun {
  const { clock } = simulation;
  const started = clock.now();
  const line = new AbortController();
  const deadlines: Deadline[] = [];
  const breathe = breathing();
  let commands = 0;
  let stopped: string | undefined;
  const stop = (why: string) => {
    stopped ??= why;
    line.abort();
    for (const { controller } of deadlines) controller.abort();
  };
  if (interrupt?.aborted) stop('');
  interrupt?.addEventListener('abort', () => stop(''), { once: true });
  const currentSignal = () => deadlines.at(-1)?.controller.signal ?? line.signal;
  const rejectIfStopped = () => {
    if (currentSignal().aborted) throw new Error('interrupted');
  };
  return {
    signal: line.signal,
    stopped: () => stopped,
    currentSignal,
    async sleep(milliseconds) {
      if (clock.now() + milliseconds - started > longestWait) stop(bounds.tooLong);
      rejectIfStopped();
      const nearest = Math.min(...deadlines.map(({ at }) => at));
      simulation.advance(Math.max(0, Math.min(milliseconds, nearest - clock.now())));
      for (const { at, controller } of deadlines) if (clock.now() >= at) controller.abort();
      await breathe();
      rejectIfStopped();
    },
    async withDeadline(milliseconds, work) {
      const deadline = { at: milliseconds > 0 ? clock.now() + milliseconds : Number.POSITIVE_INFINITY, controller: new AbortController() };
      deadlines.push(deadline);
      try {
        return { result: await work(deadline.controller.signal), expired: clock.now() >= deadline.at };
      } finally {
        deadlines.splice(deadlines.indexOf(deadline), 1);
      }
    },
    async countCommand() {
      commands += 1;
      if (commands > mostCommands) stop(bounds.tooManyCommands);
      await breathe();
      rejectIfStopped();
    },
  };
}

/** A pause that lets the page draw and hear Ctrl-C, at most every 50 ms: a line that is quick never waits. */
function breathing(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 50) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}
