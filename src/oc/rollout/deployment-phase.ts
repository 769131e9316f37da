import type { ReplicationController } from '../../api/apps.ts';
import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';

/** Annotations in which OpenShift keeps the state of a DeploymentConfig's rollouts (github.com/openshift/api apps/v1 consts.go). */
export const deploymentAnnotations = {
  config: 'openshift.io/deployment-config.name',
  version: 'openshift.io/deployment-config.latest-version',
  phase: 'openshift.io/deployment.phase',
  reason: 'openshift.io/deployment.status-reason',
  cancelled: 'openshift.io/deployment.cancelled',
} as const;

export const replicationControllers = { group: '', version: 'v1', resource: 'replicationcontrollers' } as const;
export const deploymentConfigs = { group: 'apps.openshift.io', version: 'v1', resource: 'deploymentconfigs' } as const;

export const annotationOf = (object: KubeObject, name: string): string => object.metadata.annotations?.[name] ?? '';

export const phaseOf = (rollout: KubeObject): string => annotationOf(rollout, deploymentAnnotations.phase);

export const versionOf = (rollout: KubeObject): number => Number.parseInt(annotationOf(rollout, deploymentAnnotations.version), 10) || -1;

export const isTerminated = (rollout: KubeObject): boolean => phaseOf(rollout) === 'Complete' || phaseOf(rollout) === 'Failed';

export const isCancelled = (rollout: KubeObject): boolean => annotationOf(rollout, deploymentAnnotations.cancelled).toLowerCase() === 'true';

/** The replication controllers of a DeploymentConfig, newest rollout first. */
export function rolloutsOf(client: ApiClient, namespace: string | undefined, config: string): readonly ReplicationController[] {
  const { items } = client.list<ReplicationController>(replicationControllers, namespace, { labelSelector: `${deploymentAnnotations.config}=${config}` });
  return [...items].sort((a, b) => versionOf(b) - versionOf(a));
}
