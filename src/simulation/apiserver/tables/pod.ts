import { shortDuration } from '../../../api/human-duration.ts';
import type { ContainerStatus, Pod } from '../../../api/pod.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

/** Columns of pods (kubernetes pkg/printers/internalversion printPod). */
export const podTable: TableConvertor = {
  columns: [
    nameColumn,
    column('Ready'),
    column('Status'),
    column('Restarts'),
    ageColumn,
    column('IP', 'string', 1),
    column('Node', 'string', 1),
    column('Nominated Node', 'string', 1),
    column('Readiness Gates', 'string', 1),
  ],
  cells: (object, now) => {
    const pod = object as Pod;
    const statuses = pod.status?.containerStatuses ?? [];
    const init = initReason(pod);
    const ready = statuses.filter((status) => status.ready && status.state.running).length;
    return [
      pod.metadata.name,
      `${ready}/${pod.spec.containers.length}`,
      pod.metadata.deletionTimestamp === undefined && init !== undefined ? init : statusOf(pod, statuses),
      restartsOf(init === undefined ? statuses : (pod.status?.initContainerStatuses ?? []), now),
      ageOf(pod.metadata.creationTimestamp, now),
      pod.status?.podIP || '<none>',
      pod.spec.nodeName || '<none>',
      '<none>',
      '<none>',
    ];
  },
};

/** How far the init containers are, as long as one is not through. */
function initReason({ spec, status }: Pod): string | undefined {
  const statuses = status?.initContainerStatuses ?? [];
  const index = statuses.findIndex(({ state }) => state.terminated?.exitCode !== 0);
  const next = statuses[index];
  if (!next) return undefined;
  const { terminated, waiting } = next.state;
  if (terminated) return `Init:${terminated.reason || `ExitCode:${terminated.exitCode}`}`;
  if (waiting?.reason && waiting.reason !== 'PodInitializing') return `Init:${waiting.reason}`;
  return `Init:${index}/${spec.initContainers?.length ?? 0}`;
}

/** How often containers were started again, and when the last of those ended before. */
function restartsOf(statuses: readonly ContainerStatus[], now: number): string {
  const restarts = statuses.reduce((sum, { restartCount }) => sum + restartCount, 0);
  const ends = statuses.flatMap(({ lastState }) => lastState.terminated?.finishedAt ?? []).map((time) => Date.parse(time));
  return restarts === 0 || ends.length === 0 ? String(restarts) : `${restarts} (${shortDuration(now - Math.max(...ends))} ago)`;
}

function statusOf({ metadata, status }: Pod, statuses: readonly ContainerStatus[]): string {
  if (metadata.deletionTimestamp !== undefined) return 'Terminating';
  const reasons = statuses.map(reasonOf).filter((reason) => reason !== '');
  const reason = reasons[0] ?? (status?.reason || status?.phase || '');
  // one container that ended does not end the pod while another runs
  const hasRunning = statuses.some((container) => container.ready && container.state.running);
  return reason === 'Completed' && hasRunning ? 'Running' : reason;
}

function reasonOf({ state: { waiting, terminated } }: ContainerStatus): string {
  if (waiting?.reason) return waiting.reason;
  if (!terminated) return '';
  return terminated.reason || `ExitCode:${terminated.exitCode}`;
}
