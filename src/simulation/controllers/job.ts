import type { Job, JobStatus } from '../../api/batch.ts';
import type { Condition } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { StatusError } from '../../api/status.ts';
import { timestamp } from '../clock.ts';
import type { Controller, ControllerContext, RequeueAfter } from './controller.ts';
import { isControlledBy, regarding, splitKey, watchOwned, watchSelf } from './owner-reference.ts';
import { createPod, deleteIfThere, deletePod } from './pod-control.ts';
import { isPodActive, isPodFinished, isPodReady } from './pod-status.ts';
import { jobs, pods } from './targets.ts';

/** Runs the pods of Jobs until enough of them have succeeded, or too many have failed. */
// kubernetes pkg/controller/job/job_controller.go syncJob
export const jobController: Controller = {
  name: 'job-controller',
  user: 'system:serviceaccount:kube-system:job-controller',
  watches: [watchSelf(jobs), watchOwned(pods, 'Job')],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const job = context.lister.get<Job>(jobs, namespace, name);
    if (!job || job.metadata.deletionTimestamp !== undefined) return undefined;
    return isOver(job) ? expire(job, context) : run(job, context);
  },
};

const isOver = ({ status }: Job) =>
  status?.conditions?.some(({ type, status: value }) => (type === 'Complete' || type === 'Failed') && value === 'True') ?? false;

/** A finished Job with a time to live goes when that is over. */
function expire(job: Job, context: ControllerContext): RequeueAfter | undefined {
  const { ttlSecondsAfterFinished: ttl } = job.spec;
  if (ttl === undefined) return undefined;
  const finished = job.status?.conditions?.find(({ type }) => type === 'Complete' || type === 'Failed')?.lastTransitionTime ?? '';
  const left = Date.parse(finished) + ttl * 1000 - context.clock.now();
  if (left > 0) return { requeueAfterMs: left, pace: 'background' };
  deleteIfThere(context, jobs, job.metadata.namespace, job.metadata.name);
  return undefined;
}

function run(job: Job, context: ControllerContext): RequeueAfter | undefined {
  const own = podsOf(job, context);
  const failed = own.filter(({ status }) => status?.phase === 'Failed').length;
  const succeeded = own.filter(({ status }) => status?.phase === 'Succeeded').length;
  const verdict = verdictOf(job, own, succeeded, failed, context.clock.now());
  const rest = backOff(own, context.clock.now());
  if (verdict || job.spec.suspend) removeActive(job, own, context);
  else if (rest === 0) startMissing(job, own, succeeded, context);
  writeStatus(job, verdict, context);
  const deadline = deadlineOf(job);
  const waits = [...(deadline === undefined ? [] : [Math.max(0, deadline - context.clock.now())]), ...(rest > 0 ? [rest] : [])];
  return verdict || waits.length === 0 ? undefined : { requeueAfterMs: Math.min(...waits), pace: 'background' };
}

const firstBackOff = 10_000;
const longestBackOff = 600_000;

/** How long to wait with the next pod: 10 s after a failure, twice as long after each that follows without a success between. */
// kubernetes pkg/controller/job/backoff_utils.go getRemainingTime
function backOff(own: readonly Pod[], now: number): number {
  const ends = (phase: string) => own.filter(({ status }) => status?.phase === phase).map(finishedAt);
  const lastSuccess = Math.max(0, ...ends('Succeeded'));
  const failures = ends('Failed').filter((end) => end > lastSuccess);
  if (failures.length === 0) return 0;
  const delay = Math.min(firstBackOff * 2 ** (failures.length - 1), longestBackOff);
  return Math.max(0, Math.max(...failures) + delay - now);
}

const finishedAt = ({ status }: Pod) =>
  Math.max(0, ...(status?.containerStatuses ?? []).map(({ state }) => Date.parse(state.terminated?.finishedAt ?? '') || 0));

const podsOf = (job: Job, { lister }: ControllerContext) => lister.list<Pod>(pods, job.metadata.namespace).filter((pod) => isControlledBy(pod, job));

