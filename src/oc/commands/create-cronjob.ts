import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument, requireFlags } from '../create-subcommand.ts';
import { string } from '../flags.ts';

const cronJobs = { group: 'batch', version: 'v1', resource: 'cronjobs' } as const;

/** `oc create cronjob` (k8s.io/kubectl pkg/cmd/create/create_cronjob.go). */
export const createCronJob = defineCommand({
  path: 'create cronjob',
  use: "cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...]",
  aliases: ['cj'],
  flags: { ...createFlags, image: string(), restart: string(), schedule: string() },
  async run(invocation) {
    const { args, flags, oc } = invocation;
    requireFlags(invocation, ['image', 'schedule']);
    const name = nameArgument(invocation);
    const command = args.slice(1);
    const container = { name, image: flags.image, ...(command.length > 0 && { command }), resources: {} };
    const podSpec = { containers: [container], restartPolicy: flags.restart === '' ? 'OnFailure' : flags.restart };
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
      spec: {
        schedule: flags.schedule,
        jobTemplate: {
          metadata: { name, creationTimestamp: null },
          spec: { template: { metadata: { creationTimestamp: null }, spec: podSpec } },
        },
      },
      status: {},
    };
    await createAndPrint(oc, cronJobs, cronJob, flags, 'failed to create cronjob');
  },
});
