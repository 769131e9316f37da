import type { Timestamp } from '../../api/meta.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');

/** `Fri, 20 Nov 2026 08:49:17 +0000`: how kubectl writes a time in a description (Go time.RFC1123Z). */
export const rfc1123z = (time: Timestamp | null | undefined): string => `${rfc1123Start(time)} +0000`;

/** `Fri, 20 Nov 2026 08:49:17 UTC` (Go time.RFC1123). */
export const rfc1123 = (time: Timestamp | null | undefined): string => `${rfc1123Start(time)} UTC`;

/** `2026-11-20 08:54:34 +0000 UTC`: a time as Go prints it by itself (time.Time String). */
export function goTime(time: Timestamp | null | undefined): string {
  const at = dateOf(time);
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())} ${clockOf(at)} +0000 UTC`;
}

/** The instant of an API time; for a missing one the year 1, as Go's zero time. */
export function instantOf(time: Timestamp | null | undefined): number {
  return time ? Date.parse(time) : Date.parse('0001-01-01T00:00:00Z');
}

function rfc1123Start(time: Timestamp | null | undefined): string {
  const at = dateOf(time);
  const year = String(at.getUTCFullYear()).padStart(4, '0');
  return `${days[at.getUTCDay()]}, ${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${year} ${clockOf(at)}`;
}

const dateOf = (time: Timestamp | null | undefined) => new Date(instantOf(time));
const clockOf = (at: Date) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
