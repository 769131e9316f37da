import type { CommandRecord, Evidence, Exercise, Trial } from '../grading/index.ts';
import type { LabWorld } from './lab-world.ts';

/** What graders look at: the cluster, the registries and what was typed, and a way to try on a copy what would happen. */
export function evidenceOf({ simulation, shell }: LabWorld, exercise: Exercise, commands: readonly CommandRecord[]): Evidence {
  return {
    project: exercise.scenario.project,
    state: simulation.state,
    commands,
    registries: simulation.registries,
    trial: () => startTrial({ simulation, shell }, exercise, commands),
  };
}

async function startTrial(world: LabWorld, exercise: Exercise, commands: readonly CommandRecord[]): Promise<Trial> {
  const simulation = world.simulation.fork();
  const shell = await world.shell.fork(simulation);
  const typed = [...commands];
  return {
    ...evidenceOf({ simulation, shell }, exercise, typed),
    run: async (line) => {
      simulation.attributeTo(typed.length);
      const { exitCode } = await shell.run(line);
      typed.push({ index: typed.length, line, exitCode });
    },
  };
}
