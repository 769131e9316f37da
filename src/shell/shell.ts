import type { OcTexts } from '../oc/help-texts.ts';
import type { Simulation } from '../simulation/simulation.ts';
import type { Onlooker } from './line-run.ts';

export interface ShellResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** A program of the line could not be loaded over the network, so that the line did less than it says. */
  readonly isUnloaded?: boolean;
}

export interface ShellOptions {
  readonly simulation: Simulation;
  readonly texts: OcTexts;
  /** Who is logged in at the start: a name that the cluster knows. */
  readonly user: string;
  /** Files of the home folder at the start, by path relative to it. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The page's editor: gets a file's text, resolves with the new one, or undefined when closed without saving. */
  edit?(path: string, text: string): Promise<string | undefined>;
}

export interface RunOptions extends Onlooker {
  readonly stdin?: string;
  /** Typed by that user, on a kubeconfig of its own whose current project is `default`. */
  readonly as?: string;
}

/** One learner's bash. Variables, functions, aliases, `$?` and the folder carry over from line to line. */
export interface Shell {
  /**
   * Runs a line, or several. Never rejects: what goes wrong is said on standard error with an exit code. Time passes and the cluster settles afterwards.
   */
  run(line: string, options?: RunOptions): Promise<ShellResult>;
  /** Is this text a whole command, or does the shell wait for more (an open quote, a here-document, a trailing backslash)? */
  isComplete(text: string): boolean;
  /** What Tab offers at `cursor`. `from` is where the replaced word starts. */
  complete(line: string, cursor: number): Promise<{ readonly from: number; readonly candidates: readonly string[] }>;
  /** `[developer@workstation images-review]$`: the user and project that `oc` is set to, the notes' own prompt. */
  prompt(): string;
  readFile(path: string): Promise<string | undefined>;
  writeFile(path: string, text: string): Promise<void>;
  listFiles(): Promise<readonly string[]>;
  /** The same shell on a forked cluster: files, variables and folder are copied. */
  fork(simulation: Simulation): Promise<Shell>;
}
