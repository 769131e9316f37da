import type { LabSession } from '../../lab/lab-session.ts';
import { openStorage, type Storage } from '../storage.ts';
import { askFirst } from './ask-first.ts';
import { element, find } from './elements.ts';
import { createErrorGuides } from './error-guides.ts';
import { ExamDesk } from './exam/exam-desk.ts';
import { guideLink } from './guide-link.ts';
import { completeLabCommand, labCommand, labVerbs } from './lab-command.ts';
import type { DeskSurroundings, LabDesk } from './lab-desk.ts';
import { startDivider } from './lab-divider.ts';
import { LabPanels } from './lab-panels.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import type { LabTerminal } from './lab-terminal.ts';
import { loadLab } from './load-lab.ts';
import { OrdinaryLab } from './ordinary-lab.ts';
import { breathing, nextTask } from './pace.ts';
import { openSavedLab, type SavedLab } from './saved-lab.ts';
import type { Answer, Onlooker } from './terminal-backend.ts';
import { fillTouchBar } from './touch-pieces.ts';

/** `<lab-workspace>`: owns the session of one exercise; terminal, panels and desk are drawn from it. */
export class LabWorkspace extends HTMLElement {
  #strings!: LabStrings;
  #storage!: Storage;
  #saved!: SavedLab;
  #terminal!: LabTerminal;
  #panels!: LabPanels;
  #desk!: LabDesk;
  #session: LabSession | undefined;
  readonly #errorGuides = createErrorGuides();

  connectedCallback(): void {
    if (this.#strings) return;
    this.#strings = JSON.parse(find(this, '.lab-strings').textContent ?? '{}') as LabStrings;
    this.#storage = openStorage();
    this.#saved = openSavedLab(this.#storage, this.#id);
    this.#terminal = find<LabTerminal>(this, 'lab-terminal');
    this.#terminal.start(this.#strings);
    this.#panels = new LabPanels(this, this.#strings, {
      insert: (command) => this.#insert(command),
      save: (session) => this.#save(session),
      tell: (text) => this.#terminal.log.note(text),
      written: () => this.#show(),
      openDesk: () => this.#openSheet(true),
      closeEditor: () => this.#terminal.focus(),
    });
    startDivider(find(this, '[role=separator]'), find(this, '.lab-page'), this.#storage);
    fillTouchBar(find(this, '.lab-touch'), find(this, '.lab-task'), this.#terminal, this.#strings);
    const { examMinutes } = this.dataset;
    this.#desk = examMinutes === undefined ? new OrdinaryLab(this.#surroundings) : new ExamDesk(this.#surroundings, Number(examMinutes));
    this.#startBar();
    this.toggleAttribute('data-ready', true);
    afterFirstPaint(() => void this.#open());
  }

  get #id(): string {
    return this.dataset.exercise ?? '';
  }

  get #surroundings(): DeskSurroundings {
    return {
      root: this,
      strings: this.#strings,
      storage: this.#storage,
      exercise: this.#id,
      session: () => this.#session,
      insert: (command) => this.#insert(command),
      replay: (commands) => void this.#replay(commands),
      stop: () => this.#terminal.lines.stop(),
      announce: (text) => {
        find(this, '.lab-announcer').textContent = text;
      },
    };
  }

