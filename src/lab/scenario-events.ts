import type { Evidence, ScenarioEvent } from '../grading/index.ts';
import { type LabWorld, takeStep } from './lab-world.ts';

/** Events of a scenario that wait for their moment. */
export class ScenarioEvents {
  #waiting: readonly ScenarioEvent[];

  constructor(events: readonly ScenarioEvent[]) {
    this.#waiting = events;
  }

  /** Lets happen what the learner's last command has brought about. Gives the ids of what happened, in order. */
  async happen(world: LabWorld, evidence: Evidence): Promise<readonly string[]> {
    const happened: string[] = [];
    for (const event of this.#waiting) {
      if (!(await event.when(evidence))) continue;
      world.simulation.attributeTo(undefined); // nobody's command, so no goal may blame one
      for (const step of event.steps) await takeStep(step, world);
      world.simulation.settle();
      happened.push(event.id);
    }
    this.#waiting = this.#waiting.filter(({ id }) => !happened.includes(id));
    return happened;
  }
}
