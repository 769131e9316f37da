import type { Deployment, ReplicaSet } from '../../../api/apps.ts';
import type { ControllerContext } from '../controller.ts';
import { haveRunningPods } from './old-pods.ts';
import { byCreation, fenceposts, replicasOf, sumOf } from './revisions.ts';
import { newSetReplicas, scaleTo } from './scaling.ts';

const availableOf = (set: ReplicaSet) => set.status?.availableReplicas ?? 0;

/** One step of a rolling update: first up, then down, never both at once. */
// kubernetes pkg/controller/deployment/rolling.go rolloutRolling
export function rolloutRolling(deployment: Deployment, newSet: ReplicaSet | undefined, oldSets: readonly ReplicaSet[], context: ControllerContext): void {
  if (!newSet) return;
  if (scaleNewSet(deployment, newSet, oldSets, context)) return;
  scaleOldSets(deployment, newSet, oldSets, context);
}

function scaleNewSet(deployment: Deployment, newSet: ReplicaSet, oldSets: readonly ReplicaSet[], context: ControllerContext): boolean {
  const current = replicasOf(newSet);
  const wanted = replicasOf(deployment);
  const next = current > wanted ? wanted : newSetReplicas(deployment, [newSet, ...oldSets], newSet);
  if (next === current) return false;
  scaleTo(deployment, newSet, next, context);
  return true;
}

function scaleOldSets(deployment: Deployment, newSet: ReplicaSet, oldSets: readonly ReplicaSet[], context: ControllerContext): void {
  const minAvailable = replicasOf(deployment) - fenceposts(deployment).maxUnavailable;
  const newUnavailable = replicasOf(newSet) - availableOf(newSet);
  const room = sumOf([newSet, ...oldSets], replicasOf) - minAvailable - newUnavailable;
  if (sumOf(oldSets, replicasOf) === 0 || room <= 0) return;
  const cleaned = dropUnhealthy(deployment, [...oldSets].sort(byCreation), room, context);
  const surplus = sumOf([newSet, ...cleaned], availableOf) - minAvailable;
  dropSurplus(deployment, cleaned, surplus, context);
}

/** Pods of old ReplicaSets that are not available go first: they serve nobody. */
function dropUnhealthy(deployment: Deployment, oldSets: readonly ReplicaSet[], room: number, context: ControllerContext): readonly ReplicaSet[] {
  let left = room;
  return oldSets.map((set) => {
    const count = Math.min(left, replicasOf(set) - availableOf(set));
    if (count <= 0) return set;
    left -= count;
    return scaleTo(deployment, set, replicasOf(set) - count, context);
  });
}

function dropSurplus(deployment: Deployment, oldSets: readonly ReplicaSet[], surplus: number, context: ControllerContext): void {
  let left = surplus;
  for (const set of oldSets) {
    const count = Math.min(left, replicasOf(set));
    if (count <= 0) continue;
    left -= count;
    scaleTo(deployment, set, replicasOf(set) - count, context);
  }
}

/** All old pods go before the new ReplicaSet is made. */
// kubernetes pkg/controller/deployment/recreate.go rolloutRecreate
export function rolloutRecreate(deployment: Deployment, newSet: ReplicaSet | undefined, oldSets: readonly ReplicaSet[], context: ControllerContext): void {
  const active = oldSets.filter((set) => replicasOf(set) > 0);
  for (const set of active) scaleTo(deployment, set, 0, context);
  const areGone = active.length === 0 && !haveRunningPods(oldSets, context);
  if (newSet && areGone) scaleTo(deployment, newSet, replicasOf(deployment), context);
}
