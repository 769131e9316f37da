import type { OcContext } from './command.ts';
import { SilentExit } from './errors.ts';
import { notice } from './notice.ts';

/** How a wait went on: time has passed; it is over (Ctrl-C, or its own limit); or nothing is left to happen, ever. */
export type Passed = 'passed' | 'over' | 'idle';

// where nobody can tell when something happens next
const interval = 500;

/** Lets time pass until something may have happened, at most until `until`. */
export async function passTime({ host }: Pick<OcContext, 'host'>, until = Number.POSITIVE_INFINITY): Promise<Passed> {
  const now = host.now();
  if (host.signal?.aborted || now >= until) return 'over';
  const due = host.nextDue ? host.nextDue() : now + interval;
  if (due === undefined && until === Number.POSITIVE_INFINITY) return 'idle';
  await host.sleep(Math.max(1, Math.min(due ?? until, until) - now));
  return 'passed';
}

/** Says that a wait ends because the cluster has come to rest: a real one would go on waiting. */
export const sayIdle = (oc: Pick<OcContext, 'err' | 'host'>): void => oc.err(notice(oc.host.texts, 'nothing-left'));

/** The same where what was waited for has not come: the command fails. */
export function giveUp(oc: Pick<OcContext, 'err' | 'host'>): never {
  sayIdle(oc);
  throw new SilentExit();
}
