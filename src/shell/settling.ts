import { NeverAtRest, type Simulation } from '../simulation/simulation.ts';
import type { ShellNotices } from './notices.ts';

const secondPerLine = 1000;

/**
 * Lets the cluster come to rest after a line, which takes a second at least. Gives what went wrong there, for standard error: objects can be made to
 * quarrel without end, and the terminal has to go on.
 */
export function settleAfter(simulation: Simulation, started: number, { noRest }: ShellNotices): string {
  try {
    simulation.settle();
    simulation.advance(Math.max(0, started + secondPerLine - simulation.clock.now()));
    return '';
  } catch (error) {
    return `bash: ${error instanceof NeverAtRest ? noRest : (error as Error).message}\n`;
  }
}
