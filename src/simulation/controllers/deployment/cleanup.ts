import type { Deployment, ReplicaSet } from '../../../api/apps.ts';
import type { ControllerContext } from '../controller.ts';
import { deleteIfThere } from '../pod-control.ts';
import { replicaSets } from '../targets.ts';
import { isComplete } from './deployment-status.ts';
import { findNewReplicaSet } from './new-replica-set.ts';
import { replicasOf, revisionOf } from './revisions.ts';

/** Once a rollout is complete, old ReplicaSets beyond `revisionHistoryLimit` go, lowest revision first. */
// kubernetes pkg/controller/deployment/sync.go cleanupDeployment
export function removeOldReplicaSets(deployment: Deployment, context: ControllerContext, all: readonly ReplicaSet[]): void {
  const limit = deployment.spec.revisionHistoryLimit;
  if (limit === undefined || !isComplete(deployment, deployment.status ?? {})) return;
  const newSet = findNewReplicaSet(deployment, all);
  const removable = all.filter((set) => set !== newSet && set.metadata.deletionTimestamp === undefined).sort((a, b) => revisionOf(a) - revisionOf(b));
  for (const set of removable.slice(0, Math.max(0, removable.length - limit))) {
    if (replicasOf(set) === 0 && (set.status?.replicas ?? 0) === 0) deleteIfThere(context, replicaSets, set.metadata.namespace, set.metadata.name);
  }
}
