import type { CronJob, CronJobStatus, Job } from '../../api/batch.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { instantOf, timestamp } from '../clock.ts';
import type { Controller, ControllerContext, RequeueAfter } from './controller.ts';
import { nextRun, parseSchedule, type Schedule } from './cron-schedule.ts';
import { controllerReference, isControlledBy, regarding, splitKey, watchOwned, watchSelf } from './owner-reference.ts';
import { deleteIfThere } from './pod-control.ts';
import { cronJobs, jobs } from './targets.ts';

const minute = 60_000;

/** Makes a Job each time a CronJob's schedule strikes, and removes old ones. */
// kubernetes pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob
export const cronJobController: Controller = {
  name: 'cronjob-controller',
  user: 'system:serviceaccount:kube-system:cronjob-controller',
  watches: [watchSelf(cronJobs), watchOwned(jobs, 'CronJob')],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const cronJob = context.lister.get<CronJob>(cronJobs, namespace, name);
    if (!cronJob || cronJob.metadata.deletionTimestamp !== undefined) return undefined;
    const schedule = parseSchedule(cronJob.spec.schedule);
    const started = 'error' in schedule || cronJob.spec.suspend ? undefined : startDue(cronJob, schedule, context);
    tidy(cronJob, context);
    writeStatus(cronJob, started, context);
    return 'error' in schedule || cronJob.spec.suspend ? undefined : untilNext(cronJob, schedule, context.clock.now());
  },
};

function untilNext({ metadata }: CronJob, schedule: Schedule, now: number): RequeueAfter | undefined {
  const next = nextRun(schedule, now, instantOf(metadata.creationTimestamp ?? ''));
  return next === undefined ? undefined : { requeueAfterMs: next - now, pace: 'background' };
}

/** The latest instant since the last run, if there is one. */
function dueAt(cronJob: CronJob, schedule: Schedule, now: number): number | undefined {
  const created = instantOf(cronJob.metadata.creationTimestamp ?? '');
  let due: number | undefined;
  let next = nextRun(schedule, instantOf(cronJob.status?.lastScheduleTime ?? cronJob.metadata.creationTimestamp ?? ''), created);
  while (next !== undefined && next <= now) {
    due = next;
    next = nextRun(schedule, next, created);
  }
  const { startingDeadlineSeconds: deadline } = cronJob.spec;
  return due !== undefined && deadline !== undefined && now - due > deadline * 1000 ? undefined : due;
}

function startDue(cronJob: CronJob, schedule: Schedule, context: ControllerContext): number | undefined {
  const due = dueAt(cronJob, schedule, context.clock.now());
  if (due === undefined) return undefined;
  const active = activeJobs(cronJob, context);
  if (active.length > 0 && cronJob.spec.concurrencyPolicy === 'Forbid') {
    const message = 'Not starting job because prior execution is running and concurrency policy is Forbid';
    context.recordEvent({ regarding: regarding(cronJob), type: 'Normal', reason: 'JobAlreadyActive', message });
    return undefined;
  }
  if (cronJob.spec.concurrencyPolicy === 'Replace') for (const job of active) deleteJob(cronJob, job, context);
  return createJob(cronJob, due, context) ? due : undefined;
}

function createJob(cronJob: CronJob, due: number, { client, recordEvent }: ControllerContext): boolean {
  const { name, namespace } = cronJob.metadata;
  const { metadata, spec } = cronJob.spec.jobTemplate;
  const job: Job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${name}-${due / minute}`,
      ...(namespace !== undefined && { namespace }),
      ...(metadata?.labels && { labels: metadata.labels }),
      annotations: { ...metadata?.annotations, 'batch.kubernetes.io/cronjob-scheduled-timestamp': timestamp(due) },
      ownerReferences: [controllerReference(cronJob)],
    },
    spec,
  };
  try {
    client.create<Job>(jobs, namespace, job);
    recordEvent({ regarding: regarding(cronJob), type: 'Normal', reason: 'SuccessfulCreate', message: `Created job ${job.metadata.name}` });
    return true;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    if (error.status.reason === 'AlreadyExists') return true;
    recordEvent({ regarding: regarding(cronJob), type: 'Warning', reason: 'FailedCreate', message: `Error creating job: ${error.message}` });
    return false;
  }
}

const ownedJobs = (cronJob: CronJob, { lister }: ControllerContext) =>
  lister.list<Job>(jobs, cronJob.metadata.namespace).filter((job) => isControlledBy(job, cronJob));

const hasEnded = (job: Job, type: 'Complete' | 'Failed') =>
  job.status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false;

const activeJobs = (cronJob: CronJob, context: ControllerContext) =>
  ownedJobs(cronJob, context).filter((job) => !hasEnded(job, 'Complete') && !hasEnded(job, 'Failed'));

function deleteJob(cronJob: CronJob, job: Job, context: ControllerContext): void {
  deleteIfThere(context, jobs, job.metadata.namespace, job.metadata.name);
  context.recordEvent({ regarding: regarding(cronJob), type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted job ${job.metadata.name}` });
}

/** Only the latest finished Jobs are kept. */
function tidy(cronJob: CronJob, context: ControllerContext): void {
  const { successfulJobsHistoryLimit = 3, failedJobsHistoryLimit = 1 } = cronJob.spec;
  for (const [type, limit] of [
    ['Complete', successfulJobsHistoryLimit],
    ['Failed', failedJobsHistoryLimit],
  ] as const) {
    const ended = ownedJobs(cronJob, context).filter((job) => hasEnded(job, type));
    const oldest = [...ended].sort((a, b) => instantOf(a.status?.startTime ?? '') - instantOf(b.status?.startTime ?? ''));
    for (const job of oldest.slice(0, Math.max(0, oldest.length - limit))) deleteJob(cronJob, job, context);
  }
}

function writeStatus(cronJob: CronJob, started: number | undefined, context: ControllerContext): void {
  const active: readonly ObjectReference[] = activeJobs(cronJob, context).map(({ metadata }) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    name: metadata.name,
    ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
    ...(metadata.resourceVersion !== undefined && { resourceVersion: metadata.resourceVersion }),
    ...(metadata.uid !== undefined && { uid: metadata.uid }),
  }));
  const succeeded = ownedJobs(cronJob, context).flatMap(({ status }) => status?.completionTime ?? []);
  const lastSuccessfulTime = [cronJob.status?.lastSuccessfulTime, ...succeeded]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  const lastScheduleTime = started === undefined ? cronJob.status?.lastScheduleTime : timestamp(started);
  const status: CronJobStatus = {
    ...(active.length > 0 && { active }),
    ...(lastScheduleTime !== undefined && { lastScheduleTime }),
    ...(lastSuccessfulTime !== undefined && { lastSuccessfulTime }),
  };
  context.client.update<CronJob>(cronJobs, cronJob.metadata.namespace, { ...cronJob, status }, { subresource: 'status' });
}
