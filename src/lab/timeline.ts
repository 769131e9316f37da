import { durationMs, type TimelineStep } from '../grading/index.ts';
import type { Simulation } from '../simulation/simulation.ts';

/** The simulation, with the pushes of the timeline happening in it as its virtual time goes by. */
export function withTimeline(simulation: Simulation, steps: readonly TimelineStep[], start = simulation.clock.now()): Simulation {
  if (steps.length === 0) return simulation;
  const waiting: DueStep[] = steps.map((step) => ({ ...step, at: start + durationMs(step.after) })).sort((a, b) => a.at - b.at);
  return {
    clock: simulation.clock,
    api: simulation.api,
    registries: simulation.registries,
    state: simulation.state,
    server: simulation.server,
    tokenOf: (user) => simulation.tokenOf(user),
    requestToken: (user, password) => simulation.requestToken(user, password),
    attributeTo: (cause) => simulation.attributeTo(cause),
    reconcile: () => simulation.reconcile(),
    push: (reference, build) => simulation.push(reference, build),
    ...whilePushing(simulation, waiting),
    fork: () => withTimeline(simulation.fork(), waiting, start),
  };
}

interface DueStep extends TimelineStep {
  readonly at: number;
}

/** How time passes where pushes wait for theirs; each is taken off `waiting` when it happens. */
function whilePushing(simulation: Simulation, waiting: DueStep[]): Pick<Simulation, 'settle' | 'advance' | 'nextDue'> {
  const bringDue = () => {
    while (waiting[0] && waiting[0].at <= simulation.clock.now()) {
      const { push, variant } = waiting.shift() as DueStep;
      simulation.push(push, { variant });
    }
  };
  const advance = (milliseconds: number) => {
    const end = simulation.clock.now() + milliseconds;
    while (waiting[0] && waiting[0].at <= end) {
      simulation.advance(Math.max(0, waiting[0].at - simulation.clock.now()));
      bringDue();
    }
    simulation.advance(Math.max(0, end - simulation.clock.now()));
  };
  const settle = (limitMs?: number) => {
    simulation.settle(limitMs);
    bringDue();
  };

  const nextDue = () => {
    const due = [simulation.nextDue(), waiting[0]?.at].filter((at) => at !== undefined);
    return due.length === 0 ? undefined : Math.min(...due);
  };
  return { settle, advance, nextDue };
}
