import type { DeploymentConfig } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, int } from '../flags.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { findObjects, isNotFound, throwErrors } from '../resource-arguments.ts';
import { annotationOf, deploymentAnnotations, deploymentConfigs, phaseOf, rolloutsOf, versionOf } from '../rollout/deployment-phase.ts';

/** `oc rollback` (oc pkg/cli/rollback/rollback.go). */
export const rollback = defineCommand({
  path: 'rollback',
  use: 'rollback (DEPLOYMENTCONFIG | DEPLOYMENT)',
  flags: {
    ...printFlags,
    'change-scaling-settings': boolean(),
    'change-strategy': boolean(),
    'change-triggers': boolean(),
    'dry-run': boolean({ shorthand: 'd' }),
    'to-version': int(),
  },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const [named = ''] = args.length === 1 ? args : [];
    if (named === '') throw new OcError('a deployment or deployment config name is required');
    if (flags['to-version'] < 0) throw new OcError('the to version must be >= 0');
    const found = await findResource(oc, named);
    const { target, configName } = targetOf(oc, found, flags['to-version'], named);
    const request = {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentConfigRollback',
      metadata: { name: configName },
      name: configName,
      spec: {
        from: { name: target.metadata.name },
        revision: flags['to-version'],
        includeTriggers: flags['change-triggers'],
        includeTemplate: true,
        includeReplicationMeta: flags['change-scaling-settings'],
        includeStrategy: flags['change-strategy'],
      },
    };
    const options = { name: configName, subresource: 'rollback' };
    const config = oc.client.create(deploymentConfigs, oc.namespace, request as KubeObject, options) as DeploymentConfig;
    const dryRun = flags['dry-run'] ? 'client' : 'none';
    if (flags.output !== '' || flags['dry-run']) return printResult(oc, config, `rolled back to ${target.metadata.name}`, flags, dryRun);
    const rolledBack = oc.client.update(deploymentConfigs, config.metadata.namespace, config);
    await printResult(oc, rolledBack, successText(rolledBack, target.metadata.name), flags);
  },
});

/** A name without a type may be a replication controller, or else a deployment config. */
async function findResource(oc: OcContext, named: string): Promise<KubeObject> {
  for (const candidate of named.includes('/') ? [named] : [`rc/${named}`, `dc/${named}`]) {
    const { infos, errors } = await findObjects(oc, { args: [candidate] });
    throwErrors(errors.filter((error) => !isNotFound(error)));
    if (infos[0]) return infos[0].object;
  }
  throw new OcError(`${named} is not a valid deployment or deployment config`);
}

function targetOf(oc: OcContext, found: KubeObject, version: number, named: string): { readonly target: KubeObject; readonly configName: string } {
  if (found.kind === 'ReplicationController') {
    const configName = annotationOf(found, deploymentAnnotations.config);
    checkNotPaused(oc.client.get<DeploymentConfig>(deploymentConfigs, found.metadata.namespace, configName));
    return { target: found, configName };
  }
  if (found.kind !== 'DeploymentConfig') throw new OcError(`${named} is not a valid deployment or deployment config`);
  const config = found as DeploymentConfig;
  checkNotPaused(config);
  return { target: targetRollout(oc, config, version), configName: config.metadata.name };
}

function checkNotPaused({ spec }: DeploymentConfig): void {
  if (spec.paused) throw new OcError('cannot rollback a paused deployment config');
}

function targetRollout({ client }: OcContext, { metadata, status }: DeploymentConfig, version: number): KubeObject {
  const rollouts = rolloutsOf(client, metadata.namespace, metadata.name);
  const fits = (rollout: KubeObject) =>
    version > 0 ? versionOf(rollout) === version : versionOf(rollout) < (status?.latestVersion ?? 0) && phaseOf(rollout) === 'Complete';
  const target = rollouts.find(fits);
  if (!target) throw new OcError("couldn't find deployment for rollback");
  return target;
}

function successText({ metadata, spec, status }: DeploymentConfig, from: string): string {
  const disabled = (spec.triggers ?? []).flatMap(({ type, imageChangeParams: params }) =>
    type === 'ImageChange' && !params?.automatic ? (params?.from.name ?? '') : [],
  );
  const warnings = disabled.map(
    (name) => `\nWarning: the following images triggers were disabled: ${name}\n  You can re-enable them with: oc set triggers dc/${metadata.name} --auto`,
  );
  return `deployment #${status?.latestVersion ?? 0} rolled back to ${from}${warnings.join('')}`;
}
