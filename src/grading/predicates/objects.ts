import type { Predicate } from '../evidence.ts';
import { namespaceOf, type Subject } from '../subject.ts';

/** Is there any object of this subject? For what has to be gone, or must still be there. */
export const isThere =
  ({ name, ...subject }: Subject): Predicate =>
  ({ state, project }) =>
    state.list(subject, namespaceOf(subject, project)).some(({ metadata }) => name === undefined || metadata.name === name);
