import { type CommandRecord, type Evidence, type Exercise, type ExerciseMessages, type GradeResult, grade, type MistakeTexts } from '../grading/index.ts';
import type { OcTexts } from '../oc/help-texts.ts';
import type { RunOptions, Shell, ShellResult } from '../shell/shell.ts';
import { evidenceOf } from './lab-evidence.ts';
import type { Editor, LabOptions, PrintedPiece } from './lab-options.ts';
import { type Report, wordReport } from './lab-report.ts';
import { createLabWorld, type LabWorld } from './lab-world.ts';
import { type HintsShown, type ProgressEntry, readProgress, type SavedProgress, type TypedLine, writeProgress } from './saved-progress.ts';
import { ScenarioEvents } from './scenario-events.ts';
import { UnloadedCode } from './unloaded-code.ts';

export type { Editor, LabOptions, PrintedPiece } from './lab-options.ts';
export type { GoalReport, Report } from './lab-report.ts';

/** What became of saved progress. */
export type Restored = 'none' | 'replayed' | 'unreadable';

/** Who looks on while a line runs: Ctrl-C, the pace of virtual time, and output as it comes. */
export type LineOptions = Omit<RunOptions, 'stdin' | 'as' | 'onInterrupt'>;

/** What a line gave, and what happened in the lab because of it, in the learner's words. */
export interface LineResult extends ShellResult {
  readonly news: readonly string[];
}

/** The hint ladder of the first goal that does not hold, as far as it was climbed. */
export interface HintLadder {
  readonly goal: string;
  readonly title: string;
  readonly shown: readonly string[];
  readonly total: number;
}

/** Opens a lab, and replays saved progress where there is some that can be read. */
export async function createLabSession(options: LabOptions): Promise<{ readonly session: LabSession; readonly restored: Restored }> {
  const session = new LabSession(options);
  await session.reset(options.breathe);
  if (options.saved === undefined) return { session, restored: 'none' };
  const progress = readProgress(options.saved, options.exercise.id);
  if (!progress) return { session, restored: 'unreadable' };
  try {
    await session.replay(progress, options.replayed);
    return { session, restored: 'replayed' };
  } catch (error) {
    if (error instanceof UnloadedCode) throw error;
    await session.reset(); // a file that cannot be written, say: nobody typed that here
    return { session, restored: 'unreadable' };
  }
}

/** One learner in one exercise. */
export class LabSession {
  readonly exercise: Exercise;
  readonly messages: ExerciseMessages;
  hintsShown: HintsShown = {};
  solutionShown = false;
  readonly #texts: OcTexts;
  readonly #mistakes: MistakeTexts;
  readonly #edit: Editor | undefined;
  #world!: LabWorld;
  #events!: ScenarioEvents;
  #entries: ProgressEntry[] = [];
  #commands: CommandRecord[] = [];
  #edits: (string | null)[] = [];
  #replayedEdits: (string | null)[] | undefined;

  constructor({ exercise, messages, texts, mistakes, edit }: LabOptions) {
    this.exercise = exercise;
    this.messages = messages;
    this.#texts = texts;
    this.#mistakes = mistakes;
    this.#edit = edit;
  }

  /** Lines typed so far, with their exit codes. */
  get commands(): readonly CommandRecord[] {
    return this.#commands;
  }

  get prompt(): string {
    return this.#world.shell.prompt();
  }

  /** The cluster as it is, for what the page draws of it. */
  get state(): Evidence['state'] {
    return this.#world.simulation.state;
  }

  /** Virtual time, milliseconds since 1970. */
  get now(): number {
    return this.#world.simulation.clock.now();
  }

