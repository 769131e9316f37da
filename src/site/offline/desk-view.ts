import { bytesToFetch, type LanguageStatus, statusOf, unfinished } from './kept-state.ts';
import type { Progress } from './offline-files.ts';
import type { KeptState, Problem } from './worker-messages.ts';

/** What the reader has before them: what is kept, what they ticked, how far a download is. */
export interface Desk {
  readonly state: KeptState;
  readonly chosen: readonly string[];
  readonly progress?: Progress;
}

/** What happens at the desk. */
export type DeskEvent =
  | { readonly happened: 'state'; readonly state: KeptState }
  | { readonly happened: 'progress'; readonly progress: Progress }
  | { readonly happened: 'chosen'; readonly language: string; readonly isChosen: boolean }
  | { readonly happened: 'asked' }
  | { readonly happened: 'stopped'; readonly problem: Problem };

/** The desk after an event. */
export function afterEvent(desk: Desk, event: DeskEvent): Desk {
  const { progress, ...still } = desk;
  switch (event.happened) {
    case 'state':
      return { ...(event.state.isBusy ? desk : still), state: withRows(event.state, desk.state) };
    case 'progress':
      return { ...desk, state: { ...desk.state, isBusy: true }, progress: event.progress };
    case 'chosen': {
      const others = desk.chosen.filter((language) => language !== event.language);
      return { ...desk, chosen: event.isChosen ? [...others, event.language] : others };
    }
    case 'asked': {
      const { problem, ...state } = desk.state;
      return { ...still, state: { ...state, isBusy: true } };
    }
    case 'stopped':
      return { ...still, state: { ...desk.state, isBusy: false, problem: event.problem } };
  }
}

/** A worker that could not look says nothing of the languages; then what was known holds. */
const withRows = (state: KeptState, known: KeptState): KeptState =>
  state.languages.length > 0 ? state : { ...known, isBusy: state.isBusy, ...(state.problem && { problem: state.problem }) };

/** What is shown of a desk. */
export interface DeskView {
  readonly rows: readonly { readonly language: string; readonly status: LanguageStatus; readonly bytes: number; readonly isChosen: boolean }[];
  /** What comes with the first language. */
  readonly sharedBytes: number;
  readonly isBusy: boolean;
  readonly progress: Progress | undefined;
  /** What a press on the button fetches. */
  readonly toFetch: readonly string[];
  readonly bytes: number;
  readonly button: 'download' | 'tryAgain';
  /** Why something is missing, with how much. */
  readonly told: { readonly what: Problem['kind'] | 'update' | 'gone' | 'partial'; readonly missing: number } | undefined;
  readonly canRemove: boolean;
}

/** Draws the conclusions: what is offered, what is told. */
export function deskView({ state, chosen, progress }: Desk): DeskView {
  const rows = state.languages.map((row) => {
    const status = statusOf(row, state);
    return { language: row.language, status, bytes: row.bytes, isChosen: status !== 'none' || chosen.includes(row.language) };
  });
  const rest = unfinished(state);
  const isNew = (language: string) => rows.some((row) => row.language === language && row.status === 'none');
  const toFetch = [...rest, ...chosen.filter(isNew)];
  const { problem, isBusy } = state;
  const failed = problem?.during === 'download' ? problem.kind : undefined;
  return {
    rows,
    sharedBytes: state.sharedBytes,
    isBusy,
    progress,
    toFetch,
    bytes: bytesToFetch(state, toFetch),
    button: failed || rest.length > 0 ? 'tryAgain' : 'download',
    told: isBusy ? undefined : toldOf(state, rest, toFetch),
    canRemove: !isBusy && rows.some(({ status }) => status !== 'none'),
  };
}

function toldOf(state: KeptState, rest: readonly string[], toFetch: readonly string[]): DeskView['told'] {
  const { problem } = state;
  if (problem?.during === 'download') return { what: problem.kind, missing: bytesToFetch(state, rest.length > 0 ? rest : toFetch) };
  if (rest.length > 0) return { what: state.languages.some((row) => statusOf(row, state) === 'gone') ? 'gone' : 'partial', missing: bytesToFetch(state, rest) };
  return problem ? { what: 'update', missing: 0 } : undefined;
}
