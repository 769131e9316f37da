import type { Container, ContainerStatus, Pod } from '../../api/pod.ts';
import { digestOf } from '../../imageutil/digest.ts';
import { type ImageReference, parseImageReference } from '../../imageutil/image-reference.ts';
import { timestamp } from '../clock.ts';
import type { ControllerContext } from '../controllers/controller.ts';
import { clusterProcesses } from './cluster-processes.ts';
import { waitingStatus } from './container-statuses.ts';
import { findCached, keepImage } from './image-cache.ts';
import { candidatesOf, fullName } from './image-name.ts';
import { pullImage } from './image-puller.ts';
import { podPullSecrets } from './pod-pull-secrets.ts';
import { recordContainerEvent } from './pod-reports.ts';

/** Sees that the image is on the node, pulling it if need be, and starts the container; its status tells how far that went. */
// kubernetes pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer
export function startContainer(pod: Pod, container: Container, before: ContainerStatus, context: ControllerContext): ContainerStatus {
  const { image = '', name, imagePullPolicy } = container;
  const candidates = candidatesOf(image);
  if (candidates.length === 0) return refuse(pod, container, 'InvalidImageName', 'InspectFailed', unparsable(image), before, context);
  const cached = findCached(pod.spec.nodeName ?? '', candidates, context) ?? shippedImage(pod, candidates);
  if (cached && imagePullPolicy !== 'Always') {
    recordContainerEvent(pod, name, { type: 'Normal', reason: 'Pulled', message: `Container image "${image}" already present on machine` }, context);
    return run(pod, container, cached.name, cached.imageID, before, context);
  }
  if (imagePullPolicy === 'Never') {
    return refuse(
      pod,
      container,
      'ErrImageNeverPull',
      'ErrImageNeverPull',
      `Container image "${image}" is not present with pull policy of Never`,
      before,
      context,
    );
  }
  return pullAndRun(pod, container, candidates, before, context);
}

/** The images of the release lie on every node. */
function shippedImage(pod: Pod, [name]: readonly ImageReference[]) {
  return name && clusterProcesses.some((process) => process.runs(pod)) ? { name, imageID: fullName(name) } : undefined;
}

function unparsable(image: string): string {
  const parsed = parseImageReference(image);
  const why = parsed.ok ? 'invalid reference format' : parsed.error;
  return `Failed to apply default image tag "${image}": couldn't parse image name "${image}": ${why}`;
}

function refuse(
  pod: Pod,
  container: Container,
  reason: string,
  eventReason: string,
  message: string,
  before: ContainerStatus,
  context: ControllerContext,
): ContainerStatus {
  recordContainerEvent(pod, container.name, { type: 'Warning', reason: eventReason, message }, context);
  recordContainerEvent(pod, container.name, { type: 'Warning', reason: 'Failed', message: `Error: ${reason}` }, context);
  return waitingStatus(container, reason, message, before);
}

function pullAndRun(
  pod: Pod,
  container: Container,
  candidates: readonly ImageReference[],
  before: ContainerStatus,
  context: ControllerContext,
): ContainerStatus {
  const { image, name } = container;
  recordContainerEvent(pod, name, { type: 'Normal', reason: 'Pulling', message: `Pulling image "${image}"` }, context);
  const pulled = pullImage(candidates, podPullSecrets(pod, context), context.registries);
  if (!pulled.ok) return refuse(pod, container, 'ErrImagePull', 'Failed', `Failed to pull image "${image}": ${pulled.message}`, before, context);
  keepImage(pod.spec.nodeName ?? '', pulled.name, pulled.imageID, pulled.sizeBytes, context);
  const message = `Successfully pulled image "${image}" in 845ms (845ms including waiting). Image size: ${pulled.sizeBytes} bytes.`;
  recordContainerEvent(pod, name, { type: 'Normal', reason: 'Pulled', message }, context);
  return run(pod, container, pulled.name, pulled.imageID, before, context);
}

/** A container whose image was changed is stopped for the next one. */
function replaced({ containerID }: ContainerStatus, startedAt: string, { clock }: ControllerContext) {
  return { ...(containerID && { containerID }), exitCode: 0, finishedAt: timestamp(clock.now()), reason: 'Completed', startedAt };
}

function run(pod: Pod, container: Container, image: ImageReference, imageID: string, before: ContainerStatus, context: ControllerContext): ContainerStatus {
  const { name } = container;
  recordContainerEvent(pod, name, { type: 'Normal', reason: 'Created', message: `Created container ${name}` }, context);
  recordContainerEvent(pod, name, { type: 'Normal', reason: 'Started', message: `Started container ${name}` }, context);
  const restartCount = before.state.running ? before.restartCount + 1 : before.restartCount;
  return {
    containerID: `cri-o://${digestOf(`${pod.metadata.uid}/${name}/${restartCount}`).slice('sha256:'.length)}`,
    image: fullName(image),
    imageID,
    lastState: before.state.running ? { terminated: replaced(before, before.state.running.startedAt, context) } : before.lastState,
    name,
    ready: true,
    restartCount,
    started: true,
    state: { running: { startedAt: timestamp(context.clock.now()) } },
  };
}
