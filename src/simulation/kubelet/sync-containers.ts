import { canonical } from '../../api/canonical-json.ts';
import type { Container, ContainerStatus, Pod } from '../../api/pod.ts';
import { digestOf } from '../../imageutil/digest.ts';
import type { ControllerContext, RequeueAfter } from '../controllers/controller.ts';
import { regarding } from '../controllers/owner-reference.ts';
import { nextTryIn } from './back-off.ts';
import { clusterProcesses } from './cluster-processes.ts';
import { waitingStatus, withContainers } from './container-statuses.ts';
import { candidatesOf, fullName } from './image-name.ts';
import { recordContainerEvent, writeStatus } from './pod-reports.ts';
import { type ProcessState, processState } from './process.ts';
import { startContainer } from './start-container.ts';

interface Step {
  readonly status: ContainerStatus;
  readonly requeue?: RequeueAfter;
}

/** From a failed pull until the kubelet says that it backs off. */
const backOffDelay = 1000;
/** The first pull is over a second after the pod was accepted. */
const firstPull = 1000;

/** Brings each container of an accepted pod one step on: pulled, started, backed off or ended. */
export function syncContainers(given: Pod, context: ControllerContext): RequeueAfter | undefined {
  const pod = given.status?.podIP === undefined ? withAddress(given, context) : given;
  const before = pod.status?.containerStatuses ?? [];
  const steps = pod.spec.containers.map((container) =>
    stepOf(
      pod,
      container,
      before.find(({ name }) => name === container.name),
      context,
    ),
  );
  const statuses = steps.map(({ status }) => status);
  const isChanged = canonical(statuses) !== canonical(given.status?.containerStatuses) || pod !== given;
  if (isChanged) writeStatus(pod, withContainers(pod, statuses, context.clock.now()), context);
  return soonest(steps.flatMap(({ requeue }) => requeue ?? []));
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

function stepOf(pod: Pod, container: Container, status: ContainerStatus | undefined, context: ControllerContext): Step {
  const current = status ?? waitingStatus(container, 'ContainerCreating');
  const { waiting, running } = current.state;
  if (running) return isImageOf(container, current) ? stepOfRunning(pod, container, current, context) : pull(pod, container, current, context);
  if (!waiting) return { status: current };
  if (waiting.reason === 'ErrImagePull' && current.image === container.image) return backOff(pod, container, current, context);
  if (current.image !== container.image || waiting.reason === 'ContainerCreating') return pull(pod, container, current, context);
  if (waiting.reason !== 'ImagePullBackOff') return { status: current };
  const again = nextTryIn(firstPullOf(pod), context.clock.now());
  return again === 0 ? pull(pod, container, current, context) : { status: current, requeue: { requeueAfterMs: again, pace: 'background' } };
}

const firstPullOf = (pod: Pod) => Date.parse(pod.status?.startTime ?? '') + firstPull;

const isImageOf = ({ image = '' }: Container, { image: running }: ContainerStatus) => candidatesOf(image).some((name) => fullName(name) === running);

function stepOfRunning(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): Step {
  const startedAt = status.state.running?.startedAt ?? '';
  const now = context.clock.now();
  const program = clusterProcesses.find((process) => process.runs(pod));
  const state: ProcessState = program ? program.step(pod, context) : processState(pod, container, now - Date.parse(startedAt));
  if ('exitCode' in state) return { status: ended(status, state.exitCode, startedAt, now) };
  return { status, ...(state.againInMs !== undefined && { requeue: { requeueAfterMs: state.againInMs, pace: state.pace ?? 'prompt' } }) };
}

function ended(status: ContainerStatus, exitCode: number, startedAt: string, now: number): ContainerStatus {
  const finishedAt = new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z');
  const reason = exitCode === 0 ? 'Completed' : 'Error';
  const { containerID } = status;
  return { ...status, ready: false, started: false, state: { terminated: { ...(containerID && { containerID }), exitCode, finishedAt, reason, startedAt } } };
}

function pull(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): Step {
  const started = startContainer(pod, container, status, context);
  if (started.state.running) return stepOfStarted(pod, container, started, context);
  const isToRetry = started.state.waiting?.reason === 'ErrImagePull';
  return { status: started, ...(isToRetry && { requeue: { requeueAfterMs: backOffDelay, pace: 'prompt' } }) };
}

/** What was just started is looked at again only if it ends by itself. */
function stepOfStarted(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): Step {
  if (clusterProcesses.some((process) => process.runs(pod))) return { status, requeue: { requeueAfterMs: 0, pace: 'prompt' } };
  return stepOfRunning(pod, container, status, context);
}

function backOff(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): Step {
  const message = `Back-off pulling image "${container.image}"`;
  recordContainerEvent(pod, container.name, { type: 'Normal', reason: 'BackOff', message }, context);
  recordContainerEvent(pod, container.name, { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff' }, context);
  const requeueAfterMs = Math.max(1, nextTryIn(firstPullOf(pod), context.clock.now()));
  return { status: waitingStatus(container, 'ImagePullBackOff', message, status), requeue: { requeueAfterMs, pace: 'background' } };
}
