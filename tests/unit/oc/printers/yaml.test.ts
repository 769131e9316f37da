import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printYaml } from '../../../../src/oc/printers/yaml.ts';

describe('printYaml', () => {
  it('sorts keys, does not indent lists, and shows what is empty', () => {
    expect(printYaml({ b: [{ y: 1, x: null }, []], a: {}, Z: [], a10: 1, a9: 2 })).toBe(
      'Z: []\na: {}\na9: 2\na10: 1\nb:\n- x: null\n  "y": 1\n- []\n'.replace('"y"', '"y"'),
    );
  });

  it.each([
    ['plain', 'plain'],
    ['1.0', '"1.0"'],
    ['true', '"true"'],
    ['null', '"null"'],
    ['y', '"y"'],
    ['', '""'],
    ['0x1F', '"0x1F"'],
    ['1e3', '"1e3"'],
    ['12:30:45', '"12:30:45"'],
    ['2026-11-20T09:00:00Z', '"2026-11-20T09:00:00Z"'],
    ['1.2.3', '1.2.3'],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['a#b', 'a#b'],
    ['*', "'*'"],
    ['-', "'-'"],
    ['-x', '-x'],
    ["it's", "it's"],
    ["'quoted'", "'''quoted'''"],
    ['{"a":1}', '\'{"a":1}\''],
    [' edge', "' edge'"],
    ['a\tb', '"a\\tb"'],
    ['sha256:abc', 'sha256:abc'],
    ['one\ntwo', '|-\n  one\n  two'],
    ['one\ntwo\n', '|\n  one\n  two'],
    ['<html>', '<html>'],
    ['tiếng Việt', 'tiếng Việt'],
  ])('writes the string %j', (text, written) => expect(printYaml({ k: text })).toBe(`k: ${written}\n`));

  it('breaks long lines at the first blank after column 80', () => {
    const words = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
    const text = printYaml({ message: words });
    expect(text).toBe(
      'message: word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11\n  word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23\n  word24 word25 word26 word27 word28 word29\n',
    );
  });

  it('can be read back', () => {
    const value = { list: ['a', '1', ' x ', 'a: b', 'multi\nline\n\n', '', 'ü', '#'], nested: { deep: [{ a: [[1, 2]] }] } };
    expect(parse(printYaml(value))).toEqual(value);
  });
});
