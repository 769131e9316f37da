import type { LineHistory } from './line-history.ts';
import { createPace, type Pace } from './pace.ts';
import type { TerminalBackend } from './terminal-backend.ts';
import type { TerminalLog } from './terminal-log.ts';

/** What the terminal does with lines: shows them, remembers them, and draws itself anew after each. */
export interface LineSurroundings {
  readonly log: TerminalLog;
  readonly history: LineHistory;
  /** A command begins or ends. */
  running(isRunning: boolean): void;
  /** Time passes while a command runs, for long enough to say how to go on; or it does so no more. */
  waiting(isLong: boolean): void;
  /** The prompt may be another one. */
  changed(): void;
}

const kinds = { stdout: 'out', stderr: 'err', prose: 'prose' } as const;

/** The lines that were typed: put together until they are a command, and run one after the other once there is a shell. */
export class TypedLines {
  readonly #around: LineSurroundings;
  #backend: TerminalBackend | undefined;
  #waiting: string[] = [];
  #unfinished = '';
  #running: AbortController | undefined;
  #isBusy = false;
  #work: Promise<void> = Promise.resolve();
  readonly #pace: Pace;

  constructor(around: LineSurroundings) {
    this.#around = around;
    this.#pace = createPace((isLong) => around.waiting(isLong));
  }

  /** What stands before the next line. */
  get prompt(): string {
    return this.#unfinished === '' ? (this.#backend?.prompt() ?? '$') : '>';
  }

  /** Lines typed before there was a shell run now. */
  connect(backend: TerminalBackend): void {
    this.#backend = backend;
    this.#around.changed();
    this.#goOn();
  }

  add(...lines: readonly string[]): void {
    this.#waiting.push(...lines);
    this.#goOn();
  }

  /** Types whole commands, one after the other. */
  type(commands: readonly string[]): void {
    this.add(...commands.flatMap((command) => command.split('\n')));
  }

  /** Ends what runs, and forgets what waits. */
  clear(): void {
    this.#running?.abort();
    this.#waiting = [];
    this.#unfinished = '';
  }

  /** The same, and waits until it has ended. */
  stop(): Promise<void> {
    this.clear();
    return this.#work;
  }

  /** Ctrl-C: ends what runs; tells whether anything did. */
  interrupt(): boolean {
    const wasRunning = this.#running !== undefined;
    this.#waiting = [];
    this.#running?.abort();
    if (wasRunning) this.#around.log.output('^C');
    return wasRunning;
  }

  /** Goes on to what happens next where time is passing; tells whether it was. */
  skipPause(): boolean {
    return this.#pace.skip();
  }

  /** Drops the command that is not yet whole. */
  dropUnfinished(): void {
    this.#unfinished = '';
  }

  /** Ctrl-D: bash would take what it has, or leave; there is nowhere to leave to. */
  endUnfinished(): true {
    if (this.#unfinished !== '' && this.#backend) {
      const text = this.#unfinished;
      this.#unfinished = '';
      void this.#run(text, this.#backend).then(() => this.#around.changed());
    }
    return true;
  }

  #goOn(): void {
    if (!this.#isBusy && this.#backend) this.#work = this.#takeAll(this.#backend);
  }

  async #takeAll(backend: TerminalBackend): Promise<void> {
    this.#isBusy = true;
    try {
      for (let line = this.#waiting.shift(); line !== undefined; line = this.#waiting.shift()) await this.#take(line, backend);
    } finally {
      this.#isBusy = false;
    }
  }

  async #take(line: string, backend: TerminalBackend): Promise<void> {
    const text = this.#unfinished === '' ? line : `${this.#unfinished}\n${line}`;
    this.#around.log.command(this.prompt, line);
    const waitsForMore = text.trim() !== '' && !backend.isComplete(text);
    this.#unfinished = waitsForMore ? text : '';
    if (!waitsForMore && text.trim() !== '') await this.#run(text, backend);
    this.#around.changed();
  }

  async #run(text: string, backend: TerminalBackend): Promise<void> {
    const { log, history, running } = this.#around;
    history.add(text);
    this.#running = new AbortController();
    running(true);
    try {
      const { signal } = this.#running;
      const {
        stdout,
        stderr,
        news = [],
      } = await backend.run(text, {
        signal,
        onOutput: (stream, piece) => log.output(piece, kinds[stream]),
        pace: (milliseconds) => this.#pace.wait(milliseconds, signal),
      });
      log.aside(backend.explain?.(`${stdout}${stderr}`));
      for (const sentence of news) log.news(sentence);
    } catch (error) {
      log.output(String(error), 'err');
    } finally {
      this.#running = undefined;
      this.#pace.reset();
      running(false);
    }
  }
}
