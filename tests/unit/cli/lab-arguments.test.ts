import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/cli/exercises.ts';
import { readArguments } from '../../../src/cli/lab-arguments.ts';
import { labNotices } from '../../../src/cli/lab-notices.ts';

const complaint = (...given: readonly string[]) => {
  try {
    readArguments(given);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the arguments of npm run lab', () => {
  it('are words and options, in any order', () => {
    const { words, asJson, chapter, language } = readArguments(['new', '--lang', 'ko', 'my-lab', '--chapter=basics', '--json']);
    expect({ words, asJson, chapter, language }).toEqual({ words: ['new', 'my-lab'], asJson: true, chapter: 'basics', language: 'ko' });
  });

  it.each([
    ['en', 'there is no option --langg'],
    ['vi', 'không có tùy chọn --langg'],
    ['ko', '--langg 옵션이 없습니다'],
    ['fr', 'il n’y a pas d’option --langg'],
  ])('are refused in %s', (language, said) => expect(complaint('list', '--langg', 'x', '--lang', language)).toContain(said));

  it('are refused where a value is missing, or is no language', () => {
    expect(complaint('play', 'x', '--lang')).toBe('--lang needs a value');
    expect(complaint('list', '--lang', 'de')).toBe('--lang: "de": en, vi, ko, fr');
  });

  it('have their notices in each language, which all name what they are about', () => {
    for (const language of languages) {
      const { usage, unreadable, noSuchChapter, ...named } = labNotices(language);
      expect(usage.match(/npm run -s lab/g)).toHaveLength(7);
      expect(unreadable('a', 'b')).toMatch(/a.*b/);
      expect(noSuchChapter('a', 'b')).toMatch(/a.*b/);
      for (const notice of Object.values(named)) expect(notice('--this-one')).toContain('--this-one');
    }
  });
});
