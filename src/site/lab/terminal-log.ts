import type { PrintedPiece } from '../../lab/lab-session.ts';
import { button, element, sentence } from './elements.ts';
import { fill, type LabStrings } from './lab-strings.ts';
import { commandTokens, outputTokens, type Token } from './output-tokens.ts';
import { clearScreen, plainOutput } from './plain-output.ts';

const mostBlocks = 150;
const mostLines = 400;
const shownLines = 60;

/** What was typed and printed so far: one block a command, all of it text. Old blocks leave the page, not the memory. */
export class TerminalLog {
  readonly #root: HTMLElement;
  readonly #strings: LabStrings;
  #earlier: HTMLElement[] = [];
  #open: OpenOutput | undefined;

  constructor(root: HTMLElement, strings: LabStrings) {
    this.#root = root;
    this.#strings = strings;
  }

  /** A typed line with its prompt; what is printed next belongs to it. */
  command(prompt: string, text: string): void {
    const line = element('div', { class: 'lab-typed' }, element('span', { class: 'lab-prompt' }, prompt), ' ', ...spans(commandTokens(text)));
    if (prompt === '>') this.#last().append(line);
    else this.#add(element('div', { class: 'lab-block' }, line));
    this.toEnd();
  }

  /** What a command printed. */
  output(text: string, kind: OutputKind = 'out'): void {
    const clean = plainOutput(text);
    if (clean.includes(clearScreen)) this.clear();
    const shown = clean.slice(clean.lastIndexOf(clearScreen) + 1).replace(/\n$/, '');
    if (shown === '') return;
    const before = this.#goesOn(kind, shown);
    if (before && isTable(shown)) before.output.classList.add('lab-output-table');
    if (before) before.output.append(before.endsLine ? '\n' : '', ...spans(outputTokens(shown)));
    const output = before?.output ?? this.#printed(shown, kind);
    if (!before) this.#last().append(output);
    this.#open = { output, kind, endsLine: clean.endsWith('\n') };
    this.toEnd();
  }

  /** A sentence of ours, in the page's language. */
  note(text: string): void {
    this.#add(element('p', { class: 'lab-note' }, text));
    this.toEnd();
  }

  /** What happened by itself, said beneath the command after which it happened. */
  news(text: string): void {
    this.aside(element('p', { class: 'lab-news' }, element('strong', {}, this.#strings['terminal.news']), ' ', ...sentence(text)));
  }

  /** A quiet line of ours beneath what was printed. */
  aside(line: HTMLElement | undefined): void {
    if (!line) return;
    this.#last().append(line);
    this.toEnd();
  }

  /** A command that ran before, as if it had been typed. */
  replayed(prompt: string, line: string, printed: readonly PrintedPiece[]): void {
    for (const [index, part] of line.split('\n').entries()) this.command(index === 0 ? prompt : '>', part);
    for (const { stream, text } of printed) {
      if (stream === 'news') this.news(text);
      else this.output(text, stream === 'stderr' ? 'err' : 'out');
    }
  }

  clear(): void {
    this.#earlier = [];
    this.#root.replaceChildren();
  }

  toEnd(): void {
    this.#root.scrollTo(0, this.#root.scrollHeight);
  }

  /** What was printed last, where this is more of the same: rows of a table that a watch adds, or the rest of a line. */
  #goesOn(kind: OutputKind, text: string): OpenOutput | undefined {
    const open = this.#open;
    const isLast = open !== undefined && open.kind === kind && open.output === this.#root.lastElementChild?.lastElementChild;
    return isLast && text.split('\n').length <= mostLines && !open.output.querySelector('button') ? open : undefined;
  }

  #printed(text: string, kind: OutputKind): HTMLElement {
    const lines = text.split('\n');
    const tokens = outputTokens(text);
    const output = element('div', { class: ['lab-output', classes[kind], isTable(text) && 'lab-output-table'].filter(Boolean).join(' ') });
    if (kind === 'prose') {
      output.append(...lines.map((line, index) => proseLine(index + 1 < lines.length ? `${line}\n` : line)));
      return output;
    }
    if (lines.length <= mostLines) {
      output.append(...spans(tokens));
      return output;
    }
    const showAll = button(fill(this.#strings['terminal.allLines'], { n: lines.length }), { class: 'lab-link' }, () => output.replaceChildren(text));
    output.append(lines.slice(0, shownLines).join('\n'), '\n', showAll);
    return output;
  }

  #last(): HTMLElement {
    const last = this.#root.lastElementChild;
    return last instanceof HTMLElement && last.classList.contains('lab-block') ? last : this.#add(element('div', { class: 'lab-block' }));
  }

  #add(block: HTMLElement): HTMLElement {
    this.#root.append(block);
    const blocks = this.#root.querySelectorAll<HTMLElement>(':scope > :not(.lab-earlier)');
    if (blocks.length > mostBlocks) {
      const oldest = blocks[0] as HTMLElement;
      oldest.remove();
      this.#earlier.push(oldest);
      this.#offerEarlier();
    }
    return block;
  }

  #offerEarlier(): void {
    this.#root.querySelector('.lab-earlier')?.remove();
    const label = fill(this.#strings['terminal.earlier'], { n: this.#earlier.length });
    const offer = button(label, { class: 'lab-link lab-earlier' }, () => {
      offer.replaceWith(...this.#earlier);
      this.#earlier = [];
    });
    this.#root.prepend(offer);
  }
}

type OutputKind = 'out' | 'err' | 'prose';

const classes: Readonly<Record<OutputKind, string>> = { out: '', err: 'lab-output-err', prose: 'lab-output-prose' };

/** A line of its own, so that what is indented stays so where it wraps. */
const proseLine = (line: string) => element('div', { class: line.startsWith('    ') && 'lab-output-hanging' }, ...sentence(line));

interface OpenOutput {
  readonly output: HTMLElement;
  readonly kind: OutputKind;
  /** Was its last line ended? */
  readonly endsLine: boolean;
}

const spans = (tokens: readonly Token[]) =>
  tokens.map(({ text, kind }) => (kind ? element('span', { class: `lab-${kind}`, title: kind === 'digest' && shortDigest(text) }, text) : text));

const isTable = (text: string) => outputTokens(text).some((token) => token.kind === 'heading');

const shortDigest = (digest: string) => digest.replace(/^(sha256:.{12}).+$/, '$1…');
