import type { KubeObject, ObjectReference, Timestamp } from '../../api/meta.ts';
import { type DescribedText, kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { rfc1123z } from './go-time.ts';
import type { JobSpec } from './job.ts';
import { selectorText, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { writePodTemplate } from './pod-template.ts';

interface CronJob extends KubeObject {
  readonly spec?: {
    readonly schedule?: string;
    readonly concurrencyPolicy?: string;
    readonly suspend?: boolean;
    readonly successfulJobsHistoryLimit?: number;
    readonly failedJobsHistoryLimit?: number;
    readonly startingDeadlineSeconds?: number;
    readonly jobTemplate?: { readonly spec?: JobSpec };
  };
  readonly status?: { readonly lastScheduleTime?: Timestamp; readonly active?: readonly ObjectReference[] };
}

/** A CronJob (k8s.io/kubectl pkg/describe describeCronJob). */
export const describeCronJob: Describer<CronJob> = (cronJob, context) =>
  kubectlText((text) => {
    const { spec = {}, status = {} } = cronJob;
    writeNameAndNamespace(text, cronJob);
    writeLabelsAndAnnotations(text, cronJob);
    text.write(0, `Schedule:\t${spec.schedule ?? ''}\n`);
    text.write(0, `Concurrency Policy:\t${spec.concurrencyPolicy ?? ''}\n`);
    text.write(0, `Suspend:\t${spec.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False'}\n`);
    text.write(0, `Successful Job History Limit:\t${spec.successfulJobsHistoryLimit ?? '<unset>'}\n`);
    text.write(0, `Failed Job History Limit:\t${spec.failedJobsHistoryLimit ?? '<unset>'}\n`);
    text.write(0, `Starting Deadline Seconds:\t${spec.startingDeadlineSeconds === undefined ? '<unset>' : `${spec.startingDeadlineSeconds}s`}\n`);
    writeJobTemplate(text, spec.jobTemplate?.spec ?? {});
    text.write(0, `Last Schedule Time:\t${status.lastScheduleTime ? rfc1123z(status.lastScheduleTime) : '<unset>'}\n`);
    text.write(0, `Active Jobs:\t${(status.active ?? []).map(({ name }) => name ?? '').join(', ') || '<none>'}\n`);
    writeEventsOf(text, cronJob, context);
  });

// k8s.io/kubectl pkg/describe describeJobTemplate
function writeJobTemplate(text: DescribedText, spec: JobSpec): void {
  text.write(0, `Selector:\t${spec.selector ? selectorText(spec.selector) : '<unset>'}\n`);
  text.write(0, `Parallelism:\t${spec.parallelism ?? '<unset>'}\n`);
  text.write(0, `Completions:\t${spec.completions ?? '<unset>'}\n`);
  if (spec.activeDeadlineSeconds !== undefined) text.write(0, `Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s\n`);
  writePodTemplate(text, spec.template ?? {});
}
