import type { PrintedPiece } from '../../lab/lab-session.ts';
import { startBlockTools } from './block-tools.ts';
import { find, onPlainClick } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';
import { editLine, withoutPrompts } from './line-editing.ts';
import { createHistory, type LineHistory } from './line-history.ts';
import { keep, LineInput } from './line-input.ts';
import { searchKey, searchPrompt } from './search-key.ts';
import { completedLine, shortNames, type TerminalBackend } from './terminal-backend.ts';
import { TerminalLog } from './terminal-log.ts';
import type { TouchKey } from './touch-key.ts';
import { TypedLines } from './typed-lines.ts';

/** `<lab-terminal>`: a log, and a line to type in. It takes lines before anything is connected to it, and runs them when it is. */
export class LabTerminal extends HTMLElement {
  log!: TerminalLog;
  lines!: TypedLines;
  #input!: LineInput;
  #promptLabel!: HTMLElement;
  #strings!: LabStrings;
  #backend: TerminalBackend | undefined;
  readonly #history: LineHistory = createHistory();
  #cut = '';
  #search: { skip: number; before: string } | undefined;
  #tabLeaves = false;
  #tabbed = '';

  /** Makes it usable; the strings come from the page. */
  start(strings: LabStrings): void {
    this.#strings = strings;
    this.#input = new LineInput(find<HTMLTextAreaElement>(this, 'textarea'));
    this.#promptLabel = find(this, '.lab-line .lab-prompt');
    const log = find(this, '[role=log]');
    this.log = new TerminalLog(log, strings);
    log.after(startBlockTools(log, strings));
    this.lines = new TypedLines({
      log: this.log,
      history: this.#history,
      running: (isRunning) => this.toggleAttribute('data-running', isRunning),
      waiting: (isLong) => this.#tellHowToGoOn(isLong),
      changed: () => this.#showPrompt(),
    });
    this.#input.box.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.box.addEventListener('input', () => this.#onInput());
    this.#input.box.addEventListener('paste', (event) => this.#onPaste(event));
    onPlainClick(this, () => this.focus());
  }

  /** Connects the shell; lines typed meanwhile run now. */
  connect(backend: TerminalBackend): void {
    this.#backend = backend;
    this.lines.connect(backend);
  }

  /** Back to an empty screen and history. */
  clear(lines: readonly string[] = []): void {
    this.lines.clear();
    this.log.clear();
    this.#history.replace(lines);
    this.#showPrompt();
  }

  /** Shows a line that ran before, as if it had been typed. */
  replayed(prompt: string, line: string, printed: readonly PrintedPiece[]): void {
    this.log.replayed(prompt, line, printed);
    this.#history.add(line);
    this.#showPrompt();
  }

  /** Puts text where the cursor is. */
  insert(text: string): void {
    this.#setLine(this.#input.with(text), this.#input.box.selectionStart + text.length);
    this.focus();
  }

  /** What a key would do, for those who have none. */
  press(key: TouchKey): void {
    this.focus();
    if (key !== 'Ctrl-C' && this.lines.skipPause()) return;
    if (key === 'Tab') void this.#complete();
    else if (key === 'ArrowUp') this.#recall('previous');
    else if (key === 'Ctrl-C') this.#interrupt();
    else this.#submit();
  }

  override focus(): void {
    this.#input.box.focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    // any key goes on to what happens next, also those of a screen's keyboard, which are no keys by name
    const goesOn = !event.ctrlKey && this.lines.skipPause();
    // An input method is composing: every key is its own, Enter above all. Older browsers tell by the code 229 alone.
    if (event.isComposing || event.keyCode === 229) return;
    // Enter and Space on an empty line do nothing else
    if (goesOn && this.#input.text === '' && (event.key === 'Enter' || event.key === ' ')) {
      keep(event);
      return;
    }
    if (this.#search && this.#onSearchKey(event, this.#search)) return;
    if (this.#onSpecialKey(event)) {
      keep(event);
      return;
    }
    const edited = editLine({ text: this.#input.text, cursor: this.#input.cursor }, event, this.#cut);
    if (!edited) return;
    keep(event);
    this.#cut = edited.cut;
    this.#setLine(edited.line.text, edited.line.cursor);
  }

  #onSpecialKey(event: KeyboardEvent): boolean {
    if (event.altKey || event.metaKey || event.shiftKey) return false;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return (event.ctrlKey ? this.#ctrlKeys : this.#plainKeys)[key]?.() ?? false;
  }

  /** Each tells whether it took the key; else the browser has it. */
  readonly #plainKeys: Readonly<Record<string, () => boolean>> = {
    Enter: () => this.#submit(),
    Tab: () => this.#onTab(),
    Escape: () => {
      this.#tabLeaves = true;
      return false;
    },
    ArrowUp: () => this.#input.isOnEdge('first') && this.#recall('previous'),
    ArrowDown: () => this.#input.isOnEdge('last') && this.#recall('next'),
  };

  readonly #ctrlKeys: Readonly<Record<string, () => boolean>> = {
    c: () => this.#interrupt(),
    d: () => this.#input.text === '' && this.lines.endUnfinished(),
    l: () => {
      this.log.clear();
      return true;
    },
    n: () => this.#recall('next'),
    p: () => this.#recall('previous'),
    r: () => this.#startSearch(),
  };

  #onInput(): void {
    this.#tabLeaves = false;
    this.#input.fit();
    if (this.#search) {
      this.#search.skip = 0;
      this.#showPrompt();
    }
  }

