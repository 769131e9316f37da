import type { Predicate } from '../evidence.ts';
import type { Diagnosis } from '../exercise.ts';
import { mistakes } from './atlas.ts';
import { otherwise } from './mistake.ts';

type Ladder = readonly Diagnosis<never>[];
type Named<Name extends string> = Readonly<Record<Name, string>>;

/**
 * Mistakes that labs tell apart in the same order, because each makes sense only once those before it are ruled out: rungs for the `diagnoses` of a
 * goal. A lab whose task asks for another order, or for other points, writes its own.
 */
export const ladders = {
  /** The secret is not there to be looked into; `points` where the login lies in another one. */
  noSecret: (named: Named<'secret' | 'server' | 'username' | 'password'>, points: number): Ladder => [
    mistakes.secretElsewhere(named),
    mistakes.secretOtherName(named, points),
    mistakes.podmanLoginInstead(named),
    mistakes.secretMissing(named),
    mistakes.secretWrongType(named),
  ],
  /** All of a goal that asks for a login in a secret; `points` for the right server or the right login, half of them for neither. */
  login: (named: Named<'secret' | 'server' | 'username' | 'password'>, points: number): Ladder => [
    ...ladders.noSecret(named, points),
    mistakes.secretWrongServer(named, points / 2),
    otherwise(mistakes.secretWrongLogin(named, points)),
  ],
  /** All of a goal that asks for a secret linked for pulls; `points` for a link of another kind. */
  link: (named: Named<'secret' | 'account'>, points: number): Ladder => [
    mistakes.linkedForMount(named, points),
    mistakes.linkedToOther(named, points),
    otherwise(mistakes.notLinked(named)),
  ],
  /** There is no stream to look into. */
  noStream: (named: Named<'stream'>): Ladder => [mistakes.streamElsewhere(named), mistakes.withoutConfirm(named), mistakes.streamMissing(named)],
  /** There is no application to look into; `points` where it bears another name. */
  noApp: (named: Named<'app' | 'stream'>, points: number): Ladder => [
    mistakes.appElsewhere(named),
    mistakes.appOtherName(named, points),
    mistakes.appMissing(named),
  ],
  /** All of a goal that asks a given application to stay with its tag and run its image; `points` where it follows and does not run. */
  staysWithTag: (named: Named<'app' | 'stream' | 'tag'>, points: number): Ladder => [
    mistakes.appMissing(named),
    mistakes.pastTheStream(named, 5),
    mistakes.triggerOtherTag(named, 5),
    mistakes.triggerMissing(named, 5),
    mistakes.triggerManual(named, 10),
    mistakes.triggerNoPlace(named, 5),
    mistakes.paused(named, points),
    otherwise(mistakes.notReady(named, points)),
  ],
  /** All of a goal that asks for a new build in the pods; `points` once the tag `holds` it. */
  newBuild: (named: Named<'app' | 'stream' | 'tag' | 'source'>, holds: Predicate, points: number): Ladder => [
    { ...mistakes.rolloutUnfinished(named, points), when: holds },
    mistakes.restartForImport(named),
    otherwise(mistakes.staleTag(named)),
  ],
};
