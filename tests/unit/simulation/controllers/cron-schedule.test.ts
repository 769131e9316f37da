import { describe, expect, test } from 'vitest';
import { nextRun, parseSchedule, type Schedule } from '../../../../src/simulation/controllers/cron-schedule.ts';

const next = (text: string, after: string) => {
  const run = nextRun(parseSchedule(text) as Schedule, Date.parse(after));
  return run === undefined ? undefined : new Date(run).toISOString();
};

describe('a cron schedule', () => {
  test.each([
    ['@daily', '2026-11-20T09:00:00Z', '2026-11-21T00:00:00.000Z'],
    ['*/15 * * * *', '2026-11-20T09:00:00Z', '2026-11-20T09:15:00.000Z'],
    ['0 3 * * *', '2026-11-20T09:00:00Z', '2026-11-21T03:00:00.000Z'],
    ['30 8 1 jan *', '2026-11-20T09:00:00Z', '2027-01-01T08:30:00.000Z'],
    ['0 0 13 * fri', '2026-11-20T09:00:00Z', '2026-11-27T00:00:00.000Z'],
    ['0 0 31 2 *', '2026-11-20T09:00:00Z', undefined],
    ['@every 1h30m', '2026-11-20T09:00:00Z', '2026-11-20T10:30:00.000Z'],
  ])('%s after %s strikes at %s', (text, after, expected) => {
    expect(next(text, after)).toBe(expected);
  });

  test.each([
    ['CRON-SYNTAX', 'expected exactly 5 fields, found 1: [CRON-SYNTAX]'],
    ['60 * * * *', 'end of range (60) above maximum (59): 60'],
    ['x * * * *', 'failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax'],
    ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
    ['@often', 'unrecognized descriptor: @often'],
  ])('%s is none: %s', (text, error) => {
    expect(parseSchedule(text)).toEqual({ error });
  });
});
