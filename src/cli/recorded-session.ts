/** The format of recorded sessions (tests/conformance/README.md). */
export interface RecordedSession {
  readonly id: string;
  readonly group?: string;
  readonly user: string;
  readonly project?: string;
  readonly createProject?: boolean;
  /** Seconds between scheduled imports where it is not the cluster's own figure. */
  readonly schedule?: number;
  readonly steps: readonly RecordedStep[];
  readonly [more: string]: unknown;
}

export type RecordedStep = CommandStep | FileStep | PushStep | WaitStep;

export interface CommandStep {
  readonly cmd: string;
  readonly as?: string;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  readonly stable?: boolean;
  readonly [more: string]: unknown;
}

export interface FileStep {
  readonly file: string;
  readonly content: string;
}

export interface PushStep {
  readonly push: string;
  readonly variant?: string;
  readonly digest?: string;
  readonly list?: string;
}

export interface WaitStep {
  /** Seconds, `settle`, `rollout KIND/NAME`, `until`, or arguments of `oc wait`. */
  readonly wait: number | string;
  readonly until?: string;
  readonly match?: string;
  readonly as?: string;
}

export const isCommand = (step: RecordedStep): step is CommandStep => 'cmd' in step;

/** Throws with a reason where a value is no session. */
export function parseSession(text: string): RecordedSession {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('not a JSON object');
  const { id, user, steps } = value as Partial<RecordedSession>;
  if (typeof id !== 'string') throw new Error('id: is missing');
  if (typeof user !== 'string') throw new Error('user: is missing');
  if (!Array.isArray(steps)) throw new Error('steps: is no list');
  steps.forEach((step: unknown, index) => {
    const isStep = typeof step === 'object' && step !== null && ['cmd', 'file', 'push', 'wait'].some((key) => key in step);
    if (!isStep) throw new Error(`steps[${index}]: has none of cmd, file, push, wait`);
  });
  return value as RecordedSession;
}
