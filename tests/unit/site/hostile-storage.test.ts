import { expect, test } from 'vitest';
import { readExamState, untouchedExam } from '../../../src/site/lab/exam/exam-state.ts';
import { openSavedLab } from '../../../src/site/lab/saved-lab.ts';
import { readMarks } from '../../../src/site/lab-marks.ts';
import { preferredLanguage } from '../../../src/site/preferred-language.ts';
import { openStorage, type StringStore } from '../../../src/site/storage.ts';

/** A value that throws when it is made a text: what JSON can hold and `String` cannot take. */
const stubborn = { toString: 1, valueOf: 1 };

function storageWith(name: string, text: string) {
  const texts = new Map([[`imagestream-labs/${name}`, text]]);
  const backend: StringStore = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
  return openStorage(backend);
}
const stamped = (value: unknown) => JSON.stringify({ version: 1, value });

test.each([stubborn, 5, ['vi'], { vi: 1 }, '__proto__', null])('a language that is none is not taken: %j', (value) => {
  expect(preferredLanguage(storageWith('language', stamped(value)), ['ko'])).toBe('ko');
});

test.each([stubborn, 7, 'x', [1], { seconds: 1e300, solved: 'yes' }, { seconds: '5' }])('marks that are none say nothing: %j', (value) => {
  expect(readMarks(storageWith('marks/a', stamped(value)), 'a')).toEqual({ solved: false, seconds: 0 });
});

test('numbers without end are no times', () => {
  expect(readMarks(storageWith('marks/a', '{"version":1,"value":{"seconds":1e999}}'), 'a').seconds).toBe(0);
  expect(readExamState(JSON.parse('{"phase":"running","spent":1e999}'))).toEqual(untouchedExam);
  expect(readExamState({ phase: stubborn, spent: 5 })).toEqual(untouchedExam);
});

test('a version that is none is told, and the text is put aside', () => {
  const storage = storageWith('lab/a', JSON.stringify({ version: stubborn, value: 1 }));
  expect(storage.read('lab/a')).toEqual({
    kind: 'unreadable',
    reason: 'version {"toString":1,"valueOf":1}, expected 1',
    asideName: 'lab/a.unreadable-1',
  });
});

test('texts that were put aside before do not make it harder to put another one aside', () => {
  const storage = storageWith('lab/a', 'no JSON');
  for (let count = 1; count <= 20_000; count++) storage.write(`lab/a.unreadable-${count}`, 0);
  expect(openSavedLab(storage, 'a').read()).toEqual({ aside: 'imagestream-labs/lab/a.unreadable-20001' });
});
