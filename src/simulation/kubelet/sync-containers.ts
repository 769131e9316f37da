import { canonical } from '../../api/canonical-json.ts';
import type { Container, ContainerStatus, Pod, PodStatus } from '../../api/pod.ts';
import { digestOf } from '../../imageutil/digest.ts';
import type { ControllerContext, RequeueAfter } from '../controllers/controller.ts';
import { regarding } from '../controllers/owner-reference.ts';
import { waitingStatus, withContainers } from './container-statuses.ts';
import { type ContainerStep, containerStep } from './container-step.ts';
import { initStep } from './init-step.ts';
import { writeStatus } from './pod-reports.ts';
import { restartingStep } from './restarting-step.ts';

/** Brings the containers of an accepted pod one step on: the init containers one after the other, and when they are through all others at once. */
// kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions
export function syncContainers(given: Pod, context: ControllerContext): RequeueAfter | undefined {
  const pod = given.status?.podIP === undefined ? withAddress(given, context) : given;
  const { initContainers = [] } = pod.spec;
  const first = initContainers.length > 0 ? initSteps(pod, initContainers, context) : [];
  const isReady = first.every(({ status }) => isThrough(status));
  const steps = isReady ? pod.spec.containers.map((container) => stepOf(pod, container, context)) : [];
  const statuses = isReady ? steps.map(({ status }) => status) : (pod.status?.containerStatuses ?? []);
  report(
    pod,
    given,
    first.map(({ status }) => status),
    statuses,
    context,
  );
  return soonest([...first, ...steps].flatMap(({ requeue }) => requeue ?? []));
}

function stepOf(pod: Pod, container: Container, context: ControllerContext): ContainerStep {
  const status = statusOf(pod.status?.containerStatuses, container) ?? waitingStatus(container, 'ContainerCreating');
  return (pod.spec.restartPolicy === 'Never' ? containerStep : restartingStep)(pod, container, status, context);
}

const isThrough = ({ state }: ContainerStatus) => state.terminated?.exitCode === 0;
const statusOf = (statuses: PodStatus['containerStatuses'], { name }: Container) => statuses?.find((status) => status.name === name);

function initSteps(pod: Pod, containers: readonly Container[], context: ControllerContext): readonly ContainerStep[] {
  const before = containers.map((container) => statusOf(pod.status?.initContainerStatuses, container) ?? waitingStatus(container, 'PodInitializing'));
  const next = before.findIndex((status) => !isThrough(status));
  return containers.map((container, index) => {
    const status = before[index] as ContainerStatus;
    return index === next ? initStep(pod, container, status, context) : { status };
  });
}

function report(pod: Pod, given: Pod, first: readonly ContainerStatus[], statuses: readonly ContainerStatus[], context: ControllerContext): void {
  const isSame =
    canonical(statuses) === canonical(given.status?.containerStatuses) && canonical(first) === canonical(given.status?.initContainerStatuses ?? []);
  if (!isSame || pod !== given) writeStatus(pod, withContainers(pod, statuses, context.clock.now(), first), context);
}

function soonest(requeues: readonly RequeueAfter[]): RequeueAfter | undefined {
  const order = ({ requeueAfterMs, pace }: RequeueAfter) => requeueAfterMs + (pace === 'prompt' ? 0 : Number.MAX_SAFE_INTEGER / 2);
  return [...requeues].sort((a, b) => order(a) - order(b))[0];
}

/** The network gives the pod an address of the node's range. */
function withAddress(pod: Pod, context: ControllerContext): Pod {
  const number = Number.parseInt(digestOf(pod.metadata.uid ?? '').slice(7, 13), 16) % 508;
  const podIP = `10.8.${number >> 8}.${(number & 255) + 1}`;
  const message = `Add eth0 [${podIP}/23] from ovn-kubernetes`;
  context.recordEvent({ regarding: regarding(pod), type: 'Normal', reason: 'AddedInterface', message, component: 'multus' });
  return { ...pod, status: { ...pod.status, podIP, podIPs: [{ ip: podIP }] } };
}