  /** Types a line. What it changes is attributed to it. */
  async run(line: string, options: LineOptions = {}): Promise<LineResult> {
    const index = this.#commands.length;
    const world = this.#world;
    let interruptAt: number | undefined;
    const onInterrupt = (at: number) => {
      interruptAt = at;
    };
    this.#edits = [];
    world.simulation.attributeTo(index);
    const result = await world.shell.run(line, { ...options, onInterrupt });
    if (result.isUnloaded && world === this.#world) await this.#forgetLine(result.stderr);
    if (world !== this.#world) return { ...result, news: [] }; // a reset came meanwhile: this belongs to what is gone
    this.#commands.push({ index, line, exitCode: result.exitCode });
    this.#entries.push({ line, ...(this.#edits.length > 0 && { edits: this.#edits }), ...(interruptAt !== undefined && { interruptAt }) });
    return { ...result, news: await this.#happen() };
  }

  /** A line whose programs did not all come counts as not typed: whatever it did is undone, so that it can be typed again. */
  async #forgetLine(said: string): Promise<void> {
    if (this.#replayedEdits) throw new UnloadedCode(said);
    const before = readProgress(this.save(), this.exercise.id);
    await this.reset();
    if (before) await this.replay(before);
  }

  async #happen(): Promise<readonly string[]> {
    const happened = await this.#events.happen(this.#world, this.evidence());
    return happened.map((id) => this.messages.events?.[id] ?? id);
  }

  /** Judges the goals as they are now. Changes nothing. */
  async grade(): Promise<GradeResult> {
    return grade(this.exercise, this.evidence());
  }

  /** Judges the goals and words the outcome. */
  async check(): Promise<Report> {
    return wordReport(this.exercise, await this.grade(), { ...this.messages, mistakes: this.#mistakes });
  }

  /** The hints for what comes next; undefined where all goals hold, and in an exam. */
  async hints(): Promise<HintLadder | undefined> {
    const goal = (await this.grade()).goals.find(({ passed }) => !passed)?.id ?? '';
    const { title = '', hints = [] } = this.messages.goals[goal] ?? {};
    return hints.length === 0 ? undefined : { goal, title, shown: hints.slice(0, this.hintsShown[goal] ?? 0), total: hints.length };
  }

  /** Opens the next rung of that ladder. */
  async showHint(): Promise<HintLadder | undefined> {
    const ladder = await this.hints();
    if (ladder) this.hintsShown = { ...this.hintsShown, [ladder.goal]: Math.min(ladder.shown.length + 1, ladder.total) };
    return this.hints();
  }

  /** Types on a copy what most people type first, so that whatever has to be loaded for it is there when they do; `breathe` is awaited between the lines. */
  async warmUp(breathe: () => Promise<void> = async () => {}): Promise<void> {
    const { run } = await this.evidence().trial();
    for (const line of ['oc get imagestreams', 'ls', 'cat /dev/null', '[[ "$(echo)" ]]']) {
      await breathe();
      await run(line);
    }
    await breathe();
    await this.complete('oc get ', 7);
  }

  /** What graders look at. */
  evidence(): Evidence {
    return evidenceOf(this.#world, this.exercise, this.#commands);
  }

  isComplete(text: string): boolean {
    return this.#world.shell.isComplete(text);
  }

  complete(line: string, cursor: number): ReturnType<Shell['complete']> {
    return this.#world.shell.complete(line, cursor);
  }

  files(): Promise<readonly string[]> {
    return this.#world.shell.listFiles();
  }

  readFile(path: string): Promise<string | undefined> {
    return this.#world.shell.readFile(path);
  }

  async writeFile(path: string, text: string): Promise<void> {
    await this.#world.shell.writeFile(path, text);
    this.#entries.push({ file: path, text });
  }

  /** Everything typed so far, as a text that `createLabSession` can replay. */
  save(): string {
    const { hintsShown, solutionShown } = this;
    return writeProgress({ exercise: this.exercise.id, entries: this.#entries, hintsShown, solutionShown });
  }

  /** Back to the untouched start. */
  async reset(breathe?: LabOptions['breathe']): Promise<void> {
    const edit = (path: string, text: string) => this.#openEditor(path, text);
    this.#world = await createLabWorld({ scenario: this.exercise.scenario, texts: this.#texts, edit, ...(breathe && { breathe }) });
    this.#events = new ScenarioEvents(this.exercise.scenario.events ?? []);
    this.#entries = [];
    this.#commands = [];
    this.hintsShown = {};
    this.solutionShown = false;
  }

  /** Does again what was saved. */
  async replay({ entries, hintsShown, solutionShown }: SavedProgress, replayed?: LabOptions['replayed']): Promise<void> {
    for (const entry of entries) {
      const { prompt } = this;
      if ('file' in entry) {
        await this.writeFile(entry.file, entry.text);
        continue;
      }
      const printed = await this.#runAgain(entry);
      await replayed?.(prompt, entry.line, printed);
    }
    this.hintsShown = hintsShown;
    this.solutionShown = solutionShown;
  }

  async #runAgain({ line, edits = [], interruptAt }: TypedLine): Promise<readonly PrintedPiece[]> {
    const printed: PrintedPiece[] = [];
    const onOutput = (stream: 'stdout' | 'stderr', text: string) => void printed.push({ stream, text });
    this.#replayedEdits = [...edits];
    try {
      const { news } = await this.run(line, { onOutput, ...(interruptAt !== undefined && { interruptAt }) });
      return [...printed, ...news.map((text) => ({ stream: 'news' as const, text }))];
    } finally {
      this.#replayedEdits = undefined;
    }
  }

  async #openEditor(path: string, text: string): Promise<string | undefined> {
    const edited = this.#replayedEdits ? (this.#replayedEdits.shift() ?? undefined) : await this.#edit?.(path, text);
    this.#edits.push(edited ?? null);
    return edited;
  }
}
