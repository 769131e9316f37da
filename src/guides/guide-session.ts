/** What a command gave. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Where the commands of a page are typed. */
export interface GuideSession {
  run(line: string): Promise<CommandResult>;
}

/** What a fresh session starts from: a scenario by name, and the user and project that the first prompt shows. */
export interface SessionStart {
  readonly scenario?: string;
  readonly user: string;
  readonly project: string;
}

export type OpenSession = (start: SessionStart) => Promise<GuideSession>;