function deadlineOf({ spec, status }: Job): number | undefined {
  if (spec.activeDeadlineSeconds === undefined || !status?.startTime) return undefined;
  return Date.parse(status.startTime) + spec.activeDeadlineSeconds * 1000;
}

type Verdict = Pick<Condition, 'type'> & { readonly reason: string; readonly message: string };

function verdictOf(job: Job, own: readonly Pod[], succeeded: number, failed: number, now: number): Verdict | undefined {
  const { backoffLimit = 6, completions } = job.spec;
  if (succeeded >= (completions ?? 1)) return { type: 'Complete', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' };
  if (failed > backoffLimit || isPastLimit(job, own))
    return { type: 'Failed', reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' };
  const deadline = deadlineOf(job);
  if (deadline === undefined || deadline > now) return undefined;
  return { type: 'Failed', reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline' };
}

/** Have containers of pods that start them again themselves been started too often? */
// kubernetes pkg/controller/job/job_controller.go pastBackoffLimitOnFailure
function isPastLimit({ spec }: Job, own: readonly Pod[]): boolean {
  if (spec.template.spec.restartPolicy !== 'OnFailure') return false;
  const statuses = own.filter(isPodActive).flatMap(({ status }) => [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])]);
  const restarts = statuses.reduce((sum, { restartCount }) => sum + restartCount, 0);
  return restarts > 0 && restarts >= (spec.backoffLimit ?? 6);
}

function removeActive(job: Job, own: readonly Pod[], context: ControllerContext): void {
  for (const pod of own.filter(isPodActive)) deletePod(context, job, pod);
}

function startMissing(job: Job, own: readonly Pod[], succeeded: number, context: ControllerContext): void {
  const { parallelism = 1, completions } = job.spec;
  const wanted = completions === undefined ? (succeeded > 0 ? 0 : parallelism) : Math.min(parallelism, completions - succeeded);
  const running = own.filter((pod) => !isPodFinished(pod)).length;
  for (let count = running; count < wanted; count++) {
    if (createPod(context, job, job.spec.template) instanceof StatusError) return;
  }
}

function writeStatus(job: Job, verdict: Verdict | undefined, context: ControllerContext): void {
  const status = statusOf(job, podsOf(job, context), verdict, context.clock.now());
  context.client.update<Job>(jobs, job.metadata.namespace, { ...job, status }, { subresource: 'status' });
  if (!verdict) return;
  const isComplete = verdict.type === 'Complete';
  context.recordEvent({
    regarding: regarding(job),
    type: isComplete ? 'Normal' : 'Warning',
    reason: isComplete ? 'Completed' : verdict.reason,
    message: isComplete ? 'Job completed' : verdict.message,
  });
}

function statusOf(job: Job, own: readonly Pod[], verdict: Verdict | undefined, now: number): JobStatus {
  const time = timestamp(now);
  const count = (phase: string) => own.filter(({ status }) => status?.phase === phase).length;
  const [active, succeeded, failed] = [own.filter(isPodActive).length, count('Succeeded'), count('Failed')];
  const ready = own.filter((pod) => isPodActive(pod) && isPodReady(pod)).length;
  return {
    ...(active > 0 && { active }),
    ...(verdict?.type === 'Complete' && { completionTime: time }),
    ...(verdict && { conditions: conditionsOf(verdict, time) }),
    ...(failed > 0 && { failed }),
    ready,
    startTime: job.status?.startTime ?? time,
    ...(succeeded > 0 && { succeeded }),
    terminating: own.filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length,
    uncountedTerminatedPods: {},
  };
}

/** The criterion is met first, then the Job is over; here both at once. */
function conditionsOf({ type, reason, message }: Verdict, time: string): readonly (Condition & { readonly lastProbeTime: string })[] {
  const met = type === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget';
  return [met, type].map((name) => ({ lastProbeTime: time, lastTransitionTime: time, message, reason, status: 'True', type: name }));
}
