import { durationMs, type ExerciseScenario, type ScenarioStep } from '../grading/index.ts';
import type { OcTexts } from '../oc/help-texts.ts';
import type { Shell } from '../shell/shell.ts';
import { createShell } from '../shell/shell-session.ts';
import clusterContent from '../simulation/content/cluster.json' with { type: 'json' };
import registriesContent from '../simulation/content/registries.json' with { type: 'json' };
import type { ClusterContent, RegistriesContent } from '../simulation/scenario.ts';
import { createSimulation, type Simulation } from '../simulation/simulation.ts';
import { withTimeline } from './timeline.ts';

/** A cluster and a shell on it, as an exercise's scenario wants them before the learner types. */
export interface LabWorld {
  readonly simulation: Simulation;
  readonly shell: Shell;
}

export interface WorldOptions {
  readonly scenario: ExerciseScenario;
  readonly texts: OcTexts;
  edit?(path: string, text: string): Promise<string | undefined>;
  /** Awaited between the parts of the work, so that a page can draw meanwhile. */
  breathe?(): Promise<void>;
}

/** Builds the scenario: the cluster, the learner's login and project, and the steps that came before. */
export async function createLabWorld({ scenario, texts, edit, breathe }: WorldOptions): Promise<LabWorld> {
  const bare = createSimulation({
    cluster: clusterContent as unknown as ClusterContent,
    registries: registriesContent as unknown as RegistriesContent,
    hasRegistryOperator: true,
    ...(scenario.faults && { faults: scenario.faults }),
  });
  const simulation = withTimeline(bare, scenario.timeline ?? []);
  await breathe?.();
  const shell = await createShell({ simulation, texts, user: scenario.user, ...(scenario.files && { files: scenario.files }), ...(edit && { edit }) });
  await breathe?.();
  await setUp(shell, `oc new-project ${scenario.project}`);
  for (const step of scenario.setup ?? []) {
    await breathe?.();
    await takeStep(step, { simulation, shell });
  }
  return { simulation, shell };
}

/** Takes a step of a scenario: a command, a push, time. */
export async function takeStep(step: ScenarioStep, { simulation, shell }: LabWorld): Promise<void> {
  if ('push' in step) simulation.push(step.push, { variant: step.variant });
  else if ('pass' in step) simulation.advance(durationMs(step.pass));
  else await setUp(shell, step.run, step.as);
}

/** A scenario whose own commands fail is a defect of the exercise, and says so. */
async function setUp(shell: Shell, line: string, as?: string): Promise<void> {
  const { exitCode, stderr } = await shell.run(line, as === undefined ? {} : { as });
  if (exitCode !== 0) throw new Error(`the scenario's own step failed: ${line}\n${stderr}`);
}
