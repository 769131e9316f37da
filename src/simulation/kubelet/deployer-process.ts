import type { DeploymentConfig, ReplicationController } from '../../api/apps.ts';
import type { Pod } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import {
  activeDeployment,
  annotationOf,
  decodedConfig,
  deployedBy,
  desiredReplicasAnnotation,
  rollingFenceposts,
  versionOf,
} from '../controllers/deployment-config/deployment-annotations.ts';
import { replicationControllers } from '../controllers/targets.ts';
import { runHook } from './lifecycle-hook.ts';
import type { ClusterProcess, ProcessState } from './process.ts';

/** The deployer: scales the new deployment up and the old one down, by the DeploymentConfig's strategy (openshift/oc pkg/cli/deployer). */
export const deployerProcess: ClusterProcess = {
  runs: ({ metadata }) => deployedBy(metadata) !== undefined,
  step(pod, context) {
    const deployment = context.lister.get<ReplicationController>(replicationControllers, pod.metadata.namespace, deployedBy(pod.metadata) ?? '');
    const config = deployment && decodedConfig(deployment);
    return deployment && config ? rollOut(pod, config, deployment, context) : { exitCode: 1 };
  },
};

const defaultTimeout = 600;
const soon: ProcessState = { running: true, againInMs: 1000, pace: 'prompt' };

function rollOut(pod: Pod, config: DeploymentConfig, to: ReplicationController, context: ControllerContext): ProcessState {
  const pre = runHook('pre', config, to, context);
  if (pre) return pre;
  const desired = Number(annotationOf(to, desiredReplicasAnnotation) || config.spec.replicas);
  const from = previousOf(to, context);
  const isRecreate = config.spec.strategy?.type === 'Recreate';
  const next = isRecreate ? recreate(config, to, from, desired, context) : roll(config, to, from, desired, context);
  if (next && 'exitCode' in next && next.exitCode === 0) return runHook('post', config, to, context) ?? next;
  if (next) return next;
  const left = timeLeft(pod, config, context);
  if (left <= 0) {
    scale(to, 0, context);
    return { exitCode: 1 };
  }
  return { running: true, againInMs: left, pace: 'background' };
}

/** The deployment that serves while the new one is rolled out. */
function previousOf(to: ReplicationController, { lister }: ControllerContext): ReplicationController | undefined {
  const owner = to.metadata.ownerReferences?.[0]?.uid;
  const all = lister.list<ReplicationController>(replicationControllers, to.metadata.namespace);
  return activeDeployment(all.filter((one) => one.metadata.ownerReferences?.[0]?.uid === owner && versionOf(one) < versionOf(to)));
}

function timeLeft(pod: Pod, { spec }: DeploymentConfig, { clock }: ControllerContext): number {
  const params = (spec.strategy?.type === 'Recreate' ? spec.strategy.recreateParams : spec.strategy?.rollingParams) ?? {};
  const seconds = (params.timeoutSeconds as number | undefined) ?? defaultTimeout;
  return Date.parse(pod.status?.startTime ?? '') + seconds * 1000 - clock.now();
}

const sizeOf = (deployment: ReplicationController | undefined) => deployment?.spec.replicas ?? 0;
const availableOf = (deployment: ReplicationController | undefined) => deployment?.status?.availableReplicas ?? 0;

function scale(deployment: ReplicationController, replicas: number, { client }: ControllerContext): void {
  client.update<ReplicationController>(replicationControllers, deployment.metadata.namespace, { ...deployment, spec: { ...deployment.spec, replicas } });
}

/** What comes next; undefined while the new pods are waited for. */
function roll(
  config: DeploymentConfig,
  to: ReplicationController,
  from: ReplicationController | undefined,
  desired: number,
  context: ControllerContext,
): ProcessState | undefined {
  const { maxSurge, maxUnavailable } = rollingFenceposts(config, desired);
  if (sizeOf(to) === desired && availableOf(to) >= desired && sizeOf(from) === 0) return { exitCode: 0 };
  const room = from ? Math.min(desired, desired + maxSurge - sizeOf(from)) : desired;
  if (sizeOf(to) < room) {
    scale(to, room, context);
    return soon;
  }
  const surplus = Math.min(sizeOf(from), availableOf(to) + sizeOf(from) - (desired - maxUnavailable));
  if (!from || surplus <= 0) return undefined;
  scale(from, sizeOf(from) - surplus, context);
  return soon;
}

function recreate(
  config: DeploymentConfig,
  to: ReplicationController,
  from: ReplicationController | undefined,
  desired: number,
  context: ControllerContext,
): ProcessState | undefined {
  if (from && sizeOf(from) > 0) {
    scale(from, 0, context);
    return soon;
  }
  if ((from?.status?.replicas ?? 0) > 0) return soon;
  const mid = runHook('mid', config, to, context);
  if (mid) return mid;
  if (sizeOf(to) < desired) {
    scale(to, desired, context);
    return soon;
  }
  return availableOf(to) >= desired ? { exitCode: 0 } : undefined;
}
