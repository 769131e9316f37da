import { describe, expect, test } from 'vitest';
import { openStorage, type StringStore } from '../../../src/site/storage.ts';

function store(initial: Record<string, string> = {}): StringStore & { readonly texts: Map<string, string> } {
  const texts = new Map(Object.entries(initial));
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

const blocked: StringStore = {
  getItem: () => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => {
    throw new Error('blocked');
  },
};

describe('storage', () => {
  test('gives back what was written, stamped with its version', () => {
    const backend = store();
    expect(openStorage(backend).write('lab', { commands: ['oc whoami'] })).toBe(true);
    expect(backend.texts.get('imagestream-labs/lab')).toBe('{"version":1,"value":{"commands":["oc whoami"]}}');
    expect(openStorage(backend).read('lab')).toEqual({ kind: 'value', value: { commands: ['oc whoami'] } });
  });

  test('says when there is nothing', () => {
    expect(openStorage(store()).read('lab')).toEqual({ kind: 'absent' });
  });

  test('lasts as long as the page where the browser refuses, and says so', () => {
    const storage = openStorage(blocked);
    expect(storage.write('lab', 1)).toBe(false);
    expect(storage.read('lab')).toEqual({ kind: 'value', value: 1 });
    storage.remove('lab');
    expect(storage.read('lab')).toEqual({ kind: 'absent' });
  });

  test('works where there is no storage at all', () => {
    const storage = openStorage(undefined);
    expect(storage.write('language', 'ko')).toBe(false);
    expect(storage.read('language')).toEqual({ kind: 'value', value: 'ko' });
  });

  test.each([
    ['{"version":0,"value":1}', 'version 0, expected 1'],
    ['not json', 'not written by this site'],
    ['null', 'not written by this site'],
  ])('puts %s aside, and never over what was put aside before', (text, reason) => {
    const backend = store({ 'imagestream-labs/lab': text, 'imagestream-labs/lab.unreadable-1': 'older' });
    expect(openStorage(backend).read('lab')).toEqual({ kind: 'unreadable', reason, asideName: 'lab.unreadable-2' });
    expect(Object.fromEntries(backend.texts)).toEqual({ 'imagestream-labs/lab.unreadable-1': 'older', 'imagestream-labs/lab.unreadable-2': text });
  });
});
