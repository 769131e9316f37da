import { expect, test } from 'vitest';
import { shortDuration } from '../../../../src/api/human-duration.ts';
import { ageOf } from '../../../../src/simulation/apiserver/tables/human-time.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, '0s'],
  [-second, '0s'],
  [-3 * second, '<invalid>'],
  [119 * second, '119s'],
  [2 * minute, '2m'],
  [5 * minute + 30 * second, '5m30s'],
  [10 * minute + 30 * second, '10m'],
  [179 * minute, '179m'],
  [3 * hour, '3h'],
  [3 * hour + 20 * minute, '3h20m'],
  [8 * hour + 20 * minute, '8h'],
  [47 * hour, '47h'],
  [2 * day, '2d'],
  [3 * day + 5 * hour, '3d5h'],
  [8 * day + 5 * hour, '8d'],
  [729 * day, '729d'],
  [800 * day, '2y70d'],
  [9 * 365 * day, '9y'],
])('%i milliseconds read %s', (milliseconds, text) => {
  expect(shortDuration(milliseconds)).toBe(text);
});

test('an age without a beginning is unknown', () => {
  expect([ageOf(undefined, 0), ageOf(null, 0), ageOf('2026-11-20T09:00:00Z', Date.UTC(2026, 10, 20, 9, 1))]).toEqual(['<unknown>', '<unknown>', '60s']);
});
