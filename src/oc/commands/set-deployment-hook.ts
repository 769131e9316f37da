import type { DeploymentConfig } from '../../api/apps.ts';
import { warnAboutCommas } from '../comma-warning.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunStrategy } from '../dry-run.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, string, stringArray, stringSlice } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { printResult } from '../printers/print-flags.ts';
import { findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { environmentChanges } from '../set-env/environment-changes.ts';
import { localObjects, qualifiedName } from '../set-objects.ts';
import { setFlags } from '../set-pod-spec.ts';
import { twoWayMergePatch } from '../strategic-diff.ts';

const hooks = ['pre', 'mid', 'post'] as const;

const hookFlags = {
  ...setFlags,
  container: string({ shorthand: 'c' }),
  environment: stringArray({ shorthand: 'e' }),
  'failure-policy': string({ default: 'ignore', values: ['abort', 'retry', 'ignore'] }),
  mid: boolean(),
  post: boolean(),
  pre: boolean(),
  remove: boolean(),
  volumes: stringSlice(),
} as const;

type SetHook = Invocation<typeof hookFlags>;

/** `oc set deployment-hook` (oc pkg/cli/set/deploymenthook.go). */
export const setDeploymentHook = defineCommand({
  path: 'set deployment-hook',
  use: 'deployment-hook DEPLOYMENTCONFIG --pre|--post|--mid -- CMD',
  flags: hookFlags,
  arguments: ['name'],
  async run(invocation) {
    const { args, dashAt, flags, oc } = invocation;
    if (flags.filename.length === 0 && args.length === 0) {
      throw new UsageError('one or more deployment configs must be specified as <name> or dc/<name>', { showHelpHint: true });
    }
    const command = dashAt < 0 ? [] : args.slice(dashAt);
    check(invocation, command);
    const infos = await hookObjects(oc, dashAt < 0 ? args : args.slice(0, dashAt), flags);
    const changed = infos.filter(({ object }) => object.kind === 'DeploymentConfig');
    await changeAll(oc, changed, command, flags);
  },
});

function check({ flags, oc }: SetHook, command: readonly string[]): void {
  if (!['abort', 'ignore', 'retry'].includes(flags['failure-policy'])) {
    throw new UsageError('valid values for --failure-policy are: abort, retry, ignore', { showHelpHint: true });
  }
  const chosen = hooks.filter((hook) => flags[hook]);
  if (flags.remove) {
    const more = command.length > 0 || flags.volumes.length > 0 || flags.environment.length > 0 || flags.container !== '';
    if (more) throw new OcError('--remove may not be used with any option except --pre, --mid, or --post');
    if (chosen.length === 0) throw new OcError('you must specify at least one of --pre, --mid, or --post with the --remove flag');
    return;
  }
  if (chosen.length !== 1) throw new OcError('you must specify one of --pre, --mid, or --post');
  if (command.length === 0) throw new OcError('you must specify a command for the deployment hook');
  if (flags.local && dryRunStrategy(oc, flags['dry-run']) === 'server') {
    throw new OcError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  }
  warnAboutCommas(oc.err, flags.environment, '--environment');
}

/** Names without a type are DeploymentConfigs. */
async function hookObjects(oc: OcContext, names: readonly string[], flags: SetHook['flags']): Promise<readonly ResourceObject[]> {
  const { all, filename, local, recursive, selector } = flags;
  const args = all && names.length === 0 ? ['deploymentconfigs'] : names.map((name) => (name.includes('/') ? name : `deploymentconfigs/${name}`));
  const options = { args, filenames: filename, recursive, all, ...(selector !== '' && { labelSelector: selector }) };
  const { infos, errors } = local ? await localObjects(oc, filename, recursive) : await findObjects(oc, options);
  throwErrors(errors);
  return infos;
}

async function changeAll(oc: OcContext, infos: readonly ResourceObject[], command: readonly string[], flags: SetHook['flags']): Promise<void> {
  const dryRun = dryRunStrategy(oc, flags['dry-run']);
  const failures: Error[] = [];
  let changes = 0;
  for (const info of infos) {
    try {
      const next = withHook(oc, info.object as DeploymentConfig, command, flags);
      if (!next) continue;
      changes += 1;
      const patch = twoWayMergePatch(info.object, next);
      if (Object.keys(patch).length === 0) continue;
      const shown = flags.local || dryRun === 'client' ? next : send(oc, info, patch, flags, dryRun === 'server');
      await printResult(oc, shown, 'hooks updated', flags, dryRun);
    } catch (error) {
      failures.push(error as Error);
    }
  }
  const [only] = infos;
  if (only && infos.length === 1 && changes === 0 && failures.length === 0) {
    throw new OcError(`${qualifiedName(only)} is not a deployment config or does not have an applicable strategy`);
  }
  throwErrors(failures);
}

function send(oc: OcContext, { mapping, namespace, name }: ResourceObject, patch: unknown, flags: SetHook['flags'], dryRun: boolean) {
  const options = { dryRun, fieldManager: flags['field-manager'] };
  try {
    return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, options);
  } catch (error) {
    throw new OcError(`failed to patch deployment hook: ${(error as Error).message}\n`);
  }
}

type Parameters = Readonly<Record<string, unknown>>;

/** The DeploymentConfig with its hooks changed; undefined where it has no strategy that knows them. Rolling has no mid hook. */
function withHook(oc: OcContext, config: DeploymentConfig, command: readonly string[], flags: SetHook['flags']): DeploymentConfig | undefined {
  const strategy = (config.spec.strategy ?? {}) as Readonly<Record<string, Parameters | undefined>>;
  const fields = (['recreateParams', 'rollingParams'] as const).filter((field) => strategy[field]);
  const chosen = hooks.filter((hook) => flags[hook]);
  const known = { recreateParams: chosen, rollingParams: chosen.filter((hook) => hook !== 'mid') };
  const isChanged = fields.some((field) => !flags.remove || known[field].some((hook) => strategy[field]?.[hook]));
  if (!isChanged) return undefined;
  const changed = fields.map((field) => {
    const kept = Object.entries(strategy[field] ?? {}).filter(([name]) => !(known[field] as readonly string[]).includes(name));
    const added = flags.remove ? [] : known[field].map((hook) => [hook, lifecycleHook(oc, config, command, flags)]);
    return [field, Object.fromEntries([...kept, ...added])];
  });
  return { ...config, spec: { ...config.spec, strategy: { ...config.spec.strategy, ...Object.fromEntries(changed) } } };
}

const policies: Readonly<Record<string, string>> = { abort: 'Abort', ignore: 'Ignore', retry: 'Retry' };

function lifecycleHook(oc: OcContext, { metadata, spec }: DeploymentConfig, command: readonly string[], flags: SetHook['flags']) {
  const { containers, volumes = [] } = spec.template?.spec ?? { containers: [] };
  const warn = (what: string, name: string) => oc.err(`warning: deployment config ${goQuote(metadata.name)} does not have a ${what} named ${goQuote(name)}\n`);
  const { container } = flags;
  if (container !== '' && !containers.some(({ name }) => name === container)) warn('container', container);
  const env = environmentChanges(flags.environment, oc.host.stdin).set;
  for (const volume of flags.volumes) if (!volumes.some(({ name }) => name === volume)) warn('volume', volume);
  return {
    execNewPod: {
      command,
      containerName: container || (containers[0]?.name ?? ''),
      ...(env.length > 0 && { env }),
      ...(flags.volumes.length > 0 && { volumes: flags.volumes }),
    },
    failurePolicy: policies[flags['failure-policy']],
  };
}
