import { expect, test } from 'vitest';
import { own, setOwn } from '../../../src/api/own.ts';

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

test.each(inherited)('%s is found in a record only where somebody put it', (name) => {
  const record: Record<string, string> = { app: 'web' };
  expect(own(record, name)).toBeUndefined();
  expect(own(undefined, name)).toBeUndefined();
  setOwn(record, name, 'mine');
  expect(own(record, name)).toBe('mine');
  expect(Object.entries(record)).toEqual([
    ['app', 'web'],
    [name, 'mine'],
  ]);
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
});
