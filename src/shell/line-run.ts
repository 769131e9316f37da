import type { Simulation } from '../simulation/simulation.ts';

/** What the commands of one line share: its signal, its bounds on time and on `oc`, and the deadlines that `timeout` sets. */
export interface LineRun {
  /** Aborted by Ctrl-C, and by the line's own bounds. */
  readonly signal: AbortSignal;
  /** Why the line was ended before its time: the bound's words, or '' for Ctrl-C. */
  stopped(): string | undefined;
  /** Waits in virtual time, up to the nearest deadline. */
  sleep(milliseconds: number): Promise<void>;
  /** Runs `work` with a deadline in virtual time; tells whether it was reached. */
  withDeadline<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<{ readonly result: T; readonly expired: boolean }>;
  /** Tells what runs now that its deadline is reached, so that it ends with what it has; undefined where there is no deadline. */
  deadlineSignal(): AbortSignal | undefined;
  /** Called where a command begins or ends: lets the page breathe, and ends what has gone on for too long. */
  checkpoint(): Promise<void>;
  /** Called before each `oc`: a line that never ends is stopped. */
  countCommand(): Promise<void>;
}

interface Bounds {
  readonly tooLong: string;
  readonly tooManyCommands: string;
}

interface Deadline {
  readonly at: number;
  /** For the program that runs when the deadline comes. */
  readonly reached: AbortController;
  /** For the shell around it, at the next program. */
  readonly ended: AbortController;
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
  };
  if (interrupt?.aborted) stop('');
  interrupt?.addEventListener('abort', () => stop(''), { once: true });
  const isOver = ({ at }: Deadline) => clock.now() >= at;
  const checkpoint = async () => {
    await breathe();
    for (const { ended } of deadlines.filter(isOver)) ended.abort();
    if (line.signal.aborted || deadlines.some(isOver)) throw new Error('interrupted');
  };
  return {
    signal: line.signal,
    stopped: () => stopped,
    deadlineSignal: () => deadlines.at(-1)?.reached.signal,
    checkpoint,
    async sleep(milliseconds) {
      if (clock.now() + milliseconds - started > longestWait) stop(bounds.tooLong);
      if (line.signal.aborted) throw new Error('interrupted');
      const nearest = Math.min(...deadlines.map(({ at }) => at));
      simulation.advance(Math.max(0, Math.min(milliseconds, nearest - clock.now())));
      for (const { reached } of deadlines.filter(isOver)) reached.abort();
      await breathe();
    },
    async withDeadline(milliseconds, work) {
      const at = milliseconds > 0 ? clock.now() + milliseconds : Number.POSITIVE_INFINITY;
      const deadline = { at, reached: new AbortController(), ended: new AbortController() };
      deadlines.push(deadline);
      try {
        return { result: await work(deadline.ended.signal), expired: isOver(deadline) };
      } finally {
        deadlines.splice(deadlines.indexOf(deadline), 1);
      }
    },
    async countCommand() {
      commands += 1;
      if (commands > mostCommands) stop(bounds.tooManyCommands);
      await checkpoint();
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
