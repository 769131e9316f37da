import { fill, type LabStrings } from './lab-strings.ts';

/** 15 of 20 points. */
export const pointsText = (strings: LabStrings, points: number, max: number): string =>
  fill(max === 1 ? strings['points.one'] : strings.points, { points, max });
