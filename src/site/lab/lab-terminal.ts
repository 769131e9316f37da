import { find } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';
import { commonPrefix, editLine, withoutPrompts } from './line-editing.ts';
import { createHistory, type LineHistory } from './line-history.ts';
import { TerminalLog } from './terminal-log.ts';

/** What a terminal is connected to. */
export interface TerminalBackend {
  prompt(): string;
  isComplete(text: string): boolean;
  complete(line: string, cursor: number): Promise<{ readonly from: number; readonly candidates: readonly string[] }>;
  run(line: string, signal: AbortSignal): Promise<{ readonly stdout: string; readonly stderr: string }>;
}

/** `<lab-terminal>`: a log, and a line to type in. It takes lines before anything is connected to it, and runs them when it is. */
export class LabTerminal extends HTMLElement {
  #log!: TerminalLog;
  #input!: HTMLTextAreaElement;
  #promptLabel!: HTMLElement;
  #strings!: LabStrings;
  #backend: TerminalBackend | undefined;
  readonly #history: LineHistory = createHistory();
  #waiting: string[] = [];
  #unfinished = '';
  #running: AbortController | undefined;
  #isBusy = false;
  #cut = '';
  #search: { skip: number; before: string } | undefined;
  #tabLeaves = false;
  #tabbed = '';

  /** Makes it usable; the strings come from the page. */
  start(strings: LabStrings): void {
    this.#strings = strings;
    this.#input = find<HTMLTextAreaElement>(this, 'textarea');
    this.#promptLabel = find(this, '.lab-line .lab-prompt');
    this.#log = new TerminalLog(find(this, '[role=log]'), strings);
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.addEventListener('input', () => this.#onInput());
    this.#input.addEventListener('paste', (event) => this.#onPaste(event));
    this.addEventListener('click', ({ target }) => this.#focusFromClick(target));
  }

  get log(): TerminalLog {
    return this.#log;
  }

  /** Connects the shell; lines typed meanwhile run now. */
  connect(backend: TerminalBackend): void {
    this.#backend = backend;
    this.#showPrompt();
    void this.#work();
  }

  /** Back to an empty screen and history. */
  clear(lines: readonly string[] = []): void {
    this.#running?.abort();
    this.#log.clear();
    this.#history.replace(lines);
    this.#waiting = [];
    this.#unfinished = '';
    this.#showPrompt();
  }

  /** Shows a line that ran before, as if it had been typed. */
  replayed(prompt: string, line: string, stdout: string, stderr: string): void {
    this.#print(prompt, line);
    this.#log.output(stdout);
    this.#log.output(stderr, 'err');
    this.#history.add(line);
    this.#showPrompt();
  }

  /** Puts text where the cursor is, and the focus behind it. */
  insert(text: string): void {
    const { selectionStart, selectionEnd, value } = this.#input;
    this.#setLine(value.slice(0, selectionStart) + text + value.slice(selectionEnd), selectionStart + text.length);
    this.#input.focus();
  }

  /** What a key would do, for those who have none. */
  press(key: 'Tab' | 'ArrowUp' | 'Enter'): void {
    this.#input.focus();
    if (key === 'Tab') void this.#complete();
    else if (key === 'ArrowUp') this.#recall('previous');
    else this.#submit();
  }

  override focus(): void {
    this.#input.focus();
  }

  #onKey(event: KeyboardEvent): void {
    // An input method is composing: every key is its own, Enter above all. Older browsers tell by the code 229 alone.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#search && this.#onSearchKey(event)) return;
    if (this.#onSpecialKey(event)) {
      keep(event);
      return;
    }
    const edited = editLine({ text: this.#input.value, cursor: this.#input.selectionStart }, event, this.#cut);
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
    Escape: () => this.#leaveByTab(),
    ArrowUp: () => this.#isOnEdgeLine('first') && this.#recall('previous'),
    ArrowDown: () => this.#isOnEdgeLine('last') && this.#recall('next'),
  };

  readonly #ctrlKeys: Readonly<Record<string, () => boolean>> = {
    c: () => this.#interrupt(),
    d: () => this.#input.value === '' && this.#endOfInput(),
    l: () => this.#clearScreen(),
    n: () => this.#recall('next'),
    p: () => this.#recall('previous'),
    r: () => this.#startSearch(),
  };

  #leaveByTab(): false {
    this.#tabLeaves = true;
    return false;
  }

  #onInput(): void {
    this.#tabLeaves = false;
    this.#fit();
    if (this.#search) {
      this.#search.skip = 0;
      this.#showPrompt();
    }
  }

