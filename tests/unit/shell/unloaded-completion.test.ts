import { afterEach, expect, test, vi } from 'vitest';
import { workstation } from './workstation.ts';

const completion = '../../../src/shell/completion.ts';
afterEach(() => {
  vi.doUnmock(completion);
});

test('Tab whose code does not come offers nothing, and the next one asks again', async () => {
  const { shell } = await workstation();
  vi.doMock(completion, () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  expect(await shell.complete('oc t', 4)).toEqual({ from: 4, candidates: [] });
  vi.doUnmock(completion);
  expect((await shell.complete('oc t', 4)).candidates).not.toEqual([]);
});
