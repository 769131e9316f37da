import type { RecordedSession } from '../../src/cli/recorded-session.ts';

export interface StepFailure {
  readonly id: string;
  readonly group: string;
  readonly index: number;
  readonly cmd: string;
  readonly wrong: readonly string[];
}
export interface Comparison {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly StepFailure[];
}
export function normalize(text: string): string;
export function compare(recorded: RecordedSession, actual: RecordedSession | undefined): Comparison;
export function load(place: string): Map<string, RecordedSession>;