  async #open(): Promise<void> {
    try {
      const { openLab } = await loadLab();
      await nextTask();
      const { text: saved, aside } = this.#saved.read();
      if (aside !== undefined) this.#tellAside(aside);
      const breathe = breathing();
      const { session, restored } = await openLab(this.#id, this.dataset.lang ?? 'en', {
        ...(saved !== undefined && { saved }),
        edit: this.#panels.edit,
        breathe: nextTask,
        replayed: (prompt, line, printed) => {
          this.#terminal.replayed(prompt, line, printed);
          return breathe();
        },
      });
      this.#session = session;
      if (restored === 'unreadable') this.#tellAside(this.#saved.setAside(saved ?? ''));
      if (restored === 'replayed' && session.commands.length > 0)
        this.#terminal.log.note(fill(this.#strings['terminal.restored'], { n: session.commands.length }));
      await nextTask();
      await this.#show();
      this.#connect(session);
      whenIdle(() => void session.warmUp(nextTask));
    } catch (error) {
      console.error(error);
      this.#terminal.log.note(this.#strings['terminal.failed']);
    }
  }

  #connect(session: LabSession): void {
    this.toggleAttribute('data-connected', true);
    const isExam = session.exercise.exam !== undefined;
    this.#terminal.connect({
      prompt: () => session.prompt,
      isComplete: (text) => session.isComplete(text),
      complete: async (line, cursor) => completeLabCommand(line, cursor) ?? session.complete(line, cursor),
      run: (line, onlooker) => this.#answer(session, line, onlooker),
      explain: (output) => (isExam ? undefined : this.#guideLine(output)),
    });
  }

  /** What a line gives: the lab itself answers `lab …`, the shell everything else. */
  async #answer(session: LabSession, line: string, onlooker: Onlooker): Promise<Answer> {
    const asked = labCommand(line, this.#id);
    const refusal = asked === undefined ? this.#desk.refusal() : undefined;
    if (asked === undefined && refusal === undefined) {
      const result = await session.run(line, onlooker);
      this.#save(session);
      queueMicrotask(() => void this.#show());
      return result;
    }
    const said = `${refusal ?? (await this.#asked(asked ?? 'usage', session))}\n`;
    onlooker.onOutput('prose', said);
    return { stdout: said, stderr: '' };
  }

  async #asked(asked: NonNullable<ReturnType<typeof labCommand>>, session: LabSession): Promise<string> {
    if (asked !== 'usage') return this.#desk[asked](session);
    return fill(this.#strings['command.usage'], { commands: labVerbs.map((verb) => `lab ${verb}`).join(' | ') });
  }

  /** A line beneath an error that leads to a guide. */
  #guideLine(output: string): HTMLElement | undefined {
    const link = guideLink(this, this.#errorGuides.guideFor(output));
    return link && element('p', { class: 'lab-aside' }, this.#strings.guide, ' ', link);
  }

  #tellAside(name: string): void {
    this.#terminal.log.note(fill(this.#strings['terminal.unreadable'], { name }));
  }

  #save(session: LabSession): void {
    find(this, '.lab-save-failed').hidden = this.#saved.write(session.save());
  }

  async #show(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    await this.#desk.show(session);
    this.#panels.draw(session);
    if (import.meta.env.DEV) await (await import('./goal-inspector.ts')).drawInspector(this, session);
  }

  #insert(command: string): void {
    this.#openSheet(true);
    this.#terminal.insert(command);
  }

  async #replay(commands: readonly string[]): Promise<void> {
    await this.#reset();
    this.#openSheet(true);
    this.#terminal.lines.type(commands);
  }

  async #reset(): Promise<void> {
    const session = this.#session;
    if (!session) {
      // still opening, and perhaps for good: what was saved may be what it cannot get over
      this.#saved.remove();
      this.#desk.reset();
      location.reload();
      return;
    }
    this.#terminal.clear();
    await session.reset();
    this.#saved.remove();
    this.#panels.forget();
    this.#desk.reset();
    this.#terminal.clear();
    await this.#show();
    this.#terminal.focus();
  }

  #startBar(): void {
    const { reset: yes, 'reset.question': text, cancel } = this.#strings;
    const reset = find(this, '.lab-reset');
    reset.addEventListener('click', () => askFirst(reset, { text, yes, cancel }, () => void this.#reset()));
    const keys = find(this, '.lab-keys');
    const help = find(this, '.lab-help');
    help.addEventListener('click', () => {
      keys.hidden = !keys.hidden;
      help.setAttribute('aria-expanded', String(!keys.hidden));
    });
    find(this, '.lab-sheet-handle').addEventListener('click', () => this.#openSheet(!this.hasAttribute('data-sheet-open')));
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

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 1000);
}
