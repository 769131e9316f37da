import { describe, expect, test } from 'vitest';
import { goDuration, shortDuration, shortestDuration, spokenDuration } from '../../../../src/api/human-duration.ts';
import { humanSize } from '../../../../src/oc/describers/human-size.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('durations', () => {
  test.each([
    [0, 'Less than a second'],
    [second, '1 second'],
    [59 * second, '59 seconds'],
    [60 * second, 'About a minute'],
    [2 * minute, '2 minutes'],
    [59 * minute, '59 minutes'],
    [60 * minute, 'About an hour'],
    [90 * minute, '2 hours'],
    [47 * hour, '47 hours'],
    [3 * day, '3 days'],
    [20 * day, '2 weeks'],
    [100 * day, '3 months'],
    [800 * day, '2 years'],
    [3000 * 365 * day, '292 years'],
  ])('of %d milliseconds are spoken as %s', (span, words) => {
    expect(spokenDuration(span)).toBe(words);
  });

  test.each([
    [119 * second, '119s', '1m', '1m59s'],
    [9 * minute + 5 * second, '9m5s', '9m', '9m5s'],
    [20 * minute, '20m', '20m', '20m0s'],
    [7 * hour + 30 * minute, '7h30m', '7h', '7h30m0s'],
    [3 * day + 2 * hour, '3d2h', '3d', '74h0m0s'],
    [400 * day, '400d', '1y', '9600h0m0s'],
    [3 * 365 * day + 5 * day, '3y5d', '3y', '26400h0m0s'],
  ])('of %d milliseconds are %s in a table, %s when short, %s in Go', (span, table, short, go) => {
    expect([shortDuration(span), shortestDuration(span), goDuration(span)]).toEqual([table, short, go]);
  });
});

describe('sizes', () => {
  test.each([
    [0, '0B'],
    [405, '405B'],
    [1745, '1.745kB'],
    [28_200_123, '28.2MB'],
    [39_623_619, '39.62MB'],
    [2_500_000_000, '2.5GB'],
  ])('of %d bytes are %s', (bytes, text) => {
    expect(humanSize(bytes)).toBe(text);
  });
});
