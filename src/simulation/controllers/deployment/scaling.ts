import type { Deployment, ReplicaSet } from '../../../api/apps.ts';
import type { ControllerContext } from '../controller.ts';
import { regarding } from '../owner-reference.ts';
import { replicaSets } from '../targets.ts';
import { desiredReplicasAnnotation, fenceposts, maxReplicasAnnotation, replicasOf, sizeAnnotations, sumOf } from './revisions.ts';

/** Did the Deployment's replicas change since its ReplicaSets were last scaled? */
// kubernetes pkg/controller/deployment/sync.go isScalingEvent
export function isScalingEvent(deployment: Deployment, all: readonly ReplicaSet[]): boolean {
  return all.some((set) => {
    const desired = set.metadata.annotations?.[desiredReplicasAnnotation];
    return replicasOf(set) > 0 && desired !== undefined && Number(desired) !== replicasOf(deployment);
  });
}

/** How many pods the new ReplicaSet may have now. */
// kubernetes pkg/controller/deployment/util NewRSNewReplicas
export function newSetReplicas(deployment: Deployment, all: readonly ReplicaSet[], newSet: ReplicaSet | undefined): number {
  const wanted = replicasOf(deployment);
  if (deployment.spec.strategy?.type === 'Recreate') return wanted;
  const current = newSet ? replicasOf(newSet) : 0;
  const room = wanted + fenceposts(deployment).maxSurge - sumOf(all, replicasOf);
  return room <= 0 ? current : current + Math.min(room, wanted - current);
}

/** Sets a ReplicaSet's size and tells of it in an event. */
export function scaleTo(deployment: Deployment, set: ReplicaSet, replicas: number, context: ControllerContext): ReplicaSet {
  const annotations = { ...set.metadata.annotations, ...sizeAnnotations(deployment) };
  const isSized = [desiredReplicasAnnotation, maxReplicasAnnotation].every((key) => annotations[key] === set.metadata.annotations?.[key]);
  const before = replicasOf(set);
  if (before === replicas && isSized) return set;
  const scaled = context.client.update<ReplicaSet>(replicaSets, set.metadata.namespace, {
    ...set,
    metadata: { ...set.metadata, annotations },
    spec: { ...set.spec, replicas },
  });
  if (before !== replicas)
    recordScaling(deployment, `Scaled ${before < replicas ? 'up' : 'down'} replica set ${set.metadata.name} to ${replicas} from ${before}`, context);
  return scaled;
}

/** Spreads a change of the Deployment's size over its ReplicaSets while a rollout stands still or has not ended. */
// kubernetes pkg/controller/deployment/sync.go scale
export function scaleProportionally(deployment: Deployment, all: readonly ReplicaSet[], newSet: ReplicaSet | undefined, context: ControllerContext): void {
  const wanted = replicasOf(deployment);
  const active = all.filter((set) => replicasOf(set) > 0);
  const only = active.length === 0 ? (newSet ?? all.at(-1)) : active.length === 1 ? active[0] : undefined;
  if (only) {
    scaleTo(deployment, only, wanted, context);
    return;
  }
  if (newSet && replicasOf(newSet) === wanted && newSet.status?.availableReplicas === wanted) {
    for (const set of active) if (set !== newSet) scaleTo(deployment, set, 0, context);
    return;
  }
  spread(deployment, active, context);
}

function spread(deployment: Deployment, active: readonly ReplicaSet[], context: ControllerContext): void {
  const allowed = replicasOf(deployment) > 0 ? replicasOf(deployment) + fenceposts(deployment).maxSurge : 0;
  const total = sumOf(active, replicasOf);
  let left = allowed - total;
  const bySize = [...active].sort((a, b) => replicasOf(b) - replicasOf(a));
  const sizes = bySize.map((set) => {
    const share = Math.round((replicasOf(set) * allowed) / Math.max(1, total)) - replicasOf(set);
    const step = left > 0 ? Math.min(left, Math.max(0, share)) : Math.max(left, Math.min(0, share));
    left -= step;
    return replicasOf(set) + step;
  });
  bySize.forEach((set, index) => {
    scaleTo(deployment, set, Math.max(0, (sizes[index] ?? 0) + (index === 0 ? left : 0)), context);
  });
}

/** Tells of a ReplicaSet's new size. */
export function recordScaling(deployment: Deployment, message: string, context: ControllerContext): void {
  context.recordEvent({ regarding: regarding(deployment), type: 'Normal', reason: 'ScalingReplicaSet', message });
}
