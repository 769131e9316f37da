import type { Shell } from '../shell/shell.ts';
import { createShell } from '../shell/shell-session.ts';
import type { ClusterContent, RegistriesContent } from '../simulation/scenario.ts';
import { createSimulation, type Simulation } from '../simulation/simulation.ts';
import { readHelp } from './help-files.ts';
import { type CommandStep, isCommand, type RecordedSession, type RecordedStep, type WaitStep } from './recorded-session.ts';

/** Where a replay starts from. */
export interface StartingPoint {
  readonly cluster: ClusterContent;
  readonly registries: RegistriesContent;
}

const texts = await readHelp('en');

interface Player {
  readonly simulation: Simulation;
  readonly shell: Shell;
}

/** Plays a recorded session against a fresh simulation: the same session, with what this `oc` answered. What was recorded makes no difference to it. */
export async function playSession(session: RecordedSession, start: StartingPoint): Promise<RecordedSession> {
  const simulation = createSimulation({ ...start, ...(session.schedule !== undefined && { scheduledImportSeconds: session.schedule }) });
  const shell = await createShell({ simulation, texts, user: session.user });
  const player = { simulation, shell };
  const setup = session.createProject === false ? undefined : await type(player, { cmd: `oc new-project ${session.project ?? session.id}` }, undefined);
  const steps: RecordedStep[] = [];
  for (const [index, step] of session.steps.entries()) steps.push(await play(player, step, index));
  return { ...session, ...(setup && { setup }), steps };
}

async function play(player: Player, step: RecordedStep, index: number): Promise<RecordedStep> {
  if (isCommand(step)) return type(player, step, index);
  if ('file' in step) await player.shell.writeFile(step.file, step.content);
  else if ('push' in step) player.simulation.push(step.push, step);
  else await wait(player, step);
  return step;
}

/** Each command was a `bash -c` of its own: nothing but files carries over. */
async function type({ simulation, shell }: Player, step: CommandStep, index: number | undefined): Promise<CommandStep> {
  simulation.attributeTo(index);
  const { stdout, stderr, exitCode } = await shell.run(`bash -c ${quoted(step.cmd)}`, step.as === undefined ? {} : { as: step.as });
  const { stdout: _stdout, stderr: _stderr, exitCode: _exitCode, stable: _stable, why: _why, ...typed } = step;
  return { ...typed, cmd: step.cmd, stdout, stderr, exitCode };
}

async function wait(player: Player, { wait: what, until, match, as }: WaitStep): Promise<void> {
  if (typeof what === 'number') player.simulation.advance(what * 1000);
  else if (what === 'until' && until !== undefined) await waitUntil(player, { cmd: until, ...(as !== undefined && { as }) }, new RegExp(match ?? ''));
  else if (what.startsWith('--for=')) await player.shell.run(`oc wait ${what}`);
  player.simulation.settle();
}

async function waitUntil(player: Player, step: CommandStep, match: RegExp): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const { stdout = '' } = await type(player, step, undefined);
    if (match.test(stdout)) return;
    player.simulation.advance(1000);
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
