import type { LabSession, Report } from '../../lab/lab-session.ts';
import { find } from './elements.ts';
import { type LabClock, startLabClock } from './lab-clock.ts';
import type { DeskSurroundings, LabDesk } from './lab-desk.ts';
import type { LabGoals } from './lab-goals.ts';
import { fill } from './lab-strings.ts';
import { drawOtherWays } from './other-ways.ts';
import { reportText } from './report-text.ts';
import { taskText } from './task-text.ts';

/** A lab that tells after each command how its goals stand. */
export class OrdinaryLab implements LabDesk {
  readonly #around: DeskSurroundings;
  readonly #goals: LabGoals;
  readonly #clock: LabClock;
  #hasWays = false;

  constructor(around: DeskSurroundings) {
    const { root, strings, storage, exercise } = around;
    this.#around = around;
    this.#goals = find<LabGoals>(root, 'lab-goals');
    this.#goals.start(strings, root, around.insert);
    this.#clock = startLabClock(find(root, '.lab-time'), strings, storage, exercise);
    find(root, '.lab-check').addEventListener('click', () => void this.#check());
  }

  async show(session: LabSession): Promise<void> {
    await this.#judge(session);
  }

  reset(): void {
    this.#goals.forget();
    this.#clock.restart();
  }

  async start(session: LabSession): Promise<string> {
    return taskText(find(this.#around.root, '.lab-task'), session.messages.title);
  }

  async grade(session: LabSession): Promise<string> {
    return reportText(this.#around.strings, await this.#judge(session));
  }

  async finish(): Promise<string> {
    return this.#around.strings['command.finish'];
  }

  refusal(): undefined {
    return undefined;
  }

  /** Judges the goals and draws how they stand. */
  async #judge(session: LabSession): Promise<Report> {
    const { root, strings, announce, replay } = this.#around;
    const report = await session.check();
    const said = this.#goals.show(report);
    if (said !== '') announce(said);
    const next = report.goals.find(({ passed }) => !passed);
    const held = report.goals.filter(({ passed }) => passed).length;
    if (!next) this.#clock.solved();
    if (this.#clock.isSolved && !this.#hasWays) {
      drawOtherWays(find(root, '.lab-ways'), strings, session, replay);
      this.#hasWays = true;
    }
    find(root, '.lab-bar-count').textContent = fill(strings['goals.count'], { n: held, total: report.goals.length });
    find(root, '.lab-bar-next').textContent = next ? fill(strings['goals.next'], { goal: next.title }) : strings.solved;
    return report;
  }

  async #check(): Promise<void> {
    const { root, strings, announce } = this.#around;
    const session = this.#around.session();
    if (!session) return;
    announce(strings.checking);
    await this.#judge(session);
    announce([find(root, '.lab-bar-count').textContent, find(root, '.lab-bar-next').textContent].join('. '));
    this.#goals.querySelector<HTMLDetailsElement>('details')?.setAttribute('open', '');
  }
}
