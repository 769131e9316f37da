import { readFileSync } from 'node:fs';
import { i18nSchema } from '@astrojs/starlight/schema';
import { describe, expect, test } from 'vitest';
import { languageCodes } from '../../../src/site/languages.ts';

const ours = (language: string): Record<string, string> => JSON.parse(readFileSync(`content/i18n/${language}.json`, 'utf8'));
const starlights = async (language: string): Promise<Record<string, string>> =>
  (await import(`../../../node_modules/@astrojs/starlight/dist/translations/${language}.js`)).default;

/** Keys of a language that its own file and Starlight leave without a text. */
function missing(required: readonly string[], strings: Readonly<Record<string, string>>): readonly string[] {
  return required.filter((key) => !strings[key]);
}

const required = [...Object.keys(i18nSchema().shape), ...Object.keys(ours('en'))];
const placeholders = (text: string) => [...text.matchAll(/\{\{?\w+\}?\}|\[[A-Z_]+\]/g)].map(([name]) => name).sort();

describe.each(languageCodes)('the interface in %s', (language) => {
  test('has every string of Starlight, of its search and code blocks, and of ours', async () => {
    expect(required.length).toBeGreaterThan(40);
    expect(missing(required, { ...(await starlights(language)), ...ours(language) })).toEqual([]);
  });

  test('has no string that the other languages lack', () => {
    const known = new Set(required);
    expect(Object.keys(ours(language)).filter((key) => !known.has(key))).toEqual([]);
  });

  test('fills the same places as English', async () => {
    const english = { ...(await starlights('en')), ...ours('en') };
    const own = ours(language);
    const differing = Object.keys(own).filter((key) => english[key] && placeholders(own[key]!).join() !== placeholders(english[key]).join());
    expect(differing).toEqual([]);
  });
});

test('a string that is missing is noticed', () => {
  expect(missing(['a', 'b', 'c'], { a: 'x', c: '' })).toEqual(['b', 'c']);
});
