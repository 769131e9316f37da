/** How far an exam has come. */
export interface ExamState {
  readonly phase: 'before' | 'running' | 'paused' | 'finished';
  /** Milliseconds of its time that are gone. */
  readonly spent: number;
}

export const untouchedExam: ExamState = { phase: 'before', spent: 0 };

const phases: readonly unknown[] = ['before', 'running', 'paused', 'finished'];

/** A state that was stored; an untouched exam where it is none. */
export function readExamState(value: unknown): ExamState {
  const { phase, spent } = (value ?? {}) as Partial<ExamState>;
  return phases.includes(phase) && typeof spent === 'number' && spent >= 0 && Number.isFinite(spent) ? { phase: phase!, spent } : untouchedExam;
}

/** Time goes by: only where the exam runs, and never past its end, which ends it. */
export function afterTime(state: ExamState, milliseconds: number, limit: number): ExamState {
  if (state.phase !== 'running') return state;
  const spent = Math.min(limit, state.spent + Math.max(0, milliseconds));
  return { phase: spent >= limit ? 'finished' : 'running', spent };
}

/** Minutes before the end that are said aloud, since nobody watches a clock all the time. */
const minutesToSay = [30, 10, 5, 1] as const;

/** The nearest of them that was passed on the way from one state to the next, if any. */
export function announcedMinutes(before: ExamState, after: ExamState, limit: number): number | undefined {
  const left = (state: ExamState) => (limit - state.spent) / 60_000;
  return minutesToSay.findLast((minutes) => left(before) > minutes && left(after) <= minutes);
}
