import type { CronJob, Job } from '../../../api/batch.ts';
import { shortDuration } from '../../../api/human-duration.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { containerCells, containerColumns, selectorCell, selectorColumn } from './containers.ts';
import { ageColumn, ageOf, column, nameColumn } from './human-time.ts';

/** Columns of Jobs (kubernetes pkg/printers/internalversion printJob). */
export const jobTable: TableConvertor = {
  columns: [nameColumn, column('Status'), column('Completions'), column('Duration'), ageColumn, ...containerColumns, selectorColumn],
  cells: (object, now) => {
    const job = object as Job;
    const { metadata, spec } = job;
    const age = ageOf(metadata.creationTimestamp, now);
    return [metadata.name, statusOf(job), completionsOf(job), durationOf(job, now), age, ...containerCells(spec.template), selectorCell(spec.selector)];
  },
};

function statusOf({ metadata, status }: Job): string {
  const has = (type: string) => status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false;
  const known = [
    ['Complete', 'Complete'],
    ['Failed', 'Failed'],
  ].find(([type = '']) => has(type));
  if (known) return known[1] ?? '';
  if (metadata.deletionTimestamp !== undefined) return 'Terminating';
  if (has('Suspended')) return 'Suspended';
  return has('FailureTarget') ? 'FailureTarget' : 'Running';
}

function completionsOf({ spec, status }: Job): string {
  const succeeded = status?.succeeded ?? 0;
  if (spec.completions !== undefined) return `${succeeded}/${spec.completions}`;
  const parallelism = spec.parallelism ?? 0;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function durationOf({ status }: Job, now: number): string {
  if (!status?.startTime) return '';
  const end = status.completionTime ? Date.parse(status.completionTime) : now;
  return shortDuration(end - Date.parse(status.startTime));
}

/** Columns of CronJobs (printCronJob). */
export const cronJobTable: TableConvertor = {
  columns: [
    nameColumn,
    column('Schedule'),
    column('Timezone'),
    column('Suspend'),
    column('Active', 'integer'),
    column('Last Schedule'),
    ageColumn,
    ...containerColumns,
    selectorColumn,
  ],
  cells: (object, now) => {
    const { metadata, spec, status } = object as CronJob;
    return [
      metadata.name,
      spec.schedule,
      spec.timeZone ?? '<none>',
      spec.suspend ? 'True' : 'False',
      status?.active?.length ?? 0,
      status?.lastScheduleTime ? ageOf(status.lastScheduleTime, now) : '<none>',
      ageOf(metadata.creationTimestamp, now),
      ...containerCells(spec.jobTemplate.spec.template),
      selectorCell(spec.jobTemplate.spec.selector),
    ];
  },
};
