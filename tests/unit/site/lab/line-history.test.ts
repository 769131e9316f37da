import { expect, test } from 'vitest';
import { createHistory } from '../../../../src/site/lab/line-history.ts';

function historyOf(...lines: string[]) {
  const history = createHistory();
  for (const line of lines) history.add(line);
  return history;
}

test('Up goes back line by line, Down comes back to what was being typed', () => {
  const history = historyOf('first', 'second', 'second', '  ');
  expect([history.previous('unfinished'), history.previous('second'), history.previous('first')]).toEqual(['second', 'first', undefined]);
  expect([history.next('first'), history.next('second'), history.next('unfinished')]).toEqual(['second', 'unfinished', undefined]);
});

test('a line changed in history keeps its change until a line is entered', () => {
  const history = historyOf('one', 'two');
  history.previous('');
  history.previous('two changed');
  expect(history.next('one')).toBe('two changed');
  history.add('three');
  expect([history.previous(''), history.previous('three')]).toEqual(['three', 'two']);
});

test('the search finds the newest line first, then older ones', () => {
  const history = historyOf('oc get is', 'ls', 'oc get pods');
  expect([history.search('oc', 0), history.search('oc', 1), history.search('oc', 2), history.search('', 0)]).toEqual([
    'oc get pods',
    'oc get is',
    undefined,
    undefined,
  ]);
});
