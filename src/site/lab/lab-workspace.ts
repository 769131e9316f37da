import type { LabSession } from '../../lab/lab-session.ts';
import { progressName } from '../lab-marks.ts';
import { openStorage, type Storage } from '../storage.ts';
import { element, find } from './elements.ts';
import { createErrorGuides } from './error-guides.ts';
import { type LabClock, startLabClock } from './lab-clock.ts';
import { startDivider } from './lab-divider.ts';
import { openEditor } from './lab-editor.ts';
import { drawFiles } from './lab-files.ts';
import type { LabGoals } from './lab-goals.ts';
import { drawHints } from './lab-hints.ts';
import { drawState, type StateRow, stateRows } from './lab-state.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { startTabs } from './lab-tabs.ts';
import type { LabTerminal } from './lab-terminal.ts';
import { askToReset } from './reset-question.ts';
import { fillTouchBar } from './touch-pieces.ts';

/** `<lab-workspace>`: owns the session of one exercise; terminal, goals and panels are drawn from it. */
export class LabWorkspace extends HTMLElement {
  #strings!: LabStrings;
  #storage!: Storage;
  #terminal!: LabTerminal;
  #goals!: LabGoals;
  #tabs!: ReturnType<typeof startTabs>;
  #session: LabSession | undefined;
  #rows: readonly StateRow[] | undefined;
  #clock!: LabClock;
  readonly #errorGuides = createErrorGuides();

