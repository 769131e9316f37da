import type { Condition } from '../../api/meta.ts';
import type { Container, ContainerStatus, Pod, PodStatus } from '../../api/pod.ts';
import { timestamp } from '../clock.ts';

/** The status of a container that has not run yet. */
export function waitingStatus(container: Container, reason: string, message?: string, previous?: ContainerStatus): ContainerStatus {
  return {
    image: container.image ?? '',
    imageID: '',
    lastState: previous?.lastState ?? {},
    name: container.name,
    ready: false,
    restartCount: previous?.restartCount ?? 0,
    started: false,
    state: { waiting: { ...(message !== undefined && { message }), reason } },
  };
}

/** A pod's status with these container statuses: phase and conditions follow from them. */
export function withContainers(pod: Pod, containerStatuses: readonly ContainerStatus[], now: number, initStatuses: readonly ContainerStatus[] = []): PodStatus {
  const phase = initPhaseOf(pod, initStatuses) ?? phaseOf(pod, containerStatuses);
  const conditions = conditionsOf(pod, phase, containerStatuses, incomplete(initStatuses), now);
  return { ...pod.status, phase, ...(initStatuses.length > 0 && { initContainerStatuses: initStatuses }), containerStatuses, conditions };
}

const incomplete = (statuses: readonly ContainerStatus[]) => statuses.filter(({ state }) => state.terminated?.exitCode !== 0).map(({ name }) => name);

/** The phase of a pod whose init containers are not through. */
function initPhaseOf({ spec }: Pod, statuses: readonly ContainerStatus[]): 'Pending' | 'Failed' | undefined {
  if (incomplete(statuses).length === 0) return undefined;
  return spec.restartPolicy === 'Never' && statuses.some(({ state }) => (state.terminated?.exitCode ?? 0) !== 0) ? 'Failed' : 'Pending';
}

// kubernetes pkg/kubelet/kubelet_pods.go getPhase
function phaseOf({ spec }: Pod, statuses: readonly ContainerStatus[]): NonNullable<PodStatus['phase']> {
  if (statuses.some(({ state, lastState }) => state.waiting && !lastState.terminated)) return 'Pending';
  if (statuses.some(({ state }) => state.running) || spec.restartPolicy === 'Always') return 'Running';
  if (statuses.every(({ state }) => state.terminated?.exitCode === 0)) return 'Succeeded';
  // what failed is started again
  return spec.restartPolicy === 'Never' ? 'Failed' : 'Running';
}

function conditionsOf(
  pod: Pod,
  phase: PodStatus['phase'],
  statuses: readonly ContainerStatus[],
  uninitialized: readonly string[],
  now: number,
): readonly Condition[] {
  const unready = statuses.filter(({ ready }) => !ready).map(({ name }) => name);
  const isOver = phase === 'Succeeded' || phase === 'Failed';
  const reason = isOver ? 'PodCompleted' : 'ContainersNotReady';
  const notReady = { status: 'False', reason, ...(!isOver && { message: `containers with unready status: [${unready.join(' ')}]` }) } as const;
  const ready = unready.length === 0 ? ({ status: 'True' } as const) : notReady;
  const message = `containers with incomplete status: [${uninitialized.join(' ')}]`;
  const initialized =
    uninitialized.length > 0
      ? ({ status: 'False', reason: 'ContainersNotInitialized', message } as const)
      : ({ status: 'True', ...(isOver && { reason }) } as const);
  const wanted: readonly Omit<Condition, 'lastTransitionTime'>[] = [
    { type: 'PodReadyToStartContainers', status: isOver ? 'False' : 'True' },
    { type: 'Initialized', ...initialized },
    { type: 'Ready', ...ready },
    { type: 'ContainersReady', ...ready },
    { type: 'PodScheduled', status: 'True' },
  ];
  return wanted.map((condition) => timed(condition, pod.status?.conditions, now));
}

function timed(condition: Omit<Condition, 'lastTransitionTime'>, before: readonly Condition[] = [], now: number): Condition {
  const old = before.find(({ type }) => type === condition.type);
  return { lastTransitionTime: old?.status === condition.status && old.lastTransitionTime ? old.lastTransitionTime : timestamp(now), ...condition };
}
