import type { DeploymentConfig, DeploymentConfigStatus, ReplicationController } from '../../../api/apps.ts';
import type { Condition } from '../../../api/meta.ts';
import { newCondition, removeCondition, setCondition } from '../conditions.ts';
import { deployerPodName, isCancelled, phaseOf, rollingFenceposts } from './deployment-annotations.ts';

/** What the status of a DeploymentConfig says now; further conditions win over those that follow from the deployments. */
// openshift-controller-manager pkg/apps/deploymentconfig calculateStatus
export function statusOf(
  config: DeploymentConfig,
  deployments: readonly ReplicationController[],
  latest: ReplicationController | undefined,
  now: number,
  options: { readonly observe: boolean; readonly additional?: Condition },
): DeploymentConfigStatus {
  const sum = (count: (deployment: ReplicationController) => number | undefined) => deployments.reduce((total, one) => total + (count(one) ?? 0), 0);
  const available = sum(({ status }) => status?.availableReplicas);
  const ready = sum(({ status }) => status?.readyReplicas);
  const { latestVersion = 0, details, observedGeneration = 0 } = config.status ?? {};
  const counted: DeploymentConfigStatus = {
    availableReplicas: available,
    ...(details && { details }),
    latestVersion,
    observedGeneration: options.observe ? (config.metadata.generation ?? 1) : observedGeneration,
    ...(ready > 0 && { readyReplicas: ready }),
    replicas: sum(({ status }) => status?.replicas),
    unavailableReplicas: Math.max(0, sum(({ spec }) => spec.replicas) - available),
    updatedReplicas: latest?.status?.replicas ?? 0,
  };
  const conditions = conditionsOf(config, counted, latest, now);
  return { ...counted, conditions: options.additional ? setCondition(conditions, options.additional) : conditions };
}

function conditionsOf(config: DeploymentConfig, status: DeploymentConfigStatus, latest: ReplicationController | undefined, now: number): readonly Condition[] {
  const minimum = config.spec.replicas - rollingFenceposts(config, config.spec.replicas).maxUnavailable;
  const isAvailable = status.availableReplicas >= minimum && status.availableReplicas > 0;
  const availability = isAvailable
    ? newCondition('Available', 'True', '', 'Deployment config has minimum availability.', now)
    : newCondition('Available', 'False', '', 'Deployment config does not have minimum availability.', now);
  const conditions = setCondition(config.status?.conditions ?? [], availability);
  return latest ? withProgress(config, status, latest, conditions, now) : conditions;
}

function withProgress(
  config: DeploymentConfig,
  status: DeploymentConfigStatus,
  latest: ReplicationController,
  conditions: readonly Condition[],
  now: number,
): readonly Condition[] {
  const who = `replication controller "${latest.metadata.name}"`;
  switch (phaseOf(latest)) {
    case 'Pending':
      return setCondition(
        conditions,
        newCondition('Progressing', 'Unknown', '', `${who} is waiting for pod "${deployerPodName(latest.metadata.name)}" to run`, now),
      );
    case 'Running':
      if (!hasProgressed(config, status)) return conditions;
      return setCondition(
        removeCondition(conditions, 'Progressing'),
        newCondition('Progressing', 'True', 'ReplicationControllerUpdated', `${who} is progressing`, now),
      );
    case 'Failed':
      return setCondition(
        conditions,
        isCancelled(latest)
          ? newCondition('Progressing', 'False', 'RolloutCancelled', `rollout of ${who} was cancelled`, now)
          : newCondition('Progressing', 'False', 'ProgressDeadlineExceeded', `${who} has failed progressing`, now),
      );
    case 'Complete':
      return setCondition(conditions, newCondition('Progressing', 'True', 'NewReplicationControllerAvailable', `${who} successfully rolled out`, now));
    default:
      return conditions;
  }
}

// more updated pods, or fewer old ones, than the status said before (isProgressing)
function hasProgressed({ status: old }: DeploymentConfig, status: DeploymentConfigStatus): boolean {
  const oldPods = (one: DeploymentConfigStatus | undefined) => (one?.replicas ?? 0) - (one?.updatedReplicas ?? 0);
  return status.updatedReplicas > (old?.updatedReplicas ?? 0) || oldPods(status) < oldPods(old);
}
