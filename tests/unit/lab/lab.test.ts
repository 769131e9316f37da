import { describe, expect, it } from 'vitest';
import { splitCommands } from '../../../src/lab/command-file.ts';
import { readProgress, writeProgress } from '../../../src/lab/saved-progress.ts';
import { withTimeline } from '../../../src/lab/timeline.ts';
import type { Simulation } from '../../../src/simulation/simulation.ts';

describe('saved progress', () => {
  const progress = {
    exercise: 'x',
    entries: [
      { line: 'oc edit is/a', edits: ['new', null] },
      { line: 'oc get is -w', interruptAt: 3 },
      { file: 'a.yaml', text: 'b' },
    ],
    hintsShown: { credentials: 2, linked: 1 },
    solutionShown: true,
  };

  it('reads what it wrote', () => expect(readProgress(writeProgress(progress), 'x')).toEqual({ version: 1, ...progress }));
  it('forgets hints that were counted in another way', () => {
    const older = { ...progress, hintsShown: 2 as unknown as typeof progress.hintsShown };
    expect(readProgress(writeProgress(older), 'x')?.hintsShown).toEqual({});
  });
  it.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['another version', writeProgress(progress).replace('"version":1', '"version":2')],
    ['another exercise', writeProgress({ ...progress, exercise: 'y' })],
    ['no entries', '{"version":1,"exercise":"x"}'],
    ['entries of another shape', '{"version":1,"exercise":"x","entries":[{"line":5}]}'],
    ['an interrupt of another shape', '{"version":1,"exercise":"x","entries":[{"line":"a","interruptAt":"3"}]}'],
    ['edits of another shape', '{"version":1,"exercise":"x","entries":[{"line":"a","edits":[1]}]}'],
  ])('does not read %s', (_, text) => expect(readProgress(text, 'x')).toBeUndefined());
});

describe('a file of commands', () => {
  it('is split where the shell would run, without comments and blank lines', () => {
    const text = '# set up\n\noc get \\\n  pods\n\noc create -f - <<EOF\n# kept\n\nEOF\noc whoami';
    const isComplete = (open: string) => !open.endsWith('\\') && (!open.includes('<<EOF') || open.endsWith('\nEOF'));
    expect(splitCommands(text, isComplete)).toEqual(['oc get \\\n  pods', 'oc create -f - <<EOF\n# kept\n\nEOF', 'oc whoami']);
  });
  it('keeps an unfinished end', () => expect(splitCommands('oc get \\', () => false)).toEqual(['oc get \\']));
});

describe('the timeline', () => {
  function recordingSimulation(log: string[]): Simulation {
    let now = 0;
    return {
      clock: { now: () => now },
      advance: (milliseconds: number) => {
        now += milliseconds;
        log.push(`at ${now / 1000}`);
      },
      settle: () => {
        now += 5000;
      },
      push: (reference: string) => log.push(`push ${reference}`),
    } as unknown as Simulation;
  }
  const steps = [
    { after: '2m', push: 'b:1', variant: 'b' },
    { after: '1m', push: 'a:1', variant: 'b' },
  ];

  it('brings pushes at their time while time passes', () => {
    const log: string[] = [];
    const simulation = withTimeline(recordingSimulation(log), steps);
    simulation.advance(90_000);
    simulation.advance(90_000);
    expect(log).toEqual(['at 60', 'push a:1', 'at 90', 'at 120', 'push b:1', 'at 180']);
  });

  it('knows when something happens next: in the cluster, or by its own pushes', () => {
    const log: string[] = [];
    const simulation = withTimeline({ ...recordingSimulation(log), nextDue: () => 90_000 }, [{ after: '1m', push: 'a:1', variant: 'b' }]);
    expect(simulation.nextDue()).toBe(60_000);
    simulation.advance(60_000);
    expect(simulation.nextDue()).toBe(90_000);
  });

  it('brings what came due while the cluster settled', () => {
    const log: string[] = [];
    const simulation = withTimeline(recordingSimulation(log), [{ after: '3s', push: 'a:1', variant: 'b' }]);
    simulation.settle();
    expect(log).toEqual(['push a:1']);
  });
});
