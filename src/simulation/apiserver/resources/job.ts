import type { Job, JobSpec } from '../../../api/batch.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import { requiredValue } from '../object-meta-validation.ts';
import type { RestStorage, Strategy } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { jobTable } from '../tables/job.ts';
import { defaultPodTemplate } from './pod-template/defaults.ts';
import { validateImmutable, validateNonNegative, validatePodSpec } from './pod-template/validation.ts';

/** Jobs. */
export const jobStorage = (info: ResourceInfo): RestStorage => standardStorage<Job>(info, strategy, { hasStatus: true, table: jobTable });

// kubernetes pkg/registry/batch/job/strategy.go
const strategy: Strategy<Job> = {
  hasGeneration: true,
  setDefaults: (job) => ({ ...job, spec: defaultSpec(job.spec) }),
  prepareForCreate: (job) => ({ ...job, spec: withSelector(job), status: {} }),
  prepareForUpdate: (next, old) => ({ ...next, status: old.status ?? {} }),
  validate: (job) => [...(job.spec.selector ? [] : [requiredValue('spec.selector')]), ...validateJobSpec(job.spec, 'spec')],
  validateUpdate: (next, old) => [
    ...validateJobSpec(next.spec, 'spec'),
    ...validateImmutable(next.spec.selector, old.spec.selector, 'spec.selector'),
    ...validateImmutable(next.spec.template, old.spec.template, 'spec.template'),
  ],
};

function defaultSpec(spec: JobSpec | undefined): JobSpec {
  const hasNoSize = spec?.completions === undefined && spec?.parallelism === undefined;
  return {
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    ...(hasNoSize && { completions: 1 }),
    manualSelector: false,
    parallelism: 1,
    podReplacementPolicy: 'TerminatingOrFailed',
    suspend: false,
    ...spec,
    template: defaultPodTemplate(spec?.template),
  };
}

/** The pods of a Job are told from all others by its uid. */
function withSelector({ metadata, spec }: Job): JobSpec {
  if (spec.manualSelector) return spec;
  const uid = metadata.uid ?? '';
  const labels = {
    ...spec.template.metadata?.labels,
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': metadata.name,
    'controller-uid': uid,
    'job-name': metadata.name,
  };
  const template = { ...spec.template, metadata: { ...spec.template.metadata, labels } };
  return { ...spec, selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } }, template };
}

/** What is wrong with the spec of a Job, or of a CronJob's template. */
// kubernetes pkg/apis/batch/validation validateJobSpec
export function validateJobSpec(spec: JobSpec, path: string): readonly FieldError[] {
  const policy = spec.template.spec.restartPolicy ?? '';
  return [
    ...validateNonNegative(spec.parallelism, `${path}.parallelism`),
    ...validateNonNegative(spec.completions, `${path}.completions`),
    ...validateNonNegative(spec.activeDeadlineSeconds, `${path}.activeDeadlineSeconds`),
    ...validateNonNegative(spec.backoffLimit, `${path}.backoffLimit`),
    ...validateNonNegative(spec.ttlSecondsAfterFinished, `${path}.ttlSecondsAfterFinished`),
    ...validatePodSpec(spec.template.spec, `${path}.template.spec`),
    ...(['OnFailure', 'Never'].includes(policy) ? [] : [requiredValue(`${path}.template.spec.restartPolicy`, 'valid values: "OnFailure", "Never"')]),
  ];
}
