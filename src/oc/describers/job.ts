import { shortDuration } from '../../api/human-duration.ts';
import type { KubeObject, Timestamp } from '../../api/meta.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { instantOf, rfc1123z } from './go-time.ts';
import { controllerOf, selectorText, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { writePodTemplate } from './pod-template.ts';
import type { LabelSelector, PodTemplate } from './shapes.ts';

/** What descriptions read of a Job's spec. */
export interface JobSpec {
  readonly selector?: LabelSelector;
  readonly parallelism?: number;
  readonly completions?: number;
  readonly completionMode?: string;
  readonly suspend?: boolean;
  readonly backoffLimit?: number;
  readonly ttlSecondsAfterFinished?: number;
  readonly activeDeadlineSeconds?: number;
  readonly template?: PodTemplate;
}

interface Job extends KubeObject {
  readonly spec?: JobSpec;
  readonly status?: {
    readonly startTime?: Timestamp;
    readonly completionTime?: Timestamp;
    readonly active?: number;
    readonly ready?: number;
    readonly succeeded?: number;
    readonly failed?: number;
    readonly completedIndexes?: string;
  };
}

/** A Job (k8s.io/kubectl pkg/describe describeJob). */
export const describeJob: Describer<Job> = (job, context) =>
  kubectlText((text) => {
    const { spec = {}, status = {} } = job;
    writeNameAndNamespace(text, job);
    text.write(0, `Selector:\t${selectorText(spec.selector)}\n`);
    writeLabelsAndAnnotations(text, job);
    const controller = controllerOf(job);
    if (controller !== '') text.write(0, `Controlled By:\t${controller}\n`);
    writeSettings(text, spec);
    writeTimes(text, job);
    const { active = 0, ready, succeeded = 0, failed = 0 } = status;
    text.write(0, `Pods Statuses:\t${active} Active${ready === undefined ? '' : ` (${ready} Ready)`} / ${succeeded} Succeeded / ${failed} Failed\n`);
    if (spec.completionMode === 'Indexed') text.write(0, `Completed Indexes:\t${status.completedIndexes || '<none>'}\n`);
    writePodTemplate(text, spec.template ?? {});
    writeEventsOf(text, job, context);
  });

function writeSettings(text: DescribedText, spec: JobSpec): void {
  if (spec.parallelism !== undefined) text.write(0, `Parallelism:\t${spec.parallelism}\n`);
  text.write(0, `Completions:\t${spec.completions ?? '<unset>'}\n`);
  if (spec.completionMode !== undefined) text.write(0, `Completion Mode:\t${spec.completionMode}\n`);
  if (spec.suspend !== undefined) text.write(0, `Suspend:\t${spec.suspend}\n`);
  if (spec.backoffLimit !== undefined) text.write(0, `Backoff Limit:\t${spec.backoffLimit}\n`);
  if (spec.ttlSecondsAfterFinished !== undefined) text.write(0, `TTL Seconds After Finished:\t${spec.ttlSecondsAfterFinished}\n`);
}

function writeTimes(text: DescribedText, { spec = {}, status = {} }: Job): void {
  const { startTime, completionTime } = status;
  if (startTime) text.write(0, `Start Time:\t${rfc1123z(startTime)}\n`);
  if (completionTime) text.write(0, `Completed At:\t${rfc1123z(completionTime)}\n`);
  if (startTime && completionTime) text.write(0, `Duration:\t${shortDuration(instantOf(completionTime) - instantOf(startTime))}\n`);
  if (spec.activeDeadlineSeconds !== undefined) text.write(0, `Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s\n`);
}
