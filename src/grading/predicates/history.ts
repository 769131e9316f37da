import type { ChangeRecord } from '../../simulation/store.ts';
import type { Evidence, Predicate } from '../evidence.ts';
import { type Subject, touches } from '../subject.ts';

/** A kind of change in the log, by the learner's own doing: what order predicates speak of. */
export interface Step {
  readonly of: Subject;
  readonly type?: ChangeRecord['type'];
  /** What the object looks like after the change. */
  readonly where?: (object: ChangeRecord['object']) => boolean;
}

/** Something was written by one of the learner's commands. */
export const happened =
  (step: Step): Predicate =>
  (evidence) =>
    first(evidence, step) !== undefined;

/** No command of the learner's ever did this. */
export const never =
  (step: Step): Predicate =>
  (evidence) =>
    first(evidence, step) === undefined;

/** Both happened, and the first time of `earlier` came before the first time of `later`. */
export const before =
  (earlier: Step, later: Step): Predicate =>
  (evidence) => {
    const [one, two] = [first(evidence, earlier), first(evidence, later)];
    return one !== undefined && two !== undefined && one < two;
  };

/** Both happened, and the last time of `later` came after the first time of `earlier`. */
export const after =
  (later: Step, earlier: Step): Predicate =>
  (evidence) => {
    const [one, two] = [first(evidence, earlier), last(evidence, later)];
    return one !== undefined && two !== undefined && two > one;
  };

const matching = ({ state, project }: Evidence, { of, type, where }: Step): readonly number[] =>
  state.changes
    .filter((change) => change.cause !== undefined && touches(of, change, project))
    .filter((change) => (type === undefined || change.type === type) && (where === undefined || where(change.object)))
    .map((change) => change.resourceVersion);

const first = (evidence: Evidence, step: Step) => matching(evidence, step)[0];
const last = (evidence: Evidence, step: Step) => matching(evidence, step).at(-1);
