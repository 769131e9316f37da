import type { Deployment, DeploymentStatus, ReplicaSet } from '../../../api/apps.ts';
import type { Condition } from '../../../api/meta.ts';
import { findCondition, newCondition, removeCondition, setCondition } from '../conditions.ts';
import { fenceposts, replicasOf, sumOf } from './revisions.ts';

/** What a Deployment's status says now, with the conditions that tell how its rollout goes. */
// kubernetes pkg/controller/deployment/progress.go syncRolloutStatus
export function rolloutStatus(deployment: Deployment, newSet: ReplicaSet | undefined, all: readonly ReplicaSet[], now: number): DeploymentStatus {
  const counted = countedStatus(deployment, newSet, all, now);
  const conditions = withReplicaFailure(withProgress(deployment, counted, newSet, now), newSet, all);
  return withoutZeros({ ...counted, conditions });
}

/** The same where nothing is rolled out (paused, only scaled, being deleted): how the rollout goes is left as it stands. */
// kubernetes pkg/controller/deployment/sync.go syncDeploymentStatus
export const standingStatus = (deployment: Deployment, newSet: ReplicaSet | undefined, all: readonly ReplicaSet[], now: number): DeploymentStatus =>
  withoutZeros(countedStatus(deployment, newSet, all, now));

// kubernetes pkg/controller/deployment/sync.go calculateStatus
function countedStatus(deployment: Deployment, newSet: ReplicaSet | undefined, all: readonly ReplicaSet[], now: number): DeploymentStatus {
  const available = sumOf(all, (set) => set.status?.availableReplicas ?? 0);
  const isAvailable = available >= replicasOf(deployment) - fenceposts(deployment).maxUnavailable;
  const condition = isAvailable
    ? newCondition('Available', 'True', 'MinimumReplicasAvailable', 'Deployment has minimum availability.', now)
    : newCondition('Available', 'False', 'MinimumReplicasUnavailable', 'Deployment does not have minimum availability.', now);
  return {
    ...(deployment.metadata.generation !== undefined && { observedGeneration: deployment.metadata.generation }),
    replicas: sumOf(all, (set) => set.status?.replicas ?? 0),
    updatedReplicas: newSet?.status?.replicas ?? 0,
    readyReplicas: sumOf(all, (set) => set.status?.readyReplicas ?? 0),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, sumOf(all, replicasOf) - available),
    ...(deployment.status?.collisionCount && { collisionCount: deployment.status.collisionCount }),
    conditions: setCondition(deployment.status?.conditions ?? [], condition),
  };
}

/** Numbers of status are left out where they are zero. */
function withoutZeros(status: DeploymentStatus): DeploymentStatus {
  return Object.fromEntries(Object.entries(status).filter(([, value]) => value !== 0)) as DeploymentStatus;
}

function withProgress(deployment: Deployment, status: DeploymentStatus, newSet: ReplicaSet | undefined, now: number): readonly Condition[] {
  const conditions = status.conditions ?? [];
  if (deployment.spec.progressDeadlineSeconds === undefined) return removeCondition(conditions, 'Progressing');
  const current = findCondition(deployment.status?.conditions, 'Progressing');
  if (status.replicas === status.updatedReplicas && current?.reason === 'NewReplicaSetAvailable') return conditions;
  const who = newSet ? `ReplicaSet "${newSet.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
  if (isComplete(deployment, status))
    return setCondition(conditions, newCondition('Progressing', 'True', 'NewReplicaSetAvailable', `${who} has successfully progressed.`, now));
  if (hasProgressed(deployment, status)) {
    const next = newCondition('Progressing', 'True', 'ReplicaSetUpdated', `${who} is progressing.`, now);
    const kept = current?.status === 'True' && current.lastTransitionTime !== undefined ? { ...next, lastTransitionTime: current.lastTransitionTime } : next;
    return [...removeCondition(conditions, 'Progressing'), kept];
  }
  if (hasTimedOut(deployment, current, now))
    return setCondition(conditions, newCondition('Progressing', 'False', 'ProgressDeadlineExceeded', `${who} has timed out progressing.`, now));
  return conditions;
}

/** Are all pods of the new template there, available, and no others? */
// kubernetes pkg/controller/deployment/util DeploymentComplete
export function isComplete(deployment: Deployment, status: DeploymentStatus): boolean {
  const wanted = replicasOf(deployment);
  const counts = [status.updatedReplicas, status.replicas, status.availableReplicas];
  return counts.every((count = 0) => count === wanted) && (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0);
}

// kubernetes pkg/controller/deployment/util DeploymentProgressing
function hasProgressed({ status: old = {} }: Deployment, status: DeploymentStatus): boolean {
  const oldPods = ({ replicas = 0, updatedReplicas = 0 }: DeploymentStatus) => replicas - updatedReplicas;
  const grew = (field: 'updatedReplicas' | 'readyReplicas' | 'availableReplicas') => (status[field] ?? 0) > (old[field] ?? 0);
  return grew('updatedReplicas') || oldPods(status) < oldPods(old) || grew('readyReplicas') || grew('availableReplicas');
}

function hasTimedOut({ spec }: Deployment, current: Condition | undefined, now: number): boolean {
  if (!current || current.reason === 'NewReplicaSetAvailable') return false;
  if (current.reason === 'ProgressDeadlineExceeded') return true;
  return now > Date.parse(current.lastUpdateTime ?? '') + (spec.progressDeadlineSeconds ?? 0) * 1000;
}

/** Milliseconds until the progress deadline must be looked at again; undefined where nothing is under way. */
// kubernetes pkg/controller/deployment/progress.go requeueStuckDeployment
export function deadlineIn({ spec, status }: Deployment, now: number): number | undefined {
  const current = findCondition(status?.conditions, 'Progressing');
  if (spec.progressDeadlineSeconds === undefined || spec.paused || !current) return undefined;
  if (current.reason === 'NewReplicaSetAvailable' || current.reason === 'ProgressDeadlineExceeded') return undefined;
  return Math.max(0, Date.parse(current.lastUpdateTime ?? '') + spec.progressDeadlineSeconds * 1000 - now) + 1000;
}

function withReplicaFailure(conditions: readonly Condition[], newSet: ReplicaSet | undefined, all: readonly ReplicaSet[]): readonly Condition[] {
  const failing = [newSet, ...all].find((set) => findCondition(set?.status?.conditions, 'ReplicaFailure'));
  const failure = findCondition(failing?.status?.conditions, 'ReplicaFailure');
  if (!failure) return removeCondition(conditions, 'ReplicaFailure');
  return setCondition(conditions, { ...failure, lastUpdateTime: failure.lastTransitionTime ?? '' });
}
