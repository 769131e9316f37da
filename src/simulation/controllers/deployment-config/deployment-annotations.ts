import type { DeploymentConfig, IntOrString, ReplicationController } from '../../../api/apps.ts';
import type { ObjectMeta } from '../../../api/meta.ts';

/** Annotations by which a replication controller is told from a plain one: it is one deployment of a DeploymentConfig (openshift/api apps/v1 consts). */
export const deploymentConfigAnnotation = 'openshift.io/deployment-config.name';
export const deploymentAnnotation = 'openshift.io/deployment.name';
export const versionAnnotation = 'openshift.io/deployment-config.latest-version';
export const phaseAnnotation = 'openshift.io/deployment.phase';
export const encodedConfigAnnotation = 'openshift.io/encoded-deployment-config';
export const desiredReplicasAnnotation = 'kubectl.kubernetes.io/desired-replicas';
export const replicasAnnotation = 'openshift.io/deployment.replicas';
export const statusReasonAnnotation = 'openshift.io/deployment.status-reason';
export const cancelledAnnotation = 'openshift.io/deployment.cancelled';
export const deployerPodForLabel = 'openshift.io/deployer-pod-for.name';
/** Which hook runs in a pod of a deployment; the deployer itself has no such label. */
export const hookTypeLabel = 'openshift.io/deployer-pod.type';

export type DeploymentPhase = 'New' | 'Pending' | 'Running' | 'Complete' | 'Failed';

export const annotationOf = (deployment: ReplicationController, key: string): string => deployment.metadata.annotations?.[key] ?? '';
export const phaseOf = (deployment: ReplicationController): DeploymentPhase => annotationOf(deployment, phaseAnnotation) as DeploymentPhase;
export const versionOf = (deployment: ReplicationController): number => Number(annotationOf(deployment, versionAnnotation) || -1);
export const isTerminated = (deployment: ReplicationController): boolean => ['Complete', 'Failed'].includes(phaseOf(deployment));
export const isCancelled = (deployment: ReplicationController): boolean => annotationOf(deployment, cancelledAnnotation) === 'true';
export const deploymentName = (config: string, version: number): string => `${config}-${version}`;
export const deployerPodName = (deployment: string): string => `${deployment}-deploy`;
export const hookPodName = (deployment: string, stage: string): string => `${deployment}-hook-${stage}`;

/** The deployment that a pod deploys; undefined for all other pods. */
export const deployedBy = ({ labels }: ObjectMeta): string | undefined => (labels?.[hookTypeLabel] === undefined ? labels?.[deployerPodForLabel] : undefined);

/** The DeploymentConfig as it was when this deployment of it was made. */
export function decodedConfig(deployment: ReplicationController): DeploymentConfig | undefined {
  try {
    const config = JSON.parse(annotationOf(deployment, encodedConfigAnnotation)) as DeploymentConfig | null;
    return typeof config?.metadata === 'object' && typeof config.spec === 'object' ? config : undefined;
  } catch {
    return undefined;
  }
}

/** The last deployment that was completed: the one that serves. */
export function activeDeployment(deployments: readonly ReplicationController[]): ReplicationController | undefined {
  return [...deployments].filter((one) => phaseOf(one) === 'Complete').sort((a, b) => versionOf(b) - versionOf(a))[0];
}

/** How many pods a rolling deployment may have too many and too few (appsutil ResolveFenceposts). */
export function rollingFenceposts({ spec }: DeploymentConfig, desired: number): { readonly maxSurge: number; readonly maxUnavailable: number } {
  if (spec.strategy?.type !== 'Rolling') return { maxSurge: 0, maxUnavailable: 0 };
  const { maxSurge = 0, maxUnavailable = 0 } = (spec.strategy.rollingParams ?? {}) as {
    readonly maxSurge?: IntOrString;
    readonly maxUnavailable?: IntOrString;
  };
  const surge = resolve(maxSurge, desired, Math.ceil);
  const unavailable = resolve(maxUnavailable, desired, Math.floor);
  return { maxSurge: surge, maxUnavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

const resolve = (value: IntOrString, total: number, round: (share: number) => number) =>
  typeof value === 'string' && value.endsWith('%') ? round((Number.parseInt(value, 10) * total) / 100) : Number(value);