  connectedCallback(): void {
    if (this.#strings) return;
    this.#strings = JSON.parse(find(this, '.lab-strings').textContent ?? '{}') as LabStrings;
    this.#storage = openStorage();
    this.#terminal = find<LabTerminal>(this, 'lab-terminal');
    this.#goals = find<LabGoals>(this, 'lab-goals');
    this.#terminal.start(this.#strings);
    this.#goals.start(this.#strings, (command) => this.#insert(command));
    this.#tabs = startTabs(find(this, '[role=tablist]'));
    startDivider(find(this, '[role=separator]'), find(this, '.lab-page'), this.#storage);
    fillTouchBar(find(this, '.lab-touch'), find(this, '.lab-task'), this.#terminal, this.#strings);
    this.#clock = startLabClock(find(this, '.lab-time'), this.#strings, this.#storage, this.#id);
    this.#startBar();
    this.#startSheet();
    this.toggleAttribute('data-ready', true);
    afterFirstPaint(() => void this.#open());
  }

  get #id(): string {
    return this.dataset.exercise ?? '';
  }

  get #progressName(): string {
    return progressName(this.#id);
  }

  async #open(): Promise<void> {
    try {
      const { openLab } = await import('./open-lab.ts');
      const saved = this.#savedProgress();
      const { session, restored } = await openLab(this.#id, this.dataset.lang ?? 'en', {
        ...(saved !== undefined && { saved }),
        edit: (path, text) => this.#edit(path, text),
        replayed: (prompt, line, printed) => this.#terminal.replayed(prompt, line, printed),
      });
      this.#session = session;
      if (restored === 'unreadable') this.#setAside(saved ?? '');
      if (restored === 'replayed' && session.commands.length > 0)
        this.#terminal.log.note(fill(this.#strings['terminal.restored'], { n: session.commands.length }));
      await this.#show();
      this.#connect(session);
    } catch (error) {
      console.error(error);
      this.#terminal.log.note(this.#strings['terminal.failed']);
    }
  }

  #connect(session: LabSession): void {
    this.toggleAttribute('data-connected', true);
    this.#terminal.connect({
      prompt: () => session.prompt,
      isComplete: (text) => session.isComplete(text),
      complete: (line, cursor) => session.complete(line, cursor),
      run: async (line, onlooker) => {
        const result = await session.run(line, onlooker);
        this.#save(session);
        queueMicrotask(() => void this.#show());
        return result;
      },
      explain: (output) => this.#guideLine(this.#errorGuides.guideFor(output)),
    });
  }

  /** A line that leads to a guide; the page brings the links along. */
  #guideLine(guide: string | undefined): HTMLElement | undefined {
    const link = guide && find<HTMLTemplateElement>(this, '.lab-guides').content.querySelector(`[data-guide="${guide}"]`);
    return link ? element('p', { class: 'lab-aside' }, this.#strings.guide, ' ', link.cloneNode(true)) : undefined;
  }

  /** The saved text, or undefined. What the storage itself cannot read has been set aside by it; the learner is told where. */
  #savedProgress(): string | undefined {
    const stored = this.#storage.read(this.#progressName);
    if (stored.kind === 'unreadable') this.#tellAside(stored.asideName);
    return stored.kind === 'value' ? (typeof stored.value === 'string' ? stored.value : JSON.stringify(stored.value)) : undefined;
  }

  #setAside(saved: string): void {
    const name = `${this.#progressName}.set-aside.${Date.now()}`;
    this.#storage.write(name, saved);
    this.#storage.remove(this.#progressName);
    this.#tellAside(name);
  }

  #tellAside(name: string): void {
    this.#terminal.log.note(fill(this.#strings['terminal.unreadable'], { name: `imagestream-labs/${name}` }));
  }

  #save(session: LabSession): void {
    const isSaved = this.#storage.write(this.#progressName, session.save());
    find(this, '.lab-save-failed').hidden = isSaved;
  }

  /** Judges the goals and draws everything that follows from the cluster. */
  async #show(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const report = await session.check();
    const said = this.#goals.show(report);
    if (said !== '') find(this, '.lab-announcer').textContent = said;
    const next = report.goals.find(({ passed }) => !passed);
    const held = report.goals.filter(({ passed }) => passed).length;
    if (!next) this.#clock.solved();
    find(this, '.lab-bar-count').textContent = fill(this.#strings['goals.count'], { n: held, total: report.goals.length });
    find(this, '.lab-bar-next').textContent = next ? fill(this.#strings['goals.next'], { goal: next.title }) : this.#strings.solved;
    this.#drawPanels(session);
  }

  #drawPanels(session: LabSession): void {
    const rows = stateRows(session.state, session.exercise.scenario.project);
    drawState(find(this, '.lab-panel-state'), this.#strings, rows, this.#rows);
    this.#rows = rows;
    void this.#drawHints(session);
    void session.files().then((files) => drawFiles(find(this, '.lab-file-list'), this.#strings, files, { open: (path) => void this.#openFile(session, path) }));
  }

  async #drawHints(session: LabSession): Promise<void> {
    const change = async (to: () => unknown) => {
      await to();
      this.#save(session);
      await this.#drawHints(session);
      find<HTMLElement>(this, '.lab-panel-hints').focus({ preventScroll: true });
    };
    const typed = session.commands.filter(({ exitCode }) => exitCode === 0).map(({ line }) => line);
    const { solutionShown, exercise } = session;
    drawHints(
      find(this, '.lab-panel-hints'),
      this.#strings,
      { ladder: await session.hints(), solution: exercise.solution, typed, solutionShown },
      {
        showHint: () => void change(() => session.showHint()),
        showSolution: () => void change(() => Object.assign(session, { solutionShown: true })),
        insert: (command) => this.#insert(command),
      },
    );
  }

  #insert(command: string): void {
    this.#openSheet(true);
    this.#terminal.insert(command);
  }

  async #openFile(session: LabSession, path: string): Promise<void> {
    const edited = await this.#edit(path, (await session.readFile(path)) ?? '');
    if (edited === undefined) return;
    await session.writeFile(path, edited);
    this.#save(session);
    await this.#show();
  }

  /** The page's editor, in the tab of the files: `oc edit` waits until it is closed. */
  async #edit(path: string, text: string): Promise<string | undefined> {
    this.#openSheet(true);
    this.#tabs.choose('files');
    const list = find(this, '.lab-file-list');
    list.hidden = true;
    try {
      return await openEditor(find(this, '.lab-panel-files'), this.#strings, path, text);
    } finally {
      list.hidden = false;
      this.#terminal.focus();
    }
  }

  #startBar(): void {
    find(this, '.lab-check').addEventListener('click', () => void this.#check());
    const reset = find(this, '.lab-reset');
    reset.addEventListener('click', () => askToReset(reset, this.#strings, () => void this.#reset()));
    const keys = find(this, '.lab-keys');
    const help = find(this, '.lab-help');
    help.addEventListener('click', () => {
      keys.hidden = !keys.hidden;
      help.setAttribute('aria-expanded', String(!keys.hidden));
    });
  }

  async #check(): Promise<void> {
    const announcer = find(this, '.lab-announcer');
    announcer.textContent = this.#strings.checking;
    await this.#show();
    announcer.textContent = [find(this, '.lab-bar-count').textContent, find(this, '.lab-bar-next').textContent].join('. ');
    this.#goals.querySelector<HTMLDetailsElement>('details')?.setAttribute('open', '');
  }

  async #reset(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    this.#terminal.clear();
    await session.reset();
    this.#storage.remove(this.#progressName);
    this.#rows = undefined;
    this.#goals.forget();
    this.#clock.restart();
    this.#terminal.clear();
    await this.#show();
    this.#terminal.focus();
  }

  #startSheet(): void {
    const handle = find(this, '.lab-sheet-handle');
    handle.addEventListener('click', () => this.#openSheet(!this.hasAttribute('data-sheet-open')));
  }

  #openSheet(open: boolean): void {
    this.toggleAttribute('data-sheet-open', open);
    const handle = find(this, '.lab-sheet-handle');
    handle.setAttribute('aria-expanded', String(open));
    handle.textContent = open ? this.#strings['sheet.close'] : this.#strings['sheet.open'];
  }
}

/** The page is drawn and can be typed in before anything heavy is asked for. */
function afterFirstPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, 0));
}
