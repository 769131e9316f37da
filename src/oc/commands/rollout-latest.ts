import type { DeploymentConfig } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean } from '../flags.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { findObjects, throwErrors } from '../resource-arguments.ts';
import { deploymentConfigs, isTerminated, phaseOf, replicationControllers } from '../rollout/deployment-phase.ts';

/** `oc rollout latest` (oc pkg/cli/rollout/latest.go). */
export const rolloutLatest = defineCommand({
  path: 'rollout latest',
  use: 'latest DEPLOYMENTCONFIG',
  flags: { ...printFlags, again: boolean(), 'dry-run': dryRunFlag },
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const [named, ...more] = args;
    if (named === undefined || more.length > 0) throw new OcError('one deployment config name is needed as argument.');
    const dryRun = dryRunStrategy(oc, flags['dry-run']);
    const config = await findConfig(oc, named);
    if (config.spec.paused) throw new OcError('cannot deploy a paused deployment config');
    checkNoneInProgress(oc, config);
    const rolledOut = dryRun === 'client' ? config : instantiate(oc, config, !flags.again);
    await printResult(oc, rolledOut, 'rolled out', flags, dryRun);
  },
});

async function findConfig(oc: OcContext, named: string): Promise<DeploymentConfig> {
  const args = named.includes('/') ? [named] : ['deploymentconfigs', named];
  const { infos, errors } = await findObjects(oc, { args });
  throwErrors(errors);
  const [info] = infos;
  if (!info) throw new OcError('a deployment config name is required');
  if (info.object.kind !== 'DeploymentConfig') throw new OcError(`${info.name} is not a deployment config`);
  return info.object as DeploymentConfig;
}

function checkNoneInProgress({ client }: OcContext, { metadata, status }: DeploymentConfig): void {
  const version = status?.latestVersion ?? 0;
  const rollout = client.find(replicationControllers, metadata.namespace, `${metadata.name}-${version}`);
  if (rollout && !isTerminated(rollout)) throw new OcError(`#${version} is already in progress (${phaseOf(rollout)}).`);
}

function instantiate({ client }: OcContext, config: DeploymentConfig, latest: boolean): KubeObject {
  const { namespace, name } = config.metadata;
  const request = { apiVersion: 'apps.openshift.io/v1', kind: 'DeploymentRequest', metadata: { name }, name, latest, force: true };
  return client.create(deploymentConfigs, namespace, request as KubeObject, { name, subresource: 'instantiate' });
}
