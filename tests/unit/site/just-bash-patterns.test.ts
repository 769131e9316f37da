import { expect, test } from 'vitest';
import { a as pattern } from '../../../src/site/build/just-bash-split/stand-ins/patterns.js';

const repeatedly = ['(a+)+', '^(a*)*$', '((ab)+c?)*', '(a|ab)*', '(.|a)+', '(a{2,})+', '(x(a+))+', '(.+-)+', '([^-]+,)+', '(-[a-z-]+)*', '(a|b+)*c|(a+|b)+'];
const harmless = [
  'a+b+',
  '^(?:.*)(b*)$',
  '(get|set)+',
  '(quay|docker)(\\.io)?',
  '[(a+)+]',
  '\\(a+\\)+',
  '^v?[0-9]+(\\.[0-9]{1,3})*$',
  '(?:a|b)*',
  '([a-z]+-)+x',
  '(?:/[a-z0-9]+)*',
];

test.each(repeatedly)('%s could take for ever and is refused', (text) => {
  expect(() => pattern(text)).toThrow('repetition within repetition');
});

test.each(harmless)('%s is taken', (text) => {
  expect(pattern(text).test('zzz')).toBe(new RegExp(text).test('zzz'));
});

test('classes of POSIX and named groups are understood', () => {
  expect(pattern('^[[:alpha:]_][[:alnum:]-]+$').test('web-1')).toBe(true);
  expect(pattern('(?P<tag>[0-9.]+)').exec('v1.0')?.groups).toEqual({ tag: '1.0' });
});

test('replacements take groups and escapes, and all else as it is', () => {
  expect(pattern('(\\w+)@(\\w+)', 'g').replace('a@b c@d', '$2&$1 \\$1 $$')).toBe('b&a $1 $$ d&c $1 $$');
  expect(pattern('a', 'g').replace('banana', (found: string) => found.toUpperCase())).toBe('bAnAnA');
});
