import { expect, test } from 'vitest';
import { nextTryIn } from '../../../../src/simulation/kubelet/back-off.ts';

test('a pull is tried again after 10, 20, 40, 80, 160 seconds and then every 5 minutes', () => {
  const tries: number[] = [];
  for (let now = 0; tries.length < 8; ) {
    now += nextTryIn(0, now + 1000) + 1000;
    tries.push(now / 1000);
  }
  expect(tries).toEqual([10, 30, 70, 150, 310, 610, 910, 1210]);
});

test('a try that is due is due at once', () => {
  expect(nextTryIn(0, 10_000)).toBe(0);
  expect(nextTryIn(0, 10_200)).toBe(0);
});
