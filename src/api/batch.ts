import type { LabelSelector } from './apps.ts';
import type { Condition, KubeObject, ObjectMeta, ObjectReference, Timestamp } from './meta.ts';
import type { PodTemplateSpec } from './pod.ts';

/** Pods that run to their end (k8s.io/api batch/v1). */
export interface Job extends KubeObject {
  readonly spec: JobSpec;
  readonly status?: JobStatus;
}

export interface JobSpec {
  readonly parallelism?: number;
  readonly completions?: number;
  readonly activeDeadlineSeconds?: number;
  readonly backoffLimit?: number;
  readonly completionMode?: string;
  readonly manualSelector?: boolean;
  readonly podReplacementPolicy?: string;
  readonly selector?: LabelSelector;
  readonly suspend?: boolean;
  readonly ttlSecondsAfterFinished?: number;
  readonly template: PodTemplateSpec;
}

export interface JobStatus {
  readonly conditions?: readonly Condition[];
  readonly startTime?: Timestamp;
  readonly completionTime?: Timestamp;
  readonly active?: number;
  readonly succeeded?: number;
  readonly failed?: number;
  readonly ready?: number;
  readonly terminating?: number;
  readonly uncountedTerminatedPods?: Readonly<Record<string, unknown>>;
}

export interface CronJob extends KubeObject {
  readonly spec: CronJobSpec;
  readonly status?: CronJobStatus;
}

export interface CronJobSpec {
  readonly schedule: string;
  readonly timeZone?: string;
  readonly suspend?: boolean;
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  readonly startingDeadlineSeconds?: number;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
  readonly jobTemplate: { readonly metadata?: Partial<ObjectMeta>; readonly spec: JobSpec };
}

export interface CronJobStatus {
  readonly active?: readonly ObjectReference[];
  readonly lastScheduleTime?: Timestamp;
  readonly lastSuccessfulTime?: Timestamp;
}
