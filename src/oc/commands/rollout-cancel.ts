import type { DeploymentConfig, ReplicationController } from '../../api/apps.ts';
import { spokenDuration } from '../../api/human-duration.ts';
import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import type { PrintSettings } from '../printers/output-format.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { throwErrors } from '../resource-arguments.ts';
import { deploymentAnnotations, isCancelled, isTerminated, phaseOf, replicationControllers, rolloutsOf, versionOf } from '../rollout/deployment-phase.ts';
import { rolloutObjects, rolloutQueryFlags } from '../rollout/rollout-query.ts';

const { selector: _none, ...queryFlags } = rolloutQueryFlags;

/** `oc rollout cancel` (oc pkg/cli/rollout/cancel.go). */
export const rolloutCancel = defineCommand({
  path: 'rollout cancel',
  use: 'cancel (TYPE NAME | TYPE/NAME) [flags]',
  flags: { ...queryFlags, ...printFlags },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    if (args.length === 0 && flags.filename.length === 0) throw new UsageError('a resource or filename must be specified', { showHelpHint: true });
    const { infos, errors } = await rolloutObjects(oc, args, flags);
    const failures: unknown[] = [...errors];
    for (const { mapping, object } of infos) {
      if (object.kind !== 'DeploymentConfig') failures.push(new OcError(`expected deployment configuration, got ${mapping.resource}`));
      else await cancel(oc, object as DeploymentConfig, flags).catch((error: unknown) => failures.push(error));
    }
    throwErrors(failures);
  },
});

async function cancel(oc: OcContext, config: DeploymentConfig, settings: PrintSettings): Promise<void> {
  const { namespace, name } = config.metadata;
  if (config.spec.paused) throw new OcError(`unable to cancel paused deployment ${namespace}/${name}`);
  const rollouts = rolloutsOf(oc.client, namespace, name);
  const [latest] = rollouts;
  if (!latest) throw new OcError(`there have been no replication controllers for ${namespace}/${name}\n`);
  let cancelled = false;
  for (const rollout of rollouts) if (['New', 'Pending', 'Running'].includes(phaseOf(rollout))) cancelled = await cancelRollout(oc, config, rollout, settings);
  if (!cancelled) oc.out(noneInProgress(latest, oc.host.now()));
}

async function cancelRollout(oc: OcContext, config: KubeObject, rollout: ReplicationController, settings: PrintSettings): Promise<boolean> {
  if (isCancelled(rollout)) {
    await printResult(oc, config, 'already cancelled', settings);
    return false;
  }
  const annotations = { [deploymentAnnotations.cancelled]: 'true', [deploymentAnnotations.reason]: 'cancelled by the user' };
  const { namespace, name } = rollout.metadata;
  oc.client.patch(replicationControllers, namespace, name, 'application/strategic-merge-patch+json', { metadata: { annotations } });
  await printResult(oc, config, 'cancelling', settings);
  return true;
}

function noneInProgress(latest: ReplicationController, now: number): string {
  const cancelling = isCancelled(latest) && !isTerminated(latest) ? ' (cancelling)' : '';
  const age = spokenDuration(now - Date.parse(latest.metadata.creationTimestamp ?? '')).toLowerCase();
  return `No rollout is in progress (latest rollout #${versionOf(latest)} ${phaseOf(latest).toLowerCase()}${cancelling} ${age} ago)\n`;
}
