import { spokenDuration } from '../../../api/human-duration.ts';

/** `5 minutes ago`, counted from a timestamp. */
export const ago = (time: string | null | undefined, now: number): string => `${spokenDuration(time ? now - Date.parse(time) : maximumDuration)} ago`;

/** What Go's clock can hold: the age of things without a time. */
const maximumDuration = 9_223_372_036_854;
