import { goDuration } from '../../api/human-duration.ts';
import type { Container, ContainerStatus, Pod } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { restartDelay } from './back-off.ts';
import { waitingStatus } from './container-statuses.ts';
import { type ContainerStep, containerStep } from './container-step.ts';
import { recordContainerEvent } from './pod-reports.ts';

/** Brings a container a step on that runs to its end, and again after a while where it failed and the pod may try again. */
// kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff
export function restartingStep(pod: Pod, container: Container, before: ContainerStatus, context: ControllerContext): ContainerStep {
  if (before.state.terminated && !isToRestart(pod, before)) return { status: before };
  if (before.state.terminated && before.restartCount > 0) return backOff(pod, container, before, context);
  const isBackedOff = before.state.terminated !== undefined || before.state.waiting?.reason === 'CrashLoopBackOff';
  const left = isBackedOff ? leftOf(before, context) : 0;
  if (left > 0) return { status: before, requeue: { requeueAfterMs: left, pace: 'background' } };
  const step = containerStep(pod, container, isBackedOff ? again(container, before) : before, context);
  return isToRestart(pod, step.status) ? { ...step, requeue: { requeueAfterMs: 1000, pace: 'prompt' } } : step;
}

const isToRestart = (pod: Pod, { name, state }: ContainerStatus) =>
  state.terminated !== undefined && pod.spec.restartPolicy !== 'Never' && (state.terminated.exitCode !== 0 || isServer(pod, name));

/** A container that is started again however it ends. */
const isServer = ({ spec }: Pod, name: string) => spec.restartPolicy === 'Always' && spec.containers.some((container) => container.name === name);

const leftOf = ({ state, lastState, restartCount }: ContainerStatus, { clock }: ControllerContext) =>
  Date.parse((state.terminated ?? lastState.terminated)?.finishedAt ?? '') + restartDelay(restartCount) - clock.now();

const again = (container: Container, before: ContainerStatus): ContainerStatus => ({
  ...waitingStatus(container, 'PodInitializing', undefined, before),
  lastState: before.state.terminated ? before.state : before.lastState,
  restartCount: before.restartCount + 1,
});

function backOff(pod: Pod, container: Container, before: ContainerStatus, context: ControllerContext): ContainerStep {
  const { namespace, name, uid } = pod.metadata;
  const delay = restartDelay(before.restartCount);
  const message = `back-off ${goDuration(delay)} restarting failed container=${container.name} pod=${name}_${namespace}(${uid})`;
  recordContainerEvent(
    pod,
    container.name,
    { type: 'Warning', reason: 'BackOff', message: `Back-off restarting failed container ${container.name} in pod ${name}_${namespace}(${uid})` },
    context,
  );
  const status: ContainerStatus = { ...before, state: { waiting: { message, reason: 'CrashLoopBackOff' } }, lastState: before.state };
  return { status, requeue: { requeueAfterMs: leftOf(status, context), pace: 'background' } };
}
