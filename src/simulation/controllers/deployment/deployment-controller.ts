import type { Deployment, DeploymentStatus, ReplicaSet } from '../../../api/apps.ts';
import { matchesSelector } from '../../../api/label-selector.ts';
import { findCondition, newCondition, setCondition } from '../conditions.ts';
import type { Controller, ControllerContext, RequeueAfter } from '../controller.ts';
import { controllerOf, controllerReference, isControlledBy, splitKey, watchOwned, watchSelf } from '../owner-reference.ts';
import { deployments, pods, replicaSets } from '../targets.ts';
import { removeOldReplicaSets } from './cleanup.ts';
import { deadlineIn, rolloutStatus, standingStatus } from './deployment-status.ts';
import { findNewReplicaSet, getNewReplicaSet } from './new-replica-set.ts';
import { byCreation } from './revisions.ts';
import { rolloutRecreate, rolloutRolling } from './rollout.ts';
import { isScalingEvent, scaleProportionally } from './scaling.ts';

/** Rolls Deployments out: one ReplicaSet for each pod template, scaled up and down step by step. */
// kubernetes pkg/controller/deployment/deployment_controller.go syncDeployment
export const deploymentController: Controller = {
  name: 'deployment-controller',
  user: 'system:serviceaccount:kube-system:deployment-controller',
  watches: [
    watchSelf(deployments),
    watchOwned(replicaSets, 'Deployment'),
    { resource: pods, keys: ({ type, object }, lister) => (type === 'DELETED' ? ownersOfPod(object, lister) : []) },
  ],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const deployment = context.lister.get<Deployment>(deployments, namespace, name);
    if (!deployment) return undefined;
    const all = ownedReplicaSets(deployment, context);
    if (deployment.metadata.deletionTimestamp !== undefined) return writeStatus(deployment, all, context, standingStatus);
    return sync(withPausedCondition(deployment, context), all, context);
  },
};

function ownersOfPod(pod: Parameters<typeof controllerOf>[0], lister: ControllerContext['lister']): readonly string[] {
  const owner = controllerOf(pod);
  if (owner?.kind !== 'ReplicaSet') return [];
  const set = lister.get<ReplicaSet>(replicaSets, pod.metadata.namespace, owner.name);
  const deployment = set && controllerOf(set);
  return deployment?.kind === 'Deployment' ? [`${pod.metadata.namespace}/${deployment.name}`] : [];
}

/** The ReplicaSets of a Deployment, oldest first; one without an owner that the selector takes is adopted. */
function ownedReplicaSets(deployment: Deployment, { client, lister }: ControllerContext): readonly ReplicaSet[] {
  const all = lister.list<ReplicaSet>(replicaSets, deployment.metadata.namespace);
  const owned = all.flatMap((set) => {
    if (isControlledBy(set, deployment)) return [set];
    const isOrphan = !controllerOf(set) && !set.metadata.deletionTimestamp && matchesSelector(deployment.spec.selector, set.metadata.labels ?? {});
    if (!isOrphan) return [];
    const ownerReferences = [...(set.metadata.ownerReferences ?? []), controllerReference(deployment)];
    return [client.update<ReplicaSet>(replicaSets, set.metadata.namespace, { ...set, metadata: { ...set.metadata, ownerReferences } })];
  });
  return [...owned].sort(byCreation);
}

function sync(deployment: Deployment, all: readonly ReplicaSet[], context: ControllerContext): RequeueAfter | undefined {
  if (deployment.spec.paused || isScalingEvent(deployment, all)) {
    scaleProportionally(deployment, all, findNewReplicaSet(deployment, all), context);
    return writeStatus(deployment, ownedReplicaSets(deployment, context), context, standingStatus);
  }
  const { deployment: current, newSet, oldSets } = getNewReplicaSet(deployment, all, context, deployment.spec.strategy?.type !== 'Recreate');
  const roll = deployment.spec.strategy?.type === 'Recreate' ? rolloutRecreate : rolloutRolling;
  roll(current, newSet, oldSets, context);
  removeOldReplicaSets(current, context, ownedReplicaSets(current, context));
  return writeStatus(current, ownedReplicaSets(current, context), context);
}

// kubernetes pkg/controller/deployment/sync.go checkPausedConditions
function withPausedCondition(deployment: Deployment, context: ControllerContext): Deployment {
  const conditions = deployment.status?.conditions ?? [];
  const progressing = findCondition(conditions, 'Progressing');
  if (deployment.spec.progressDeadlineSeconds === undefined || progressing?.reason === 'ProgressDeadlineExceeded') return deployment;
  const isMarked = progressing?.reason === 'DeploymentPaused';
  const isPaused = deployment.spec.paused === true;
  if (isMarked === isPaused) return deployment;
  const now = context.clock.now();
  const next = isPaused
    ? newCondition('Progressing', 'Unknown', 'DeploymentPaused', 'Deployment is paused', now)
    : newCondition('Progressing', 'Unknown', 'DeploymentResumed', 'Deployment is resumed', now);
  return updateStatus(deployment, { ...deployment.status, conditions: setCondition(conditions, next) }, context);
}

function writeStatus(deployment: Deployment, all: readonly ReplicaSet[], context: ControllerContext, statusOf = rolloutStatus): RequeueAfter | undefined {
  const newSet = findNewReplicaSet(deployment, all);
  const status = statusOf(deployment, newSet, all, context.clock.now());
  const written = updateStatus(deployment, status, context);
  const requeueAfterMs = deadlineIn(written, context.clock.now());
  return requeueAfterMs === undefined ? undefined : { requeueAfterMs, pace: 'background' };
}

function updateStatus(deployment: Deployment, status: DeploymentStatus, { client }: ControllerContext): Deployment {
  return client.update<Deployment>(deployments, deployment.metadata.namespace, { ...deployment, status }, { subresource: 'status' });
}
