import { spokenDuration } from '../../../api/human-duration.ts';

/** `5 minutes ago`, counted from a timestamp; without one as long ago as can be. */
export const ago = (time: string | null | undefined, now: number): string => `${spokenDuration(time ? now - Date.parse(time) : Number.POSITIVE_INFINITY)} ago`;
