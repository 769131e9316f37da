import type { Timestamp } from '../api/meta.ts';

/** Milliseconds since 1970 in virtual time. */
export type Instant = number;

/** What may be read of the clock. */
export interface Clock {
  now(): Instant;
}

/** Time that moves only when told to. The sessions of a lab and their replays see the same instants. */
export class VirtualClock implements Clock {
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  /** Moves forward to `instant`; an instant in the past changes nothing. */
  advanceTo(instant: Instant): void {
    this.#now = Math.max(this.#now, instant);
  }
}

/** RFC 3339 in UTC with whole seconds, as metav1.Time marshals. */
export function timestamp(instant: Instant): Timestamp {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The instant of an RFC 3339 text; NaN where it is none. */
export function instantOf(text: Timestamp): Instant {
  return Date.parse(text);
}
