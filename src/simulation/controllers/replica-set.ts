import type { ReplicaSet } from '../../api/apps.ts';
import { matchesSelector } from '../../api/label-selector.ts';
import { replicaController } from './replica-controller.ts';
import { replicaSets } from './targets.ts';

/** Keeps the pods of ReplicaSets. */
export const replicaSetController = replicaController<ReplicaSet>({
  name: 'replicaset-controller',
  target: replicaSets,
  kind: 'ReplicaSet',
  selects: ({ spec }, labels) => matchesSelector(spec.selector, labels),
});
