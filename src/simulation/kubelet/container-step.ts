import type { Container, ContainerStatus, Pod } from '../../api/pod.ts';
import type { ControllerContext, RequeueAfter } from '../controllers/controller.ts';
import { nextTryIn } from './back-off.ts';
import { clusterProcesses } from './cluster-processes.ts';
import { waitingStatus } from './container-statuses.ts';
import { candidatesOf, fullName } from './image-name.ts';
import { recordContainerEvent } from './pod-reports.ts';
import { type ProcessState, processState } from './process.ts';
import { startContainer } from './start-container.ts';

/** How a container stands now, and when to look again. */
export interface ContainerStep {
  readonly status: ContainerStatus;
  readonly requeue?: RequeueAfter;
}

/** From a failed pull until the kubelet says that it backs off. */
const backOffDelay = 1000;
/** The first pull is over a second after the pod was accepted. */
const firstPull = 1000;

/** Brings one container a step on: pulled, started, backed off or ended. */
export function containerStep(pod: Pod, container: Container, status: ContainerStatus | undefined, context: ControllerContext): ContainerStep {
  const current = status ?? waitingStatus(container, 'ContainerCreating');
  const { waiting, running } = current.state;
  if (running) return isImageOf(container, current) ? stepOfRunning(pod, container, current, context) : pull(pod, container, current, context);
  if (!waiting) return { status: current };
  if (waiting.reason === 'ErrImagePull' && current.image === container.image) return backOff(pod, container, current, context);
  if (current.image !== container.image || isNew(waiting.reason)) return pull(pod, container, current, context);
  if (waiting.reason !== 'ImagePullBackOff') return { status: current };
  const again = nextTryIn(firstPullOf(pod), context.clock.now());
  return again === 0 ? pull(pod, container, current, context) : { status: current, requeue: { requeueAfterMs: again, pace: 'background' } };
}

const isNew = (reason: string) => reason === 'ContainerCreating' || reason === 'PodInitializing';
const firstPullOf = (pod: Pod) => Date.parse(pod.status?.startTime ?? '') + firstPull;

const isImageOf = ({ image = '' }: Container, { image: running }: ContainerStatus) => candidatesOf(image).some((name) => fullName(name) === running);

function stepOfRunning(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): ContainerStep {
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

function pull(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): ContainerStep {
  const started = startContainer(pod, container, status, context);
  if (started.state.running) return stepOfStarted(pod, container, started, context);
  const isToRetry = started.state.waiting?.reason === 'ErrImagePull';
  return { status: started, ...(isToRetry && { requeue: { requeueAfterMs: backOffDelay, pace: 'prompt' } }) };
}

/** What was just started is looked at again only if it ends by itself. */
function stepOfStarted(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): ContainerStep {
  if (clusterProcesses.some((process) => process.runs(pod))) return { status, requeue: { requeueAfterMs: 0, pace: 'prompt' } };
  return stepOfRunning(pod, container, status, context);
}

function backOff(pod: Pod, container: Container, status: ContainerStatus, context: ControllerContext): ContainerStep {
  const message = `Back-off pulling image "${container.image}"`;
  recordContainerEvent(pod, container.name, { type: 'Normal', reason: 'BackOff', message }, context);
  recordContainerEvent(pod, container.name, { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff' }, context);
  const requeueAfterMs = Math.max(1, nextTryIn(firstPullOf(pod), context.clock.now()));
  return { status: waitingStatus(container, 'ImagePullBackOff', message, status), requeue: { requeueAfterMs, pace: 'background' } };
}