  #onPaste(event: ClipboardEvent): void {
    const text = withoutPrompts((event.clipboardData?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n'));
    if (!text.includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = this.#input;
    const lines = (value.slice(0, selectionStart) + text + value.slice(selectionEnd)).split('\n');
    const rest = lines.pop() ?? '';
    this.#setLine(rest, rest.length);
    this.#waiting.push(...lines);
    void this.#work();
  }

  #onTab(): boolean {
    if (this.#tabLeaves || this.#input.value.trim() === '') return false;
    void this.#complete();
    return true;
  }

  #submit(): true {
    const line = this.#input.value;
    this.#setLine('', 0);
    this.#waiting.push(line);
    void this.#work();
    return true;
  }

  /** Runs what waits, one line after the other. */
  async #work(): Promise<void> {
    if (this.#isBusy || !this.#backend) return;
    this.#isBusy = true;
    try {
      for (let line = this.#waiting.shift(); line !== undefined; line = this.#waiting.shift()) await this.#take(line, this.#backend);
    } finally {
      this.#isBusy = false;
    }
  }

  async #take(line: string, backend: TerminalBackend): Promise<void> {
    const text = this.#unfinished === '' ? line : `${this.#unfinished}\n${line}`;
    this.#log.command(this.#unfinished === '' ? backend.prompt() : '>', line);
    const waitsForMore = text.trim() !== '' && !backend.isComplete(text);
    this.#unfinished = waitsForMore ? text : '';
    if (!waitsForMore && text.trim() !== '') await this.#run(text, backend);
    this.#showPrompt();
  }

  async #run(text: string, backend: TerminalBackend): Promise<void> {
    this.#history.add(text);
    this.#running = new AbortController();
    this.toggleAttribute('data-running', true);
    try {
      const { stdout, stderr } = await backend.run(text, this.#running.signal);
      this.#log.output(stdout);
      this.#log.output(stderr, 'err');
    } catch (error) {
      this.#log.output(String(error), 'err');
    } finally {
      this.#running = undefined;
      this.toggleAttribute('data-running', false);
    }
  }

  #interrupt(): boolean {
    const isSelecting = this.#input.selectionStart !== this.#input.selectionEnd || !document.getSelection()?.isCollapsed;
    if (isSelecting) return false; // the browser copies
    this.#waiting = [];
    if (this.#running) {
      this.#running.abort();
      this.#log.output('^C');
      return true;
    }
    this.#log.command(this.#unfinished === '' ? (this.#backend?.prompt() ?? '$') : '>', `${this.#input.value}^C`);
    this.#unfinished = '';
    this.#setLine('', 0);
    this.#showPrompt();
    return true;
  }

