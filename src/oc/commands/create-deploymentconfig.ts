import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument, requireFlags } from '../create-subcommand.ts';
import { string } from '../flags.ts';

const deploymentConfigs = { group: 'apps.openshift.io', version: 'v1', resource: 'deploymentconfigs' } as const;
const { validate: _notHere, ...flagsWithoutValidate } = createFlags;

/** `oc create deploymentconfig` (oc pkg/cli/create/deploymentconfig.go). */
export const createDeploymentConfig = defineCommand({
  path: 'create deploymentconfig',
  use: 'deploymentconfig NAME --image=IMAGE -- [COMMAND] [args...]',
  aliases: ['dc'],
  flags: { ...flagsWithoutValidate, image: string() },
  async run(invocation) {
    const { args, flags, oc } = invocation;
    requireFlags(invocation, ['image']);
    const name = nameArgument(invocation);
    const labels = { 'deployment-config.name': name };
    const command = args.slice(1);
    const container = { name: 'default-container', image: flags.image, ...(command.length > 0 && { command }), resources: {} };
    const deploymentConfig = {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentConfig',
      metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
      spec: {
        strategy: { resources: {} },
        triggers: null,
        replicas: 1,
        test: false,
        selector: labels,
        template: { metadata: { labels, creationTimestamp: null }, spec: { containers: [container] } },
      },
      status: { latestVersion: 0, observedGeneration: 0, replicas: 0, updatedReplicas: 0, availableReplicas: 0, unavailableReplicas: 0 },
    };
    await createAndPrint(oc, deploymentConfigs, deploymentConfig, flags);
  },
});
