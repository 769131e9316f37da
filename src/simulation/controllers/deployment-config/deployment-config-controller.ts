import type { DeploymentConfig, ReplicationController } from '../../../api/apps.ts';
import type { Condition } from '../../../api/meta.ts';
import { StatusError } from '../../../api/status.ts';
import { newCondition } from '../conditions.ts';
import type { Controller, ControllerContext } from '../controller.ts';
import { isControlledBy, regarding, splitKey, watchOwned, watchSelf } from '../owner-reference.ts';
import { deleteIfThere } from '../pod-control.ts';
import { deploymentConfigs, replicationControllers } from '../targets.ts';
import {
  activeDeployment,
  cancelledAnnotation,
  deploymentName,
  isCancelled,
  isTerminated,
  statusReasonAnnotation,
  versionOf,
} from './deployment-annotations.ts';
import { statusOf } from './deployment-config-status.ts';
import { hasConfigTrigger, hasImageTrigger, triggerActivated } from './deployment-triggers.ts';
import { makeDeployment } from './make-deployment.ts';

/** Makes a replication controller for each version of a DeploymentConfig, and keeps the one that serves at its size. */
// openshift-controller-manager pkg/apps/deploymentconfig/deploymentconfig_controller.go Handle
export const deploymentConfigController: Controller = {
  name: 'deploymentconfig-controller',
  user: 'system:serviceaccount:openshift-infra:deploymentconfig-controller',
  watches: [watchSelf(deploymentConfigs), watchOwned(replicationControllers, 'DeploymentConfig')],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const config = context.lister.get<DeploymentConfig>(deploymentConfigs, namespace, name);
    if (config) handle(config, context);
    return undefined;
  },
};

function deploymentsOf(config: DeploymentConfig, { lister }: ControllerContext): readonly ReplicationController[] {
  const own = lister.list<ReplicationController>(replicationControllers, config.metadata.namespace).filter((one) => isControlledBy(one, config));
  return [...own].sort((a, b) => versionOf(a) - versionOf(b));
}

function latestOf({ metadata, status }: DeploymentConfig, deployments: readonly ReplicationController[]): ReplicationController | undefined {
  const name = deploymentName(metadata.name, status?.latestVersion ?? 0);
  return deployments.find((one) => one.metadata.name === name);
}

function handle(config: DeploymentConfig, context: ControllerContext): void {
  const isInitial = (config.status?.latestVersion ?? 0) === 0;
  const deployments = deploymentsOf(config, context);
  const hasNoTrigger = !hasImageTrigger(config) && !hasConfigTrigger(config);
  if (config.spec.paused) removeOld(config, deployments, context);
  if (config.spec.paused || config.metadata.deletionTimestamp !== undefined || (isInitial && hasNoTrigger)) updateStatus(config, context);
  else deploy(config, deployments, context);
}

function deploy(config: DeploymentConfig, deployments: readonly ReplicationController[], context: ControllerContext): void {
  const isInitial = (config.status?.latestVersion ?? 0) === 0;
  const latest = latestOf(config, deployments);
  if (!latest && cancelRunning(config, deployments, context)) return;
  const isUnresolved = config.spec.template?.spec.containers.some(({ image = '' }) => image.trim() === '') ?? true;
  const decision = isUnresolved ? 'skip' : triggerActivated(config, latest);
  if (typeof decision === 'object') startVersion(config, decision.trigger, context);
  else if (decision === 'skip' || (!latest && isInitial)) updateStatus(config, context);
  else if (!latest) createDeployment(config, context);
  else if (isTerminated(latest)) reconcileSizes(config, deployments, context);
  else updateStatus(config, context, { observe: false });
}

function startVersion(config: DeploymentConfig, details: NonNullable<DeploymentConfig['status']>['details'], { client }: ControllerContext): void {
  const { latestVersion = 0, ...status } = config.status ?? ({} as NonNullable<DeploymentConfig['status']>);
  const next = { ...config, status: { ...status, latestVersion: latestVersion + 1, ...(details && { details }) } };
  client.update<DeploymentConfig>(deploymentConfigs, config.metadata.namespace, next as DeploymentConfig, { subresource: 'status' });
}

