import type { CronJob, JobSpec } from '../../api/batch.ts';
import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { string } from '../flags.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';

const jobs = { group: 'batch', version: 'v1', resource: 'jobs' } as const;

/** `oc create job` (k8s.io/kubectl pkg/cmd/create/create_job.go). */
export const createJob = defineCommand({
  path: 'create job',
  use: 'job NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]',
  flags: { ...createFlags, from: string(), image: string() },
  async run(invocation) {
    const { args, flags, oc } = invocation;
    const name = nameArgument(invocation);
    const command = args.slice(1);
    if ((flags.image === '') === (flags.from === '')) throw new OcError('either --image or --from must be specified');
    if (command.length > 0 && flags.from !== '') throw new OcError('cannot specify --from and command');
    const job = flags.image === '' ? await jobFromCronJob(oc, name, flags.from) : jobOf(oc, name, flags.image, command);
    await createAndPrint(oc, jobs, job, flags, 'failed to create job');
  },
});

function jobOf(oc: OcContext, name: string, image: string, command: readonly string[]): KubeObject {
  const container = { name, image, ...(command.length > 0 && { command }), resources: {} };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
    spec: { template: { metadata: { creationTimestamp: null }, spec: { containers: [container], restartPolicy: 'Never' } } },
    status: {},
  };
}

async function jobFromCronJob(oc: OcContext, name: string, from: string): Promise<KubeObject> {
  const { infos, errors } = await findObjects(oc, { args: [from] });
  throwErrors(errors);
  const [info, ...more] = infos;
  if (!info || more.length > 0) throw new OcError('from must be an existing cronjob');
  if (info.object.kind !== 'CronJob') throw new OcError(`unknown object type *v1.${info.object.kind}`);
  const { metadata, spec } = info.object as CronJob;
  const template = spec.jobTemplate as { readonly metadata?: Partial<KubeObject['metadata']>; readonly spec: JobSpec };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      ...explicitNamespace(oc),
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...template.metadata?.annotations },
      ...(template.metadata?.labels && { labels: template.metadata.labels }),
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: metadata.name, uid: metadata.uid ?? '', controller: true }],
      creationTimestamp: null,
    },
    spec: template.spec,
    status: {},
  };
}
