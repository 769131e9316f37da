import type { ScenarioStep } from '../grading/index.ts';

/** What a command gave. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Where the commands of a page are typed. */
export interface GuideSession {
  /** Runs a line, typed by `as` where another user's prompt stands before it. */
  run(line: string, as?: string): Promise<CommandResult>;
  /** Puts a file that the page shows into the home folder. */
  writeFile(path: string, text: string): Promise<void>;
  /** What happens around the reader: somebody pushes an image, time passes. */
  take(step: ScenarioStep): Promise<void>;
}

/** What a fresh session starts from: a scenario by name, and the user and project that the first prompt shows. */
export interface SessionStart {
  readonly scenario?: string;
  readonly user: string;
  readonly project: string;
}

export type OpenSession = (start: SessionStart) => Promise<GuideSession>;
