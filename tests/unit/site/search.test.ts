import { describe, expect, test } from 'vitest';
import { searchAliases } from '../../../src/site/search-aliases.ts';
import { processTerm, tidyResult } from '../../../src/site/search-dialog.ts';

describe('a query', () => {
  test.each([
    ['registry.example.com/team/app', 'registry.example.com team app'],
    ['custom-server:1.0.0', 'custom-server 1.0.0'],
    ['oc secrets link --for=pull', 'oc secrets link for pull'],
    ['이미지스트림은', '이미지스트림'],
    ['레지스트리에서 시크릿을', '레지스트리 시크릿'],
    ['đăng nhập', 'đăng nhập'],
  ])('%s is looked for as %s', (typed, looked) => {
    expect(processTerm(typed)).toBe(looked);
  });
});

describe('aliases', () => {
  test('write Vietnamese words with a plain d', () => {
    expect(searchAliases('Tạo **secret**, [đăng nhập](../x/) được.\n\n```console\n$ echo đó\n```\n', 'vi')).toBe('dăng nhập. dược');
  });

  test('write Korean words that stand side by side in one piece', () => {
    expect(searchAliases('이미지 스트림은 `oc` 명령', 'ko')).toBe('이미지스트림은');
  });

  test('are not needed in other languages', () => {
    expect(searchAliases('An image stream', 'en')).toBe('');
  });
});

test('a page that only an alias names shows its beginning, and never the alias', () => {
  const result = { url: '/ko/x/', excerpt: 'Begin', meta: { title: 'X', aliases: 'a b' } as Record<string, string>, sub_results: [] };
  tidyResult(result);
  expect(result).toEqual({ url: '/ko/x/', excerpt: 'Begin', meta: { title: 'X' }, sub_results: [{ title: 'X', url: '/ko/x/', excerpt: 'Begin' }] });
});
