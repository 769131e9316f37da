import type { Simulation } from '../simulation/simulation.ts';
import { type OnOutput, type ShownOutput, shownOutput } from './shown-output.ts';

/** What the commands of one line share: its signal, its bounds on time and on `oc`, and the deadlines that `timeout` sets. */
export interface LineRun {
  /** Aborted by Ctrl-C, and by the line's own bounds. */
  readonly signal: AbortSignal;
  /** Why the line was ended before its time: the bound's words, or '' for Ctrl-C. */
  stopped(): string | undefined;
  /** What the terminal sees while the line runs. */
  readonly output: ShownOutput;
  /** When something may happen next in the cluster, or the nearest deadline; undefined where nothing is left to happen. */
  nextDue(): number | undefined;
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

/** Who looks on while a line runs. All of it is left out where nobody does, and makes no difference to what happens. */
export interface Onlooker {
  /** Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Ctrl-C again where it came when the line ran before. */
  readonly interruptAt?: number;
  /** Called where Ctrl-C ends the line, with what `interruptAt` needs to end it there again. */
  readonly onInterrupt?: (at: number) => void;
  /** Awaited before virtual time passes. */
  readonly pace?: (milliseconds: number) => Promise<void>;
  readonly onOutput?: OnOutput;
}

/** The run of one line, from now on. */
export function startLine(simulation: Simulation, onlooker: Onlooker, bounds: Bounds): LineRun {
  const { clock } = simulation;
  const started = clock.now();
  const end = endOfLine(onlooker);
  const deadlines = deadlinesOf(simulation);
  const breathe = breathing();
  const output = shownOutput(onlooker.onOutput);
  let commands = 0;
  const checkpoint = async () => {
    end.step();
    await breathe();
    deadlines.endReached();
    if (end.signal.aborted || deadlines.isAnyReached()) throw new Error('interrupted');
  };
  return {
    signal: end.signal,
    stopped: end.why,
    deadlineSignal: deadlines.innermost,
    withDeadline: deadlines.around,
    checkpoint,
    output,
    nextDue: deadlines.orNextDue,
    async sleep(milliseconds) {
      end.step();
      if (clock.now() + milliseconds - started > longestWait) end.stop(bounds.tooLong);
      const passing = Math.max(0, Math.min(milliseconds, deadlines.nearest() - clock.now()));
      if (!end.signal.aborted) await onlooker.pace?.(passing);
      await breathe();
      if (end.signal.aborted) throw new Error('interrupted');
      simulation.advance(passing);
      deadlines.tellReached();
    },
    async countCommand() {
      commands += 1;
      if (commands > mostCommands) end.stop(bounds.tooManyCommands);
      await checkpoint();
    },
  };
}

/** How a line is ended before its time, and the first reason that was given for it. */
function endOfLine({ signal, interruptAt, onInterrupt }: Onlooker) {
  const line = new AbortController();
  let stopped: string | undefined;
  let steps = 0;
  const stop = (why: string) => {
    stopped ??= why;
    line.abort();
  };
  const interrupt = () => {
    if (stopped === undefined) onInterrupt?.(steps);
    stop('');
  };
  if (signal?.aborted || interruptAt === 0) interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  return {
    signal: line.signal,
    stop,
    why: () => stopped,
    /** Ctrl-C is heard at these only. They are counted, so that it can come to the same one again. */
    step() {
      steps += 1;
      if (steps === interruptAt) interrupt();
    },
  };
}

/** The deadlines that `timeout` has set, one within the other. */
function deadlinesOf(simulation: Simulation) {
  const { clock } = simulation;
  const deadlines: Deadline[] = [];
  const isReached = ({ at }: Deadline) => clock.now() >= at;
  const nearest = () => Math.min(...deadlines.map(({ at }) => at));
  return {
    nearest,
    orNextDue() {
      const due = Math.min(nearest(), simulation.nextDue() ?? Number.POSITIVE_INFINITY);
      return due === Number.POSITIVE_INFINITY ? undefined : due;
    },
    isAnyReached: () => deadlines.some(isReached),
    innermost: () => deadlines.at(-1)?.reached.signal,
    tellReached() {
      for (const { reached } of deadlines.filter(isReached)) reached.abort();
    },
    endReached() {
      for (const { ended } of deadlines.filter(isReached)) ended.abort();
    },
    async around<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>) {
      const at = milliseconds > 0 ? clock.now() + milliseconds : Number.POSITIVE_INFINITY;
      const deadline = { at, reached: new AbortController(), ended: new AbortController() };
      deadlines.push(deadline);
      try {
        return { result: await work(deadline.ended.signal), expired: isReached(deadline) };
      } finally {
        deadlines.splice(deadlines.indexOf(deadline), 1);
      }
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
