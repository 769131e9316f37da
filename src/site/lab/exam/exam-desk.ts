import type { LabSession } from '../../../lab/lab-session.ts';
import { readMarks, writeMarks } from '../../lab-marks.ts';
import { askFirst } from '../ask-first.ts';
import { find } from '../elements.ts';
import { clockText } from '../lab-clock.ts';
import type { DeskSurroundings, LabDesk } from '../lab-desk.ts';
import { fill, type LabStrings } from '../lab-strings.ts';
import { markSentence } from '../sentence-marks.ts';
import { startTimeFace } from '../time-face.ts';
import { drawExamReport, examText } from './exam-report.ts';
import { type ExamResult, examResult } from './exam-result.ts';
import { afterTime, announcedMinutes, type ExamState, readExamState, untouchedExam } from './exam-state.ts';

/** An exam: tasks against a clock that can be paused and hidden, and not a word on how they stand before it ends. */
export class ExamDesk implements LabDesk {
  readonly #around: DeskSurroundings;
  readonly #strings: LabStrings;
  readonly #limit: number;
  readonly #showTime: (time: string) => void;
  #state: ExamState;
  #seen = performance.now();
  #result: ExamResult | undefined;

  constructor(around: DeskSurroundings, minutes: number) {
    this.#around = around;
    this.#strings = around.strings;
    this.#limit = minutes * 60_000;
    this.#showTime = startTimeFace(find(around.root, '.lab-time'), around.strings, around.storage);
    const stored = around.storage.read(this.#name);
    this.#state = readExamState(stored.kind === 'value' ? stored.value : undefined);
    this.#startButtons();
    setInterval(() => void this.#tick(), 1000);
    addEventListener('pagehide', () => this.#keep());
    this.#draw();
  }

  /** Nothing is said of the goals; an exam that ended shows its report again. */
  async show(session: LabSession): Promise<void> {
    if (this.#state.phase === 'finished' && !this.#result) await this.#report(session);
  }

  reset(): void {
    this.#around.storage.remove(this.#name);
    this.#result = undefined;
    find(this.#around.root, '.lab-exam-report').hidden = true;
    this.#become(untouchedExam);
  }

  async start(): Promise<string> {
    const { phase } = this.#state;
    if (phase === 'finished') return this.#strings['exam.over'];
    if (phase !== 'running') this.#become({ ...this.#state, phase: 'running' });
    return [this.#strings[phase === 'before' ? 'exam.started' : 'exam.running'], this.#timeLeft, ...(phase === 'before' ? this.#tasks : [])].join('\n');
  }

  async grade(): Promise<string> {
    if (this.#state.phase === 'before') return this.#strings['exam.notStarted'];
    return this.#result ? examText(this.#strings, this.#result, this.#state.spent) : this.#strings['exam.gradeLater'];
  }

  async finish(session: LabSession): Promise<string> {
    if (this.#state.phase === 'before') return this.#strings['exam.notStarted'];
    if (this.#state.phase === 'finished') return this.#strings['exam.over'];
    this.#become({ ...this.#state, phase: 'finished' });
    return examText(this.#strings, await this.#report(session), this.#state.spent);
  }

  refusal(): string | undefined {
    const said = { before: 'exam.notStarted', paused: 'exam.paused', finished: 'exam.over', running: undefined } as const;
    const key = said[this.#state.phase];
    return key && this.#strings[key];
  }

  get #name(): string {
    return `exam/${this.#around.exercise}`;
  }

  get #timeLeft(): string {
    return fill(this.#strings['exam.timeLeft'], { time: clockText(Math.ceil((this.#limit - this.#state.spent) / 1000)) });
  }

  get #tasks(): readonly string[] {
    return [...this.#around.root.querySelectorAll('.lab-exam-tasks li')].map(({ textContent }, index) => `${index + 1}. ${textContent?.trim()}`);
  }

  async #tick(): Promise<void> {
    const now = performance.now();
    const before = this.#state;
    const after = afterTime(before, now - this.#seen, this.#limit);
    this.#seen = now;
    if (after === before) return;
    const isTimeUp = after.phase === 'finished';
    if (!isTimeUp) {
      if (announcedMinutes(before, after, this.#limit) !== undefined) this.#announceAt(after);
      this.#state = after;
      this.#keep();
      this.#drawClock();
      return;
    }
    const session = this.#around.session();
    if (!session) return; // still opening: time is up when it has
    this.#become(after);
    await this.#around.stop();
    await this.#report(session, this.#strings['exam.timeUp']);
  }

  #announceAt(state: ExamState): void {
    this.#around.announce(fill(this.#strings['exam.timeLeft'], { time: clockText(Math.round((this.#limit - state.spent) / 1000)) }));
  }

  #become(state: ExamState): void {
    this.#state = state;
    this.#seen = performance.now();
    this.#keep();
    this.#draw();
  }

  #keep(): void {
    if (this.#state.phase !== 'before') this.#around.storage.write(this.#name, this.#state);
  }

  /** Grades, once and for all: an exam that ended takes no more commands. */
  async #report(session: LabSession, news = ''): Promise<ExamResult> {
    const { root, storage, exercise, announce } = this.#around;
    const report = await session.check();
    const result = examResult(session.exercise, report, session.messages.tasks);
    this.#result = result;
    const place = find(root, '.lab-exam-report');
    drawExamReport(place, this.#strings, result, this.#state.spent, root);
    for (const { id, passed } of report.goals) markSentence(root, this.#strings, id, passed ? 'holds' : 'not-yet');
    if (result.isPassed) writeMarks(storage, exercise, { ...readMarks(storage, exercise), solved: true });
    announce(`${news} ${find(place, 'h2').textContent}`.trim());
    return result;
  }

  #startButtons(): void {
    const { root, session, stop } = this.#around;
    const act = (selector: string, action: (opener: HTMLElement) => void) => {
      const opener = find(root, selector);
      opener.addEventListener('click', () => action(opener));
    };
    act('.lab-exam-start', () => {
      void this.start();
      find(root, '#lab-input').focus();
    });
    act('.lab-exam-pause', () => this.#become({ ...this.#state, phase: this.#state.phase === 'paused' ? 'running' : 'paused' }));
    act('.lab-exam-finish', (opener) => {
      const question = { text: this.#strings['exam.finish.question'], yes: this.#strings['exam.finish'], cancel: this.#strings.cancel };
      askFirst(opener, question, () => {
        const open = session();
        const focus = () => find(root, '.lab-exam-report h2').focus();
        if (open)
          void stop()
            .then(() => this.finish(open))
            .then(focus);
      });
    });
  }

  #draw(): void {
    const { root } = this.#around;
    root.dataset.exam = this.#state.phase;
    const pause = find(root, '.lab-exam-pause');
    pause.textContent = this.#strings[this.#state.phase === 'paused' ? 'exam.continue' : 'exam.pause'];
    find(root, '.lab-exam-said').textContent = this.refusal() ?? '';
    this.#drawClock();
  }

  #drawClock(): void {
    this.#showTime(this.#timeLeft);
  }
}