function createDeployment(config: DeploymentConfig, context: ControllerContext): void {
  const version = config.status?.latestVersion ?? 0;
  try {
    const made = context.client.create<ReplicationController>(replicationControllers, config.metadata.namespace, makeDeployment(config));
    const message = `Created new replication controller "${made.metadata.name}" for version ${version}`;
    context.recordEvent({ regarding: regarding(config), type: 'Normal', reason: 'DeploymentCreated', message });
    removeOld(config, deploymentsOf(config, context), context);
    updateStatus(config, context, { additional: newCondition('Progressing', 'True', 'NewReplicationControllerCreated', message, context.clock.now()) });
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const message = `Couldn't deploy version ${version}: ${error.message}`;
    context.recordEvent({ regarding: regarding(config), type: 'Warning', reason: 'DeploymentCreationFailed', message });
    updateStatus(config, context, { additional: newCondition('Progressing', 'False', 'ReplicationControllerCreateError', error.message, context.clock.now()) });
  }
}

/** A newer version puts an end to a rollout that still runs; the new one starts when that is over. */
function cancelRunning(config: DeploymentConfig, deployments: readonly ReplicationController[], { client, recordEvent }: ControllerContext): boolean {
  const running = deployments.filter((one) => !isTerminated(one));
  const version = config.status?.latestVersion ?? 0;
  for (const one of running.filter((deployment) => !isCancelled(deployment))) {
    const annotations = { ...one.metadata.annotations, [cancelledAnnotation]: 'true', [statusReasonAnnotation]: 'newer deployment was found running' };
    client.update<ReplicationController>(replicationControllers, one.metadata.namespace, { ...one, metadata: { ...one.metadata, annotations } });
    const message = `Cancelled deployment "${one.metadata.name}" superceded by version ${version}`;
    recordEvent({ regarding: regarding(config), type: 'Normal', reason: 'DeploymentCancelled', message });
  }
  if (running.length === 0) return false;
  const message = `Deployment of version ${version} awaiting cancellation of older running deployments`;
  recordEvent({ regarding: regarding(config), type: 'Normal', reason: 'DeploymentAwaitingCancellation', message });
  return true;
}

/** The deployment that serves follows the DeploymentConfig's replicas; all others have none. */
function reconcileSizes(config: DeploymentConfig, deployments: readonly ReplicationController[], context: ControllerContext): void {
  const active = activeDeployment(deployments);
  for (const one of deployments) {
    const wanted = one === active && !config.spec.test ? config.spec.replicas : 0;
    const before = one.spec.replicas ?? 0;
    if (before === wanted) continue;
    context.client.update<ReplicationController>(replicationControllers, one.metadata.namespace, { ...one, spec: { ...one.spec, replicas: wanted } });
    const message = `Scaled replication controller "${one.metadata.name}" from ${before} to ${wanted}`;
    context.recordEvent({ regarding: regarding(config), type: 'Normal', reason: 'ReplicationControllerScaled', message });
  }
  removeOld(config, deploymentsOf(config, context), context);
  updateStatus(config, context);
}

function removeOld(config: DeploymentConfig, deployments: readonly ReplicationController[], context: ControllerContext): void {
  const limit = config.spec.revisionHistoryLimit;
  if (limit === undefined) return;
  const active = activeDeployment(deployments);
  const latest = latestOf(config, deployments);
  const prunable = deployments.filter((one) => one !== active && one !== latest);
  for (const one of prunable.slice(0, Math.max(0, prunable.length - limit))) {
    if ((one.spec.replicas ?? 0) === 0) deleteIfThere(context, replicationControllers, one.metadata.namespace, one.metadata.name);
  }
}

function updateStatus(
  config: DeploymentConfig,
  context: ControllerContext,
  options: { readonly observe?: boolean; readonly additional?: Condition } = {},
): void {
  const deployments = deploymentsOf(config, context);
  const status = statusOf(config, deployments, latestOf(config, deployments), context.clock.now(), { observe: true, ...options });
  context.client.update<DeploymentConfig>(deploymentConfigs, config.metadata.namespace, { ...config, status }, { subresource: 'status' });
}
