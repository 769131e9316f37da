import type { DeploymentConfig } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { PrintSettings } from '../printers/output-format.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { throwErrors } from '../resource-arguments.ts';
import { deploymentAnnotations, phaseOf, replicationControllers } from '../rollout/deployment-phase.ts';
import { rolloutObjects, rolloutQueryFlags } from '../rollout/rollout-query.ts';

const { selector: _none, ...queryFlags } = rolloutQueryFlags;
const pods = { group: '', version: 'v1', resource: 'pods' } as const;
const use = 'retry (TYPE NAME | TYPE/NAME) [flags]';

/** `oc rollout retry` (oc pkg/cli/rollout/retry.go). */
export const rolloutRetry = defineCommand({
  path: 'rollout retry',
  use,
  flags: { ...queryFlags, ...printFlags },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    if (args.length === 0 && flags.filename.length === 0) throw new UsageError(use, { showHelpHint: true });
    const { infos, errors } = await rolloutObjects(oc, args, flags);
    const failures: unknown[] = [...errors];
    for (const { object } of infos) {
      if (object.kind !== 'DeploymentConfig') failures.push(new OcError(`expected deployment configuration, got *v1.${object.kind}`));
      else await retry(oc, object as DeploymentConfig, flags).catch((error: unknown) => failures.push(error));
    }
    throwErrors(failures);
  },
});

async function retry(oc: OcContext, config: DeploymentConfig, settings: PrintSettings): Promise<void> {
  const { namespace, name } = config.metadata;
  const version = config.status?.latestVersion ?? 0;
  if (config.spec.paused) throw new OcError(`unable to retry paused deployment config ${goQuote(name)}`);
  if (version === 0) throw new OcError(`no rollouts found for ${goQuote(name)}`);
  const rollout = oc.client.find(replicationControllers, namespace, `${name}-${version}`);
  if (!rollout) throw new OcError(`unable to find the latest rollout (#${version}).\nYou can start a new rollout with 'oc rollout latest dc/${name}'.`);
  if (phaseOf(rollout) !== 'Failed') throw new OcError(notFailed(rollout, name, version));
  const deployers = oc.client.list(pods, namespace, { labelSelector: `openshift.io/deployer-pod-for.name=${rollout.metadata.name}` });
  for (const pod of deployers.items) oc.client.delete(pods, namespace, pod.metadata.name, { gracePeriodSeconds: 0 });
  const annotations = { [deploymentAnnotations.phase]: 'New', [deploymentAnnotations.reason]: null, [deploymentAnnotations.cancelled]: null };
  oc.client.patch(replicationControllers, namespace, rollout.metadata.name, 'application/strategic-merge-patch+json', { metadata: { annotations } });
  await printResult(oc, config, `retried rollout #${version}`, settings);
}

function notFailed(rollout: KubeObject, name: string, version: number): string {
  const phase = phaseOf(rollout);
  const advice =
    phase === 'Complete'
      ? `You can start a new deployment with 'oc rollout latest dc/${name}'.`
      : `Optionally, you can cancel this deployment with 'oc rollout cancel dc/${name}'.`;
  return `rollout #${version} is ${phase.toLowerCase()}; only failed deployments can be retried.\n${advice}`;
}
