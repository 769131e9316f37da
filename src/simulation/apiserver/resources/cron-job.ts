import type { CronJob, CronJobSpec } from '../../../api/batch.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { parseSchedule } from '../../controllers/cron-schedule.ts';
import { invalidValue, notSupportedValue, requiredValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { cronJobTable } from '../tables/job.ts';
import { validateJobSpec } from './job.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateNonNegative } from './pod-template/validation.ts';

/** CronJobs. */
export const cronJobStorage = (info: ResourceInfo): RestStorage => standardStorage<CronJob>(info, strategy, { hasStatus: true, table: cronJobTable });

// kubernetes pkg/registry/batch/cronjob/strategy.go
const strategy: Strategy<CronJob> = {
  hasGeneration: true,
  setDefaults: (job) => ({ ...job, spec: defaultSpec(job.spec) }),
  prepareForCreate: (job) => ({ ...job, status: {} }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? {} }),
  validate,
};

function defaultSpec(spec: CronJobSpec | undefined): CronJobSpec {
  const { jobTemplate, ...given } = spec ?? ({} as CronJobSpec);
  return {
    concurrencyPolicy: 'Allow',
    failedJobsHistoryLimit: 1,
    successfulJobsHistoryLimit: 3,
    suspend: false,
    ...given,
    jobTemplate: {
      metadata: { creationTimestamp: null, ...jobTemplate?.metadata },
      spec: { ...jobTemplate?.spec, template: defaultPodTemplate(jobTemplate?.spec?.template) },
    },
  };
}

// kubernetes pkg/apis/batch/validation validateCronJobSpec
function validate({ spec }: CronJob): readonly FieldError[] {
  const policies = ['Allow', 'Forbid', 'Replace'];
  return [
    ...(spec.schedule ? validateSchedule(spec.schedule) : [requiredValue('spec.schedule')]),
    ...validateNonNegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds'),
    ...(policies.includes(spec.concurrencyPolicy ?? '') ? [] : [notSupportedValue('spec.concurrencyPolicy', spec.concurrencyPolicy, policies)]),
    ...validateJobSpec(spec.jobTemplate.spec, 'spec.jobTemplate.spec'),
    ...validateNonNegative(spec.successfulJobsHistoryLimit, 'spec.successfulJobsHistoryLimit'),
    ...validateNonNegative(spec.failedJobsHistoryLimit, 'spec.failedJobsHistoryLimit'),
  ];
}

function validateSchedule(schedule: string): readonly FieldError[] {
  const parsed = parseSchedule(schedule);
  return 'error' in parsed ? [invalidValue('spec.schedule', schedule, parsed.error)] : [];
}
