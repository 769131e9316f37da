import type { Editor, LabSession } from '../../lab/lab-session.ts';
import { find } from './elements.ts';
import { openEditor } from './lab-editor.ts';
import { drawFiles } from './lab-files.ts';
import { drawHints } from './lab-hints.ts';
import { drawState, type StateRow, stateRows } from './lab-state.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { startTabs } from './lab-tabs.ts';

/** What the panels want of the page. */
export interface PanelActions {
  insert(command: string): void;
  /** Something was changed that has to be saved. */
  save(session: LabSession): void;
  /** Says something in the terminal. */
  tell(text: string): void;
  /** A file was written. */
  written(): Promise<void>;
  /** The editor wants to be seen, and is closed. */
  openDesk(): void;
  closeEditor(): void;
}

/** The tabs beneath the terminal: what there is of the cluster, the learner's files, the hints. */
export class LabPanels {
  readonly #root: HTMLElement;
  readonly #strings: LabStrings;
  readonly #actions: PanelActions;
  readonly #tabs: ReturnType<typeof startTabs>;
  #rows: readonly StateRow[] | undefined;

  constructor(root: HTMLElement, strings: LabStrings, actions: PanelActions) {
    this.#root = root;
    this.#strings = strings;
    this.#actions = actions;
    this.#tabs = startTabs(find(root, '[role=tablist]'));
  }

  /** What comes next is a new start: nothing was changed just now. */
  forget(): void {
    this.#rows = undefined;
  }

  draw(session: LabSession): void {
    const rows = stateRows(session.state, session.exercise.scenario.project);
    drawState(find(this.#root, '.lab-panel-state'), this.#strings, rows, this.#rows);
    this.#rows = rows;
    void this.#drawHints(session);
    void session.files().then((files) => {
      drawFiles(find(this.#root, '.lab-file-list'), this.#strings, files, { open: (path) => void this.#openFile(session, path) });
    });
  }

  /** The page's editor, in the tab of the files: `oc edit` waits until it is closed. */
  readonly edit: Editor = async (path, text) => {
    this.#actions.openDesk();
    this.#tabs.choose('files');
    const list = find(this.#root, '.lab-file-list');
    list.hidden = true;
    try {
      return await openEditor(find(this.#root, '.lab-panel-files'), this.#strings, path, text);
    } finally {
      list.hidden = false;
      this.#actions.closeEditor();
    }
  };

  async #openFile(session: LabSession, path: string): Promise<void> {
    try {
      const edited = await this.edit(path, (await session.readFile(path)) ?? '');
      if (edited === undefined) return;
      await session.writeFile(path, edited);
    } catch {
      this.#actions.tell(fill(this.#strings['files.failed'], { file: path })); // a folder, say, or a name that no file can have
      return;
    }
    this.#actions.save(session);
    await this.#actions.written();
  }

  async #drawHints(session: LabSession): Promise<void> {
    const place = this.#root.querySelector<HTMLElement>('.lab-panel-hints');
    if (!place) return; // an exam has none
    const { exercise, solutionShown } = session;
    const ladder = await session.hints();
    const typed = session.commands.filter(({ exitCode }) => exitCode === 0).map(({ line }) => line);
    const change = async (to: () => unknown) => {
      await to();
      this.#actions.save(session);
      await this.#drawHints(session);
      place.focus({ preventScroll: true });
    };
    drawHints(
      place,
      this.#strings,
      { ladder, solution: exercise.solution, typed, solutionShown },
      {
        showHint: () => void change(() => session.showHint()),
        showSolution: () => void change(() => Object.assign(session, { solutionShown: true })),
        insert: (command) => this.#actions.insert(command),
      },
    );
  }
}
