import type { Container, ContainerStatus, Pod } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { restartDelay } from './back-off.ts';
import { waitingStatus } from './container-statuses.ts';
import { type ContainerStep, containerStep } from './container-step.ts';
import { recordContainerEvent } from './pod-reports.ts';

/** Brings an init container a step on: it runs to its end, and again after a while where it failed and the pod may try again. */
// kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go findNextInitContainerToRun
export function initStep(pod: Pod, container: Container, before: ContainerStatus, context: ControllerContext): ContainerStep {
  if (before.state.terminated) return backOff(pod, container, before, context);
  const isBackedOff = before.state.waiting?.reason === 'CrashLoopBackOff';
  const left = isBackedOff ? leftOf(before, context) : 0;
  if (left > 0) return { status: before, requeue: { requeueAfterMs: left, pace: 'background' } };
  const { status, requeue } = containerStep(pod, container, isBackedOff ? again(container, before) : before, context);
  const { terminated } = status.state;
  if (!terminated) return { status: { ...status, ready: false }, ...(requeue && { requeue }) };
  if (terminated.exitCode === 0) return { status: { ...status, ready: true }, requeue: { requeueAfterMs: 0, pace: 'prompt' } };
  return { status, ...(pod.spec.restartPolicy !== 'Never' && { requeue: { requeueAfterMs: 1000, pace: 'prompt' } }) };
}

const leftOf = ({ lastState, restartCount }: ContainerStatus, { clock }: ControllerContext) =>
  Date.parse(lastState.terminated?.finishedAt ?? '') + restartDelay(restartCount) - clock.now();

const again = (container: Container, before: ContainerStatus): ContainerStatus => ({
  ...waitingStatus(container, 'PodInitializing', undefined, before),
  restartCount: before.restartCount + 1,
});

/** `10s`, `1m20s`. */
const goDuration = (ms: number) => (ms < 60_000 ? `${ms / 1000}s` : `${Math.floor(ms / 60_000)}m${(ms % 60_000) / 1000}s`);

function backOff(pod: Pod, container: Container, before: ContainerStatus, context: ControllerContext): ContainerStep {
  if (pod.spec.restartPolicy === 'Never') return { status: before };
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
