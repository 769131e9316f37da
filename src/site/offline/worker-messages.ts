import type { ProblemKind } from './download.ts';
import type { Progress } from './offline-files.ts';

/** What pages ask of the service worker. */
export type Asked =
  | { readonly ask: 'state' }
  /** Makes languages whole. Asked again while it runs, it goes on; a worker that the browser stopped begins where it was. */
  | { readonly ask: 'download'; readonly languages: readonly string[] }
  /** Lets everything go. */
  | { readonly ask: 'remove' }
  /** Ends the wait of a new version. */
  | { readonly ask: 'use-now' };

/** What the service worker tells every page of the site. */
export type Told = ({ readonly told: 'progress' } & Progress) | ({ readonly told: 'state' } & KeptState) | { readonly told: 'removed' };

/** What is kept of this worker's version. */
export interface KeptState {
  /** Is a download under way? */
  readonly isBusy: boolean;
  readonly languages: readonly KeptLanguage[];
  /** What has to come with the first language, and is not there yet. */
  readonly sharedMissing: number;
  /** All of that. */
  readonly sharedBytes: number;
  /** Why the last download stopped, or the last new version could not be fetched. */
  readonly problem?: Problem;
}

export interface Problem {
  readonly kind: ProblemKind;
  readonly during: 'download' | 'update';
}

/** One language: its own bytes, those that are missing, and whether it was asked for, or whole once. */
export interface KeptLanguage {
  readonly language: string;
  readonly bytes: number;
  readonly missing: number;
  readonly wanted: boolean;
  readonly wasReady: boolean;
}
