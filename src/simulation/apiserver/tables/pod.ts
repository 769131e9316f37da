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
    const ready = statuses.filter((status) => status.ready && status.state.running).length;
    const restarts = statuses.reduce((sum, { restartCount }) => sum + restartCount, 0);
    return [
      pod.metadata.name,
      `${ready}/${pod.spec.containers.length}`,
      statusOf(pod, statuses),
      String(restarts),
      ageOf(pod.metadata.creationTimestamp, now),
      pod.status?.podIP || '<none>',
      pod.spec.nodeName || '<none>',
      '<none>',
      '<none>',
    ];
  },
};

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
