import type { Pod, PodStatus } from '../../api/pod.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { regarding } from '../controllers/owner-reference.ts';
import { pods } from '../controllers/targets.ts';

/** Tells the API server how a pod stands. */
export function writeStatus(pod: Pod, status: PodStatus, { client }: ControllerContext): Pod {
  return client.update<Pod>(pods, pod.metadata.namespace, { ...pod, status }, { subresource: 'status' });
}

/** An event about one container of a pod. */
export function recordContainerEvent(
  pod: Pod,
  container: string,
  event: { readonly type: 'Normal' | 'Warning'; readonly reason: string; readonly message: string },
  context: ControllerContext,
): void {
  const isInit = pod.spec.initContainers?.some(({ name }) => name === container);
  context.recordEvent({ regarding: { ...regarding(pod), fieldPath: `spec.${isInit ? 'initContainers' : 'containers'}{${container}}` }, ...event });
}
