import { Script } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { labScript } from '../../src/site/build/disk-scripts.ts';

describe('the lab as one classic script', () => {
  let script: string;
  beforeAll(async () => {
    script = await labScript();
  });

  test('is a script, not a module: nothing is awaited or imported at its top', () => {
    expect(() => new Script(script)).not.toThrow();
  });

  test('asks for no other script and for no address of its own', () => {
    expect(script.match(/import\.meta\b|\bimport\s*\(/g) ?? []).toEqual([]);
  });

  test('holds the exercise, its words and the help in every language', () => {
    const parts = ['diskLab', 'images-review', 'registry-credentials', '레지스트리', 'Tạo', 'Déployer'];
    expect(parts.filter((part) => !script.includes(part))).toEqual([]);
  });
});

test('a module in disguise is noticed', () => {
  expect(() => new Script('const lab = await load();')).toThrow();
});
