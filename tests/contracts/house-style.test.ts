import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longest, styleProblems } from './house-style.ts';

const root = join(import.meta.dirname, '../..');
const sources = globSync(['src/**/*.ts', 'exercises/**/*.ts'], { cwd: root });

describe('the house style', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(500);
  });

  it('is kept by all of them', () => {
    expect(sources.flatMap((path) => styleProblems(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});

describe('what the house style finds', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `  use(${index});\n`).join('');

  it('a file that is too long', () => {
    expect(styleProblems('src/api/list.ts', 'use();\n'.repeat(longest.file))).toEqual([]);
    expect(styleProblems('src/api/list.ts', 'use();\n'.repeat(longest.file + 1))).toEqual(['src/api/list.ts: 251 lines, more than 250']);
  });

  it('a function that is too long, wherever it is', () => {
    expect(styleProblems('src/api/long.ts', `const long = () => {\n${lines(longest.function - 2)}};\n`)).toEqual([]);
    expect(styleProblems('src/api/long.ts', `const long = () => {\n${lines(longest.function - 1)}};\n`)).toEqual([
      'src/api/long.ts: the function in line 1 has 41 lines, more than 40',
    ]);
    expect(styleProblems('src/api/long.ts', `class Long {\n  run() {\n${lines(longest.function)}}\n}\n`)).toHaveLength(1);
  });

  it('a name that says nothing', () => {
    const names = ['utils.ts', 'string-helpers.ts', 'common.ts', 'pod-manager.ts', 'controller-manager.ts', 'image-stream.ts'];
    expect(names.flatMap((name) => styleProblems(`src/oc/${name}`, ''))).toEqual(
      names.slice(0, 4).map((name) => `src/oc/${name}: its name does not say what is inside`),
    );
    expect(styleProblems('src/oc/imageStream.ts', '')).toEqual(['src/oc/imageStream.ts: its name is not kebab-case']);
  });

  it('an exported function or class without a comment', () => {
    expect(styleProblems('src/oc/tag.ts', 'export function tag(): void {}\nexport class Tag {}\nfunction own(): void {}\n')).toEqual([
      'src/oc/tag.ts: tag has no comment that says what it is for',
      'src/oc/tag.ts: Tag has no comment that says what it is for',
    ]);
    expect(styleProblems('src/oc/tag.ts', '/** Gives an image a name. */\nexport function tag(): void {}\n')).toEqual([]);
  });
});
