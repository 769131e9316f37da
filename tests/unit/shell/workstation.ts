import type { HelpTexts } from '../../../src/oc/help-texts.ts';
import type { OcHost, OcResult } from '../../../src/oc/host.ts';
import { createBashSession } from '../../../src/shell/bash-session.ts';
import type { Shell, ShellOptions } from '../../../src/shell/shell.ts';
import { VirtualClock } from '../../../src/simulation/clock.ts';
import type { Simulation } from '../../../src/simulation/simulation.ts';

const start = Date.UTC(2026, 0, 5, 9, 0, 0);

/** A shell whose `oc` only tells how it was called, and the log of what its cluster was asked to do. */
export async function workstation(
  options: Partial<ShellOptions> = {},
): Promise<{ readonly shell: Shell; readonly log: string[]; readonly clock: VirtualClock }> {
  const log: string[] = [];
  const clock = new VirtualClock(start);
  const shell = await createBashSession(
    { simulation: fakeSimulation(clock, log), texts: { language: 'en' } as HelpTexts, user: 'developer', ...options },
    {
      run: tellingOc,
      complete: (words) => (words.length === 1 ? ['get', 'get-token', 'tag'] : ['istag/a', 'istag/b']),
      prompt: async (text) => `[${text}]$`,
      login: (user) => `login of ${user}`,
    },
  );
  return { shell, log, clock };
}

export function fakeSimulation(clock: VirtualClock, log: string[]): Simulation {
  return {
    clock,
    advance: (milliseconds: number) => clock.advanceTo(clock.now() + milliseconds),
    reconcile: () => log.push('reconcile'),
    settle: () => log.push('settle'),
  } as unknown as Simulation;
}

async function tellingOc(args: readonly string[], host: OcHost): Promise<OcResult> {
  const [verb, ...rest] = args;
  if (verb === 'wait') await host.sleep(Number(rest[0]) * 1000);
  if (host.signal?.aborted) return { stdout: 'so far\n', stderr: '', exitCode: 1 };
  if (verb === 'stdin') return { stdout: host.stdin, stderr: '', exitCode: 0 };
  if (verb === 'env') return { stdout: `${host.env[rest[0] ?? ''] ?? '(unset)'}\n`, stderr: '', exitCode: 0 };
  if (verb === 'edit') return editFile(rest[0] ?? '', host);
  if (verb === 'fail') return { stdout: '', stderr: 'error: no\n', exitCode: 3 };
  return { stdout: `oc ${args.join(' ')}\n`, stderr: '', exitCode: 0 };
}

async function editFile(path: string, host: OcHost): Promise<OcResult> {
  if (!host.edit) return { stdout: '', stderr: 'no editor\n', exitCode: 1 };
  await host.files.write('/tmp/edit.yaml', await host.files.read(path));
  await host.edit('/tmp/edit.yaml');
  return { stdout: await host.files.read('/tmp/edit.yaml'), stderr: '', exitCode: 0 };
}
