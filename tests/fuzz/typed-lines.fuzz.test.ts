import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyLines, ocLines } from './command-lines.ts';
import { defects } from './defects.ts';
import { workstation } from './workstation.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 100);

describe('whatever is typed', () => {
  it('is answered, never with an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLines, { minLength: 1, maxLength: 4 }), async (lines) => {
        const { shell } = await workstation();
        for (const line of lines) {
          const { stdout, stderr, exitCode } = await shell.run(line);
          expect(typeof exitCode).toBe('number');
          if (!defects.test(line)) expect(`${line}\n${stdout}${stderr}`).not.toMatch(defects);
        }
      }),
      { numRuns },
    );
  });

  it('replays: the same lines give the same answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ocLines, { minLength: 1, maxLength: 5 }), async (lines) => {
        const [one, two] = [await workstation(), await workstation()];
        for (const line of lines) expect(await two.shell.run(line)).toEqual(await one.shell.run(line));
        expect(two.simulation.state.changes.length).toBe(one.simulation.state.changes.length);
      }),
      { numRuns },
    );
  });

  it('leaves every object with the version of its last change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ocLines, { minLength: 1, maxLength: 5 }), async (lines) => {
        const { shell, simulation } = await workstation();
        for (const line of lines) await shell.run(line);
        const versions = simulation.state.changes.map(({ resourceVersion }) => resourceVersion);
        expect(versions).toEqual([...versions].sort((a, b) => a - b));
        const stream = simulation.state.get({ group: 'image.openshift.io', resource: 'imagestreams' }, 'demo', 'app');
        if (stream) expect(versions).toContain(Number(stream.metadata.resourceVersion));
      }),
      { numRuns },
    );
  });
});

describe('what was read can be written back', () => {
  it.each(['imagestream/app', 'serviceaccount/default', 'rolebinding/admin'])('%s: get -o yaml | replace -f - changes nothing', async (what) => {
    const { shell, simulation } = await workstation();
    const before = simulation.state.changes.length;
    const { stderr, exitCode } = await shell.run(`oc get ${what} -o yaml | oc replace -f -`);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(simulation.state.changes.slice(before).filter(({ actor }) => actor === 'developer')).toEqual([]);
  });
});
