import { commonPrefix, type Line } from './line-editing.ts';

/** What a terminal is connected to. */
export interface TerminalBackend {
  prompt(): string;
  isComplete(text: string): boolean;
  complete(line: string, cursor: number): Promise<Completion>;
  run(line: string, onlooker: Onlooker): Promise<Answer>;
  /** What a guide says of this output, if anything. */
  explain?(output: string): HTMLElement | undefined;
}

/** What a line gave: its output as a whole, and what happened by itself because of it. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly news?: readonly string[];
}

/** What a running line tells the terminal, and what it asks of it. */
export interface Onlooker {
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  /** All output, in pieces as it comes; what the lab itself says is `prose`. */
  readonly onOutput: (stream: 'stdout' | 'stderr' | 'prose', text: string) => void;
  /** Awaited where virtual time passes. */
  readonly pace: (milliseconds: number) => Promise<void>;
}

/** What Tab found: words for the place that starts at `from`. */
export interface Completion {
  readonly from: number;
  readonly candidates: readonly string[];
}

/** The line with what all candidates agree on, and a space behind the only one; undefined where that adds nothing. */
export function completedLine({ text, cursor }: Line, { from, candidates }: Completion): Line | undefined {
  const common = commonPrefix(candidates);
  const added = candidates.length === 1 && !/[/:=]$/.test(common) ? `${common} ` : common;
  if (candidates.length === 0 || added.length <= cursor - from) return undefined;
  return { text: text.slice(0, from) + added + text.slice(cursor), cursor: from + added.length };
}

/** Candidates as a list shows them: of a path, its last part. */
export const shortNames = (candidates: readonly string[]) =>
  candidates.map((candidate) => candidate.slice(candidate.lastIndexOf('/', candidate.length - 2) + 1));
