import type { BuildConfig, BuildConfigSpec } from '../../api/build.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunStrategy } from '../dry-run.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean } from '../flags.ts';
import { printResult } from '../printers/print-flags.ts';
import { findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { localObjects } from '../set-objects.ts';
import { setFlags } from '../set-pod-spec.ts';
import { twoWayMergePatch } from '../strategic-diff.ts';

const secretFlags = { ...setFlags, pull: boolean(), push: boolean(), remove: boolean(), source: boolean() } as const;

type SetSecret = Invocation<typeof secretFlags>;

/** `oc set build-secret` (oc pkg/cli/set/buildsecret.go). The last argument names the secret, the others BuildConfigs. */
export const setBuildSecret = defineCommand({
  path: 'set build-secret',
  use: 'build-secret BUILDCONFIG SECRETNAME',
  flags: secretFlags,
  arguments: ['name'],
  async run({ args, flags, oc }) {
    const secret = flags.remove ? undefined : args.at(-1);
    const names = flags.remove ? args : args.slice(0, -1);
    check(oc, names, secret, flags);
    const infos = await configs(oc, names, flags);
    await changeAll(oc, infos, secret === undefined ? undefined : secretName(secret), flags);
  },
});

function check(oc: OcContext, names: readonly string[], secret: string | undefined, flags: SetSecret['flags']): void {
  if (!flags.remove && secret === undefined) throw new UsageError('a secret name must be specified', { showHelpHint: true });
  if (names.length === 0 && flags.selector === '' && flags.filename.length === 0 && !flags.all) {
    throw new UsageError('one or more build configs must be specified as <name> or <resource>/<name>', { showHelpHint: true });
  }
  if (!flags.pull && !flags.push && !flags.source) throw new OcError('specify the type of secret to set (--push, --pull, or --source)');
  if (!flags.remove && secret === '') throw new OcError('specify a secret to set');
  if (flags.local && dryRunStrategy(oc, flags['dry-run']) === 'server') {
    throw new OcError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  }
}

/** The secret need not exist. */
function secretName(argument: string): string {
  const [type, name] = argument.includes('/') ? argument.split('/', 2) : ['secret', argument];
  if (type !== 'secret' && type !== 'secrets') throw new OcError('please specify a secret');
  return name ?? '';
}

/** Names without a type are BuildConfigs. */
async function configs(oc: OcContext, names: readonly string[], flags: SetSecret['flags']): Promise<readonly ResourceObject[]> {
  const { all, filename, local, recursive, selector } = flags;
  const selected = all || selector !== '';
  const args = selected && names.length === 0 ? ['buildconfigs'] : names.map((name) => (name.includes('/') ? name : `buildconfigs/${name}`));
  const options = { args, filenames: filename, recursive, all, ...(selector !== '' && { labelSelector: selector }) };
  const { infos, errors } = local ? await localObjects(oc, filename, recursive) : await findObjects(oc, options);
  throwErrors(errors);
  return infos;
}

async function changeAll(oc: OcContext, infos: readonly ResourceObject[], secret: string | undefined, flags: SetSecret['flags']): Promise<void> {
  const dryRun = dryRunStrategy(oc, flags['dry-run']);
  const known = infos.filter(({ object }) => object.kind === 'BuildConfig');
  const [only] = infos;
  if (only && infos.length === 1 && known.length === 0) {
    throw new OcError(`cannot set a build secret on ${only.mapping.resource}/${only.name}`);
  }
  const failures: Error[] = [];
  for (const info of known) {
    try {
      const next = withSecret(info.object as BuildConfig, secret, flags);
      const patch = twoWayMergePatch(info.object, next);
      if (Object.keys(patch).length === 0) continue;
      const shown = flags.local || dryRun === 'client' ? next : send(oc, info, patch, flags, dryRun === 'server');
      await printResult(oc, shown, 'secret updated', flags, dryRun);
    } catch (error) {
      failures.push(error as Error);
    }
  }
  throwErrors(failures);
}

function send(oc: OcContext, { mapping, namespace, name }: ResourceObject, patch: unknown, flags: SetSecret['flags'], dryRun: boolean) {
  const options = { dryRun, fieldManager: flags['field-manager'] };
  try {
    return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, options);
  } catch (error) {
    throw new OcError(`failed to patch secret  ${(error as Error).message}`);
  }
}

/** A pipeline strategy pulls nothing, so it takes no secret to pull with. */
function withSecret(config: BuildConfig, secret: string | undefined, { pull, push, source }: SetSecret['flags']): BuildConfig {
  const { spec } = config;
  const strategyField = (['dockerStrategy', 'sourceStrategy', 'customStrategy'] as const).find((field) => spec.strategy[field]);
  const changedStrategy = strategyField && { [strategyField]: withReference(spec.strategy[strategyField], 'pullSecret', secret) };
  return {
    ...config,
    spec: {
      ...spec,
      ...(push && { output: withReference(spec.output, 'pushSecret', secret) }),
      ...(source && { source: withReference(spec.source, 'sourceSecret', secret) }),
      ...(pull && { strategy: { ...spec.strategy, ...changedStrategy } }),
    } as BuildConfigSpec,
  };
}

function withReference(owner: object | undefined, field: string, secret: string | undefined): object {
  const kept = Object.entries(owner ?? {}).filter(([name]) => name !== field);
  return Object.fromEntries(secret === undefined ? kept : [...kept, [field, { name: secret }]]);
}
