import { afterEach, describe, expect, test, vi } from 'vitest';
import { readExercise, readMessages } from '../../../src/cli/exercises.ts';
import { readHelp } from '../../../src/cli/help-files.ts';
import { createLabSession } from '../../../src/lab/lab-session.ts';
import { commandModules } from '../../../src/oc/commands.ts';
import { shellNotices } from '../../../src/shell/notices.ts';
import { toldUnloaded } from '../../../src/shell/unloaded-code.ts';

const modules = commandModules as Record<string, (typeof commandModules)[string]>;
const { annotate: load, autoscale } = modules as Record<'annotate' | 'autoscale', (typeof commandModules)[string]>;
const away = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: https://example.com/_astro/annotate.x.js'));
afterEach(() => {
  Object.assign(modules, { annotate: load, autoscale });
});

async function openLab(saved?: string) {
  const [exercise, messages] = await Promise.all([readExercise('images-review'), readMessages('images-review', 'fr')]);
  return createLabSession({ exercise, messages, texts: await readHelp('fr'), mistakes: {}, ...(saved !== undefined && { saved }) });
}

test('a line whose command cannot be loaded says so, leaves no trace, and works when it can', async () => {
  const { session } = await openLab();
  await session.run('oc create secret generic one');
  await session.showHint();
  const state = () => ({ now: session.now, saved: session.save(), prompt: session.prompt, secrets: session.commands });
  const before = state();
  modules.annotate = away;
  const shown = vi.fn();
  const { stderr, exitCode } = await session.run('oc create secret generic two; oc annotate secret one team=blue', { onOutput: shown });
  expect(exitCode).toBe(1);
  expect(stderr).toBe(`bash: ${shellNotices('fr').notLoaded}\n`);
  expect(shown.mock.calls.flat().join('')).not.toContain('dynamically imported');
  expect(state()).toEqual(before);
  expect((await session.run('oc get secret two')).exitCode).toBe(1);
  modules.annotate = load;
  expect((await session.run('oc annotate secret one team=blue')).stdout).toBe('secret/one annotated\n');
});

test('saved progress whose commands cannot be loaded is not half a lab: it does not open', async () => {
  modules.autoscale = away;
  const entries = [{ line: 'oc create secret generic one' }, { line: 'oc autoscale deployment/web --max=2' }];
  const saved = JSON.stringify({ version: 1, exercise: 'images-review', entries, hintsShown: {} });
  await expect(openLab(saved)).rejects.toThrow(shellNotices('fr').notLoaded);
  modules.autoscale = autoscale;
  expect((await openLab(saved)).session.commands.map(({ line }) => line)).toEqual(entries.map(({ line }) => line));
});

describe('that a part of the code did not come', () => {
  const notices = { notLoaded: 'not loaded' };
  test.each([
    ['Chromium', 'error: Failed to fetch dynamically imported module: https://example.com/a.js\n'],
    ['Firefox', 'bash: jq: error loading dynamically imported module: https://example.com/a.js\n'],
    ['Safari', 'bash: Importing a module script failed.\n'],
  ])('is known by the words of %s', (_, stderr) => {
    expect(toldUnloaded({ stdout: 'before\n', stderr }, notices)).toEqual({ stdout: 'before\n', stderr: 'bash: not loaded\n', isUnloaded: true });
  });
  test('is not read into anything else', () => {
    const result = { stdout: 'module\n', stderr: 'error: failed to fetch\n' };
    expect(toldUnloaded(result, notices)).toBe(result);
  });
});