  #onPaste(event: ClipboardEvent): void {
    const text = withoutPrompts((event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n'));
    if (!text.includes('\n')) return;
    event.preventDefault();
    const lines = this.#input.with(text).split('\n');
    this.#setLine(lines.pop() ?? '');
    this.lines.add(...lines);
  }

  #onTab(): boolean {
    if (this.#tabLeaves || this.#input.text.trim() === '') return false;
    void this.#complete();
    return true;
  }

  #submit(): true {
    const line = this.#input.text;
    this.#setLine('');
    this.lines.add(line);
    return true;
  }

  #interrupt(): boolean {
    if (this.#input.isSelecting) return false; // the browser copies
    if (this.lines.interrupt()) return true;
    this.log.command(this.lines.prompt, `${this.#input.text}^C`);
    this.lines.dropUnfinished();
    this.#setLine('');
    this.#showPrompt();
    return true;
  }

  #recall(direction: 'previous' | 'next'): true {
    const line = this.#history[direction](this.#input.text);
    if (line !== undefined) this.#setLine(line);
    return true;
  }

  async #complete(): Promise<void> {
    const { text, cursor } = this.#input;
    const isSecond = this.#tabbed === `${text}\0${cursor}`;
    this.#tabbed = `${text}\0${cursor}`; // A second Tab may come before the first is answered.
    const completion = (await this.#backend?.complete(text, cursor)) ?? { from: cursor, candidates: [] };
    if (this.#input.text !== text) return;
    const completed = completedLine({ text, cursor }, completion);
    if (completed) this.#setLine(completed.text, completed.cursor);
    else if (isSecond && completion.candidates.length > 1) {
      this.log.command(this.lines.prompt, text);
      this.log.output(shortNames(completion.candidates).join('  '));
    }
    this.#tabbed = `${this.#input.text}\0${this.#input.cursor}`;
  }

  #startSearch(): true {
    this.#search = { skip: 0, before: this.#input.text };
    this.#setLine('');
    this.#showPrompt();
    return true;
  }

  /** In Ctrl-R the line holds what is looked for, and the prompt shows what was found. */
  #onSearchKey(event: KeyboardEvent, search: { skip: number; before: string }): boolean {
    const action = searchKey(event);
    if (!action) return false;
    keep(event);
    const query = this.#input.text;
    const found = this.#history.search(query, search.skip) ?? query;
    if (action === 'older') {
      if (this.#history.search(query, search.skip + 1) !== undefined) search.skip += 1;
    } else {
      this.#search = undefined;
      this.#setLine(action === 'cancel' ? search.before : found);
    }
    this.#showPrompt();
    if (action === 'run') this.#submit();
    return true;
  }

  #setLine(text: string, cursor = text.length): void {
    this.#input.set(text, cursor);
    this.#tabLeaves = false;
  }

  #showPrompt(): void {
    const { prompt } = this.lines;
    this.#promptLabel.textContent = this.#search
      ? searchPrompt(this.#strings['terminal.search'], this.#history.search(this.#input.text, this.#search.skip))
      : prompt;
    this.log.toEnd();
  }

  #tellHowToGoOn(isLong: boolean): void {
    find(this, '.lab-waiting').textContent = isLong ? this.#strings['terminal.waiting'] : '';
    this.log.toEnd();
  }
}
