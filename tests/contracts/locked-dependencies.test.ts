import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dependencyProblems, type Lock, type LockedPackage, type Manifest } from './locked-dependencies.ts';

const root = join(import.meta.dirname, '../..');
const read = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const lock = read<Lock>('package-lock.json');
const withPackage = (name: string, locked: LockedPackage): Lock => ({ packages: { ...lock.packages, [`node_modules/${name}`]: locked } });
const integrity = `sha512-${'A'.repeat(86)}==`;
const fine: LockedPackage = { version: '1.0.0', integrity, license: 'MIT' };

test('what is installed is pinned, comes whole from the registry, runs only what it may, and may be passed on', () => {
  expect(dependencyProblems(manifest, lock)).toEqual([]);
  expect(dependencyProblems(manifest, withPackage('planted', fine))).toEqual([]);
});

test.each<readonly [string, Manifest, Lock, RegExp]>([
  ['a range', { ...manifest, devDependencies: { ...manifest.devDependencies, yaml: '^2.9.1' } }, lock, /^yaml: \^2\.9\.1 is no exact version$/],
  [
    'another version than the lock’s',
    { ...manifest, devDependencies: { ...manifest.devDependencies, yaml: '2.9.0' } },
    lock,
    /^yaml: 2\.9\.0 in package\.json/,
  ],
  ['no checksum', manifest, withPackage('planted', { ...fine, integrity: '' }), /^planted: no sha512/],
  ['an old checksum', manifest, withPackage('planted', { ...fine, integrity: 'sha1-abc' }), /^planted: no sha512/],
  ['another source', manifest, withPackage('planted', { ...fine, resolved: 'git+ssh://git@example.com/a.git' }), /^planted: comes from git/],
  ['a folder', manifest, withPackage('planted', { ...fine, resolved: '../a', link: true }), /^planted: comes from \.\.\/a/],
  ['a script', manifest, withPackage('planted', { ...fine, hasInstallScript: true }), /^planted: runs a script/],
  ['a script that is gone', { ...manifest, allowScripts: { ...manifest.allowScripts, planted: true } }, lock, /^planted: is in allowScripts/],
  ['a licence of another kind', manifest, withPackage('planted', { ...fine, license: 'GPL-3.0-only' }), /^planted: GPL-3\.0-only is on no list$/],
  ['half a licence', manifest, withPackage('planted', { ...fine, license: 'MIT AND AGPL-3.0' }), /^planted: MIT AND AGPL-3\.0 is on no list$/],
  ['an exception for somebody else', manifest, withPackage('planted', { ...fine, license: 'MPL-2.0' }), /^planted: MPL-2\.0/],
  ['no licence', manifest, withPackage('planted', { version: '1.0.0', integrity }), /^planted: no license is on no list$/],
  ['an override nobody needs', { ...manifest, overrides: { ...manifest.overrides, yaml: '2.9.1' } }, withoutAsking('yaml'), /^yaml: overridden, though/],
])('%s is found', (_, planted, plantedLock, found) => {
  const problems = dependencyProblems(planted, plantedLock);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(found);
});

/** The lock, in which no package asks for `name`. */
function withoutAsking(name: string): Lock {
  const without = (names: Readonly<Record<string, string>> = {}) => Object.fromEntries(Object.entries(names).filter(([each]) => each !== name));
  const packages = Object.entries(lock.packages).map(([path, locked]) => [
    path,
    { ...locked, dependencies: without(locked.dependencies), optionalDependencies: without(locked.optionalDependencies) },
  ]);
  return { packages: Object.fromEntries(packages) };
}
