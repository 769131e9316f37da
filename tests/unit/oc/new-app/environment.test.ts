import { expect, test } from 'vitest';
import type { OcHost } from '../../../../src/oc/host.ts';
import { combineEnvironment, environmentList, isEnvironmentArgument } from '../../../../src/oc/new-app/environment.ts';

async function combined(typed: readonly string[], file?: string) {
  const warnings: string[] = [];
  const host = {
    stdin: '',
    files: { exists: async (path: string) => path === 'env' && file !== undefined, isDirectory: async () => false, read: async () => file },
  };
  const files = file === undefined ? [] : ['env'];
  const environment = await combineEnvironment({ typed, files, what: 'Environment variable' }, host as unknown as OcHost, (text) => warnings.push(text));
  return { environment: Object.fromEntries(environment), warnings };
}

test('an argument with a name and an equals sign is a variable', () => {
  expect(['A=1', 'A=', '=1', 'A', 'a~b=c'].map(isEnvironmentArgument)).toEqual([true, true, false, false, true]);
});

test('a variable that is typed twice keeps its first value, with a warning', async () => {
  expect(await combined(['A=1', 'B=x=y', 'A=2'])).toEqual({
    environment: { A: '1', B: 'x=y' },
    warnings: ['warning: Environment variable "A" was overwritten\n'],
  });
});

test('a file adds what was not typed', async () => {
  expect(await combined(['A=1'], '# comment\n\nA=2\nexport B = two # end\nC: "x\\ny"\n')).toEqual({
    environment: { A: '1', B: 'two', C: 'x\ny' },
    warnings: ['warning: Environment variable "A" already defined, ignoring value from file "env"\n'],
  });
});

test('names that cannot be variables are refused', async () => {
  await expect(combined(['1A=2'])).rejects.toThrow(/^invalid parameter assignment in "1A=2", \[a valid environment variable name must consist of/);
  await expect(combined(['A'])).rejects.toThrow('invalid parameter assignment in "A", []');
  await expect(combined([], 'no value')).rejects.toThrow('Cannot read variables from file "env": Can\'t separate key from value');
});

test('containers carry variables sorted, and empty ones without a value', () => {
  expect(
    environmentList(
      new Map([
        ['B', '2'],
        ['A', ''],
      ]),
    ),
  ).toEqual([{ name: 'A' }, { name: 'B', value: '2' }]);
});
