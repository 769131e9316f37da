import type { Pod, PodStatus } from '../../api/pod.ts';
import { timestamp } from '../clock.ts';
import type { Controller, ControllerContext, RequeueAfter, Watch } from '../controllers/controller.ts';
import { deployerPodForLabel, deployerPodName, hookTypeLabel } from '../controllers/deployment-config/deployment-annotations.ts';
import { keyOf, splitKey } from '../controllers/owner-reference.ts';
import { isPodFinished } from '../controllers/pod-status.ts';
import { pods, replicationControllers } from '../controllers/targets.ts';
import { waitingStatus, withContainers } from './container-statuses.ts';
import { recordContainerEvent, writeStatus } from './pod-reports.ts';
import { syncContainers } from './sync-containers.ts';

const name = 'kubelet';
/** How long a sandbox, its network and its first pull take. */
const startDelay = 1000;
/** How long containers take to stop when they are asked to. */
const stopDelay = 1000;

/** The agent of a node: starts the pods that were given to it, keeps their status, and stops them. */
// kubernetes pkg/kubelet/kubelet.go SyncPod
export function createKubelet(nodeName: string): Controller {
  return {
    name,
    user: `system:node:${nodeName}`,
    watches: [othersChanges, watchDeployed, watchHooks],
    reconcile(key, context) {
      const { namespace, name: podName } = splitKey(key);
      const pod = context.lister.get<Pod>(pods, namespace, podName);
      return pod?.spec.nodeName === nodeName ? syncPod(pod, context) : undefined;
    },
  };
}

/** A kubelet knows what it wrote itself. */
const othersChanges: Watch = {
  resource: pods,
  keys: ({ actor, type, object }) => (actor === name || type === 'DELETED' ? [] : [keyOf(object)]),
};

/** The deployer in a pod watches the replication controller that it rolls out. */
const watchDeployed: Watch = { resource: replicationControllers, keys: ({ object }) => [deployerPodName(keyOf(object))] };

/** It also watches the pods of its hooks. */
const watchHooks: Watch = {
  resource: pods,
  keys({ object: { metadata } }) {
    const { [hookTypeLabel]: hook, [deployerPodForLabel]: deployment } = metadata.labels ?? {};
    return hook === undefined || deployment === undefined ? [] : [`${metadata.namespace}/${deployerPodName(deployment)}`];
  },
};

function syncPod(pod: Pod, context: ControllerContext): RequeueAfter | undefined {
  if (pod.metadata.deletionTimestamp !== undefined) return stop(pod, context);
  if (isPodFinished(pod)) return undefined;
  if (pod.status?.startTime === undefined) return accept(pod, context);
  const acceptedFor = context.clock.now() - Date.parse(pod.status.startTime);
  if (acceptedFor < startDelay) return { requeueAfterMs: startDelay - acceptedFor, pace: 'prompt' };
  return syncContainers(pod, context);
}

function accept(pod: Pod, context: ControllerContext): RequeueAfter {
  const now = context.clock.now();
  const hostIP = '192.168.50.10';
  const { initContainers = [], containers } = pod.spec;
  const reason = initContainers.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const [first, creating] = [initContainers, containers].map((list) => list.map((container) => waitingStatus(container, reason)));
  const status: PodStatus = { ...withContainers(pod, creating ?? [], now, first), hostIP, hostIPs: [{ ip: hostIP }], startTime: timestamp(now) };
  writeStatus(pod, status, context);
  return { requeueAfterMs: startDelay, pace: 'prompt' };
}

/** Containers get a moment to stop, then the pod is gone. */
function stop(pod: Pod, context: ControllerContext): RequeueAfter | undefined {
  const { namespace, name, deletionTimestamp = '', deletionGracePeriodSeconds = 0 } = pod.metadata;
  const asked = Date.parse(deletionTimestamp) - deletionGracePeriodSeconds * 1000;
  const isRunning = pod.status?.containerStatuses?.some(({ state }) => state.running) ?? false;
  const left = asked + (isRunning ? stopDelay : 0) - context.clock.now();
  if (left > 0) return { requeueAfterMs: left, pace: 'prompt' };
  for (const { name: container, state } of pod.status?.containerStatuses ?? []) {
    if (state.running) recordContainerEvent(pod, container, { type: 'Normal', reason: 'Killing', message: `Stopping container ${container}` }, context);
  }
  context.client.delete(pods, namespace, name, { gracePeriodSeconds: 0 });
  return undefined;
}
