import { expect, test } from 'vitest';
import { clockText } from '../../../../src/site/lab/lab-clock.ts';
import { readMarks, writeMarks } from '../../../../src/site/lab-marks.ts';
import { openStorage } from '../../../../src/site/storage.ts';

test('time is told in minutes, and in hours once there are some', () => {
  expect([0, 7, 750, 3600, 3723].map(clockText)).toEqual(['0:00', '0:07', '12:30', '1:00:00', '1:02:03']);
});

test('what is remembered of a lab comes back, and nonsense counts as nothing', () => {
  const kept = new Map<string, string>();
  const backend = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: () => {} };
  const storage = openStorage(backend);
  expect(readMarks(storage, 'x')).toEqual({ solved: false, seconds: 0 });
  writeMarks(storage, 'x', { solved: true, seconds: 12 });
  expect(readMarks(storage, 'x')).toEqual({ solved: true, seconds: 12 });
  storage.write('marks/x', { solved: 'yes', seconds: -1 });
  expect(readMarks(storage, 'x')).toEqual({ solved: false, seconds: 0 });
  storage.write('marks/x', null);
  expect(readMarks(storage, 'x')).toEqual({ solved: false, seconds: 0 });
});
