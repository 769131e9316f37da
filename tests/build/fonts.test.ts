import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageCodes } from '../../src/site/languages.ts';
import { fontCharacters } from '../support/font-characters.ts';

const dist = process.env.DIST ?? 'dist';
const sheet = 'src/site/styles/fonts.css';

/** What a font of the style sheet is asked for, and what it has. */
const fonts = [...readFileSync(sheet, 'utf8').matchAll(/url\("([^"]+)"\)[\s\S]*?unicode-range:([^;]+);/g)].map(([, path = '', ranges = '']) => ({
  path,
  asked: ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  }),
  has: fontCharacters(readFileSync(join(dirname(sheet), path))),
}));

const isAsked = ({ asked }: (typeof fonts)[number], code: number) => asked.some(([first, last]) => first <= code && code <= last);

/** The characters of a text that no font of ours shows. Hangul is left to the system: no monospace of ours has it. */
function missing(text: string): readonly string[] {
  const characters = [...new Set(text.normalize('NFC').replace(/[\s\p{Script=Hangul}]/gu, ''))];
  return characters.filter((character) => !fonts.some((font) => isAsked(font, character.codePointAt(0)!) && font.has.has(character.codePointAt(0)!)));
}

/** The text of code, keys and terminals on a page. */
function codeOf(html: string): string {
  const parts = [...html.matchAll(/<(code|pre|kbd|samp)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , content = '']) => content.replace(/<[^>]+>/g, ''));
  return parts.join('').replace(/&#(x?)([\da-f]+);/gi, (_, hexadecimal, code) => String.fromCodePoint(Number.parseInt(code, hexadecimal ? 16 : 10)));
}

describe('the fonts of code', () => {
  test.each(languageCodes)('have every character of code on the pages in %s', (language) => {
    const pages = globSync(join(dist, language, '**/index.html'));
    const text = pages.map((page) => codeOf(readFileSync(page, 'utf8'))).join('');
    expect(text.length, `${dist} has no code: run npm run build first`).toBeGreaterThan(10_000);
    expect(missing(text)).toEqual([]);
  });

  test.each(languageCodes)('have every character that a terminal prints in %s', (language) => {
    expect(missing(readFileSync(`src/oc/help/${language}.json`, 'utf8') + readFileSync('src/shell/notices.ts', 'utf8'))).toEqual([]);
  });

  test('are asked for nothing that they have not, and share no character', () => {
    const wanted = fonts.flatMap(({ asked }) => asked.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)));
    expect(fonts).toHaveLength(2);
    expect(wanted.filter((code) => !fonts.some(({ has }) => has.has(code)) && code > 0x1f && (code < 0x7f || code > 0x9f)).map(toHex)).toEqual([]);
    expect(wanted.filter((code, index) => wanted.indexOf(code) !== index).map(toHex)).toEqual([]);
  });

  test('are found short of what they have not', () => {
    expect(missing('oc đổi tên ữ → ж')).toEqual(['→', 'ж']);
    expect(missing('한국어 …')).toEqual([]);
    expect(missing(codeOf('<p>ж</p><pre class="a"><span>&#x416;</span></pre>'))).toEqual(['Ж']);
  });
});

const toHex = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