  #clearScreen(): true {
    this.#log.clear();
    return true;
  }

  /** Ctrl-D on an empty line: bash would take what it has, or leave; there is nowhere to leave to. */
  #endOfInput(): true {
    if (this.#unfinished !== '' && this.#backend) {
      const text = this.#unfinished;
      this.#unfinished = '';
      void this.#run(text, this.#backend).then(() => this.#showPrompt());
    }
    return true;
  }

  #recall(direction: 'previous' | 'next'): true {
    const line = this.#history[direction](this.#input.value);
    if (line !== undefined) this.#setLine(line, line.length);
    return true;
  }

  #isOnEdgeLine(edge: 'first' | 'last'): boolean {
    const { value, selectionStart } = this.#input;
    return edge === 'first' ? !value.slice(0, selectionStart).includes('\n') : !value.slice(selectionStart).includes('\n');
  }

  async #complete(): Promise<void> {
    const { value, selectionStart } = this.#input;
    const isSecond = this.#tabbed === `${value}\0${selectionStart}`;
    const { from, candidates } = (await this.#backend?.complete(value, selectionStart)) ?? { from: selectionStart, candidates: [] };
    if (this.#input.value !== value) return;
    const typed = value.slice(from, selectionStart);
    const common = commonPrefix(candidates);
    const only = candidates.length === 1 && !/[/:=]$/.test(common) ? ' ' : '';
    if (candidates.length > 0 && common.length + only.length > typed.length) {
      this.#setLine(value.slice(0, from) + common + only + value.slice(selectionStart), from + common.length + only.length);
    } else if (isSecond && candidates.length > 1) {
      this.#log.command(this.#backend?.prompt() ?? '$', value);
      this.#log.output(candidates.map((candidate) => candidate.slice(candidate.lastIndexOf('/', candidate.length - 2) + 1)).join('  '));
    }
    this.#tabbed = `${this.#input.value}\0${this.#input.selectionStart}`;
  }

  #startSearch(): true {
    this.#search = { skip: 0, before: this.#input.value };
    this.#setLine('', 0);
    this.#showPrompt();
    return true;
  }

  /** In Ctrl-R the line holds what is looked for, and the prompt shows what was found. */
  #onSearchKey(event: KeyboardEvent): boolean {
    const search = this.#search as { skip: number; before: string };
    const found = this.#history.search(this.#input.value, search.skip);
    const isCtrl = event.ctrlKey && !event.altKey;
    if (isCtrl && event.key === 'r') {
      if (this.#history.search(this.#input.value, search.skip + 1) !== undefined) search.skip += 1;
      this.#showPrompt();
    } else if (event.key === 'Escape' || (isCtrl && (event.key === 'g' || event.key === 'c'))) {
      this.#endSearch(search.before);
    } else if (event.key === 'Enter') {
      this.#endSearch(found ?? this.#input.value);
      this.#submit();
    } else if (event.key === 'Tab' || event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End' || (isCtrl && event.key.length === 1)) {
      this.#endSearch(found ?? this.#input.value);
    } else return false;
    keep(event);
    return true;
  }

  #endSearch(line: string): void {
    this.#search = undefined;
    this.#setLine(line, line.length);
    this.#showPrompt();
  }

  #setLine(text: string, cursor: number): void {
    this.#input.value = text;
    this.#input.setSelectionRange(cursor, cursor);
    this.#tabLeaves = false;
    this.#fit();
  }

  /** As many rows as there are lines to see. */
  #fit(): void {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
  }

  #showPrompt(): void {
    this.#promptLabel.textContent = this.#search ? this.#searchPrompt(this.#search.skip) : this.#unfinished === '' ? (this.#backend?.prompt() ?? '$') : '>';
    this.#log.toEnd();
  }

  #searchPrompt(skip: number): string {
    const found = this.#history.search(this.#input.value, skip);
    return `(${this.#strings['terminal.search']}) ${found ?? ''} ⟵`;
  }

  #print(prompt: string, text: string): void {
    const [first = '', ...rest] = text.split('\n');
    this.#log.command(prompt, first);
    for (const line of rest) this.#log.command('>', line);
  }

  #focusFromClick(target: EventTarget | null): void {
    const isControl = target instanceof Element && target.closest('button, a, textarea') !== null;
    if (!isControl && document.getSelection()?.isCollapsed) this.#input.focus({ preventScroll: true });
  }
}

/** The key was for the terminal, not for the browser, nor for the page's own shortcuts (Ctrl-K opens the search). */
function keep(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
