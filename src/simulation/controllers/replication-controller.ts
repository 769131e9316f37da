import type { ReplicationController } from '../../api/apps.ts';
import { matchesSelector } from '../../api/label-selector.ts';
import { replicaController } from './replica-controller.ts';
import { replicationControllers } from './targets.ts';

/** Keeps the pods of ReplicationControllers. */
export const replicationController = replicaController<ReplicationController>({
  name: 'replication-controller',
  target: replicationControllers,
  kind: 'ReplicationController',
  selects: ({ spec }, labels) => matchesSelector({ matchLabels: spec.selector ?? {} }, labels),
});
