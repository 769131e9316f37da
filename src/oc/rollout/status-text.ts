import type { DaemonSet, Deployment, DeploymentConfig, StatefulSet } from '../../api/apps.ts';
import type { Condition, KubeObject } from '../../api/meta.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';

/** How far a rollout is: a line to print, and whether that was the last one. Throws where it has failed. */
export interface RolloutStatus {
  readonly text: string;
  readonly done: boolean;
}

export type StatusViewer = (object: KubeObject, revision: number) => RolloutStatus;

/** (k8s.io/kubectl pkg/polymorphichelpers/rollout_status.go StatusViewerFor, with OpenShift's for DeploymentConfig) */
export function statusViewerFor({ group, kind }: Pick<ResourceInfo, 'group' | 'kind'>): StatusViewer {
  const viewer = viewers[`${kind}.${group}`];
  if (!viewer) throw new OcError(`no status viewer has been implemented for ${kind}${group === '' ? '' : `.${group}`}`);
  return viewer;
}

const waiting = (text: string): RolloutStatus => ({ text: `${text}\n`, done: false });
const finished = (text: string): RolloutStatus => ({ text: `${text}\n`, done: true });

const viewers: Readonly<Record<string, StatusViewer>> = {
  'Deployment.apps': (object, revision) => deploymentStatus(object as Deployment, revision),
  'DaemonSet.apps': (object) => daemonSetStatus(object as DaemonSet),
  'StatefulSet.apps': (object) => statefulSetStatus(object as StatefulSet),
  'DeploymentConfig.apps.openshift.io': (object, revision) => deploymentConfigStatus(object as DeploymentConfig, revision),
};

function deploymentStatus({ metadata, spec, status }: Deployment, revision: number): RolloutStatus {
  const name = goQuote(metadata.name);
  const running = Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? '0');
  if (revision > 0 && revision !== running) throw new OcError(`desired revision (${revision}) is different from the running revision (${running})`);
  if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0)) return waiting('Waiting for deployment spec update to be observed...');
  if (reasonOf(status?.conditions, 'Progressing') === 'ProgressDeadlineExceeded') throw new OcError(`deployment ${name} exceeded its progress deadline`);
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status ?? {};
  const wanted = spec.replicas ?? 1;
  const finish = `Waiting for deployment ${name} rollout to finish:`;
  if (updatedReplicas < wanted) return waiting(`${finish} ${updatedReplicas} out of ${wanted} new replicas have been updated...`);
  if (replicas > updatedReplicas) return waiting(`${finish} ${replicas - updatedReplicas} old replicas are pending termination...`);
  if (availableReplicas < updatedReplicas) return waiting(`${finish} ${availableReplicas} of ${updatedReplicas} updated replicas are available...`);
  return finished(`deployment ${name} successfully rolled out`);
}

function daemonSetStatus({ metadata, spec, status }: DaemonSet): RolloutStatus {
  const name = goQuote(metadata.name);
  if (spec.updateStrategy?.type !== 'RollingUpdate') throw new OcError('rollout status is only available for RollingUpdate strategy type');
  if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0)) return waiting('Waiting for daemon set spec update to be observed...');
  const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status ?? {};
  const finish = `Waiting for daemon set ${name} rollout to finish:`;
  if (updatedNumberScheduled < desiredNumberScheduled) {
    return waiting(`${finish} ${updatedNumberScheduled} out of ${desiredNumberScheduled} new pods have been updated...`);
  }
  if (numberAvailable < desiredNumberScheduled) return waiting(`${finish} ${numberAvailable} of ${desiredNumberScheduled} updated pods are available...`);
  return finished(`daemon set ${name} successfully rolled out`);
}

function statefulSetStatus({ metadata, spec, status }: StatefulSet): RolloutStatus {
  if (spec.updateStrategy?.type !== 'RollingUpdate') throw new OcError('rollout status is only available for RollingUpdate strategy type');
  const observed = status?.observedGeneration ?? 0;
  if (!status || observed === 0 || (metadata.generation ?? 0) > observed) return waiting('Waiting for statefulset spec update to be observed...');
  const wanted = spec.replicas ?? 1;
  const { readyReplicas = 0, updatedReplicas = 0, currentReplicas = 0, updateRevision = '', currentRevision = '' } = status;
  if (readyReplicas < wanted) return waiting(`Waiting for ${wanted - readyReplicas} pods to be ready...`);
  const partition = spec.updateStrategy.rollingUpdate?.partition;
  if (spec.updateStrategy.rollingUpdate) {
    if (partition !== undefined && updatedReplicas < wanted - partition) {
      return waiting(`Waiting for partitioned roll out to finish: ${updatedReplicas} out of ${wanted - partition} new pods have been updated...`);
    }
    return finished(`partitioned roll out complete: ${updatedReplicas} new pods have been updated...`);
  }
  if (updateRevision !== currentRevision)
    return waiting(`waiting for statefulset rolling update to complete ${updatedReplicas} pods at revision ${updateRevision}...`);
  return finished(`statefulset rolling update complete ${currentReplicas} pods at revision ${currentRevision}...`);
}

// oc pkg/helpers/originpolymorphichelpers/deploymentconfigs/status.go Status
function deploymentConfigStatus({ metadata, spec, status }: DeploymentConfig, revision: number): RolloutStatus {
  const name = goQuote(metadata.name);
  const latest = status?.latestVersion ?? 0;
  if (latest === 0 && spec.triggers?.some(({ type }) => type === 'ImageChange')) return waiting(`Deployment config ${name} waiting on image update`);
  if (latest === 0 && !spec.triggers?.length) {
    throw new OcError(`Deployment config ${name} waiting on manual update (use 'oc rollout latest ${metadata.name}')`);
  }
  if (revision > 0 && latest !== revision) throw new OcError(`desired revision (${revision}) is different from the running revision (${latest})`);
  if ((metadata.generation ?? 0) <= (status?.observedGeneration ?? 0)) {
    const known = observedStatus({ metadata, spec, status } as DeploymentConfig);
    if (known) return known;
  }
  return waiting('Waiting for latest deployment config spec to be observed by the controller loop...');
}

function observedStatus({ metadata, spec, status }: DeploymentConfig): RolloutStatus | undefined {
  const condition = status?.conditions?.find(({ type }) => type === 'Progressing');
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status ?? {};
  if (condition?.reason === 'NewReplicationControllerAvailable') return finished(condition.message ?? '');
  if (condition?.reason === 'ProgressDeadlineExceeded' || condition?.reason === 'RolloutCancelled') throw new OcError(condition.message ?? '');
  if (condition?.reason === 'DeploymentConfigPaused') {
    throw new OcError(`Deployment config ${goQuote(metadata.name)} is paused. Resume to continue watching the status of the rollout.\n`);
  }
  if (updatedReplicas < spec.replicas)
    return waiting(`Waiting for rollout to finish: ${updatedReplicas} out of ${spec.replicas} new replicas have been updated...`);
  if (replicas > updatedReplicas) return waiting(`Waiting for rollout to finish: ${replicas - updatedReplicas} old replicas are pending termination...`);
  if (availableReplicas < updatedReplicas)
    return waiting(`Waiting for rollout to finish: ${availableReplicas} of ${updatedReplicas} updated replicas are available...`);
  return undefined;
}

const reasonOf = (conditions: readonly Condition[] | undefined, type: string) => conditions?.find((condition) => condition.type === type)?.reason;
