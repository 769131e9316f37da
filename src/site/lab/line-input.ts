/** The box that a line is typed in, as tall as the line. */
export class LineInput {
  readonly box: HTMLTextAreaElement;

  constructor(box: HTMLTextAreaElement) {
    this.box = box;
  }

  get text(): string {
    return this.box.value;
  }

  get cursor(): number {
    return this.box.selectionStart;
  }

  get isSelecting(): boolean {
    return this.box.selectionStart !== this.box.selectionEnd || !document.getSelection()?.isCollapsed;
  }

  set(text: string, cursor = text.length): void {
    this.box.value = text;
    this.box.setSelectionRange(cursor, cursor);
    this.fit();
  }

  /** What the line would be with `text` in place of what is selected. */
  with(text: string): string {
    return this.text.slice(0, this.box.selectionStart) + text + this.text.slice(this.box.selectionEnd);
  }

  /** Is the cursor on the first, or the last, of its lines? Up and Down leave a line of several lines only there. */
  isOnEdge(edge: 'first' | 'last'): boolean {
    return edge === 'first' ? !this.text.slice(0, this.cursor).includes('\n') : !this.text.slice(this.cursor).includes('\n');
  }

  fit(): void {
    this.box.style.height = 'auto';
    this.box.style.height = `${this.box.scrollHeight}px`;
  }
}

/** The key was for the terminal, not for the browser, nor for the page's own shortcuts (Ctrl-K opens the search). */
export function keep(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
