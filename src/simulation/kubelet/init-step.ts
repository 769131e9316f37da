import type { Container, ContainerStatus, Pod } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import type { ContainerStep } from './container-step.ts';
import { restartingStep } from './restarting-step.ts';

/** Brings an init container a step on; when it is through, the next one is up. */
// kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go findNextInitContainerToRun
export function initStep(pod: Pod, container: Container, before: ContainerStatus, context: ControllerContext): ContainerStep {
  const step = restartingStep(pod, container, before, context);
  if (step.status.state.terminated?.exitCode !== 0) return { ...step, status: { ...step.status, ready: false } };
  return { status: { ...step.status, ready: true }, requeue: { requeueAfterMs: 0, pace: 'prompt' } };
}
