import type { BuildConfig } from '../../api/build.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Container, EnvVar } from '../../api/pod.ts';
import { warnAboutCommas } from '../comma-warning.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { containerPattern } from '../container-pattern.ts';
import { dryRunStrategy } from '../dry-run.ts';
import { OcError, SilentExit, UsageError } from '../errors.ts';
import { boolean, string, stringArray } from '../flags.ts';
import { podSpecOf, withPodSpec } from '../pod-spec.ts';
import { printResult } from '../printers/print-flags.ts';
import { type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { type EnvironmentChanges, environmentChanges, printList, withChanges } from '../set-env/environment-changes.ts';
import { environmentFrom } from '../set-env/environment-from.ts';
import { qualifiedName } from '../set-objects.ts';
import { objectsToSet, setFlags } from '../set-pod-spec.ts';
import { twoWayMergePatch } from '../strategic-diff.ts';

const envFlags = {
  ...setFlags,
  containers: string({ shorthand: 'c', default: '*' }),
  env: stringArray({ shorthand: 'e' }),
  from: string(),
  keys: stringArray(),
  list: boolean(),
  overwrite: boolean({ default: true }),
  prefix: string(),
  raw: boolean(),
  resolve: boolean(),
  'resource-version': string(),
} as const;

type SetEnv = Invocation<typeof envFlags>;

/** `oc set env` (oc pkg/cli/set/env.go). */
export const setEnv = defineCommand({
  path: 'set env',
  use: 'env RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N',
  flags: envFlags,
  arguments: ['resource', 'name'],
  async run({ args, flags, oc }) {
    const { resources, changes: typed } = splitArguments(args);
    if (flags.filename.length === 0 && resources.length === 0) {
      throw new UsageError('one or more resources must be specified as <resource> <name> or <resource>/<name>', { showHelpHint: true });
    }
    if (flags.list && flags.output !== '') throw new OcError('--list and --output may not be specified together');
    const dryRun = dryRunStrategy(oc, flags['dry-run']);
    warnAboutCommas(oc.err, flags.env, '--env');
    const changes = prefixed(environmentChanges([...flags.env, ...typed], oc.host.stdin, await environmentFrom(oc, flags.from)), flags.prefix);
    const infos = await objectsToSet(oc, resources, flags);
    if (infos.length !== 1 && flags['resource-version'] !== '') throw new OcError('--resource-version may only be used with a single resource');
    const changed = infos.flatMap((info) => changeObject(oc, info, changes, flags) ?? []);
    const [only] = infos;
    if (changed.length === 0 && only && infos.length === 1) throw new OcError(`${qualifiedName(only)} is not a pod or does not have a pod template`);
    const usable = changed.filter(({ next }) => next !== undefined);
    if (usable.length === 0 && changed.length > 0) throw new SilentExit(1);
    if (flags.list) return;
    await sendAll(oc, usable as readonly ChangedObject[], flags, dryRun, changes);
  },
});

interface ChangedObject {
  readonly info: ResourceObject;
  readonly next: KubeObject;
}

/** Resources come first, `NAME=value` and `NAME-` after them. */
function splitArguments(args: readonly string[]): { readonly resources: readonly string[]; readonly changes: readonly string[] } {
  const isChange = (text: string) => /^.+=.*$/s.test(text) || text.endsWith('-');
  const at = args.findIndex(isChange);
  const [resources, changes] = at < 0 ? [args, []] : [args.slice(0, at), args.slice(at)];
  if (!changes.every(isChange)) throw new UsageError(`all resources must be specified before environment changes: ${args.join(' ')}`, { showHelpHint: true });
  return { resources, changes };
}

function prefixed(changes: EnvironmentChanges, prefix: string): EnvironmentChanges {
  return { ...changes, set: changes.set.map((variable) => ({ ...variable, name: `${prefix}${variable.name}` })) };
}

/** The object with its variables changed; without `next` where that was refused; undefined where it has none. */
function changeObject(
  oc: OcContext,
  info: ResourceObject,
  changes: EnvironmentChanges,
  flags: SetEnv['flags'],
): { info: ResourceObject; next: KubeObject | undefined } | undefined {
  const name = qualifiedName(info);
  try {
    const next = podSpecOf(info.object) ? changePods(oc, info, changes, flags) : changeBuild(oc, info, changes, flags);
    return next && { info, next };
  } catch (error) {
    oc.err(`error: ${name} ${(error as Error).message}\n`);
    return { info, next: undefined };
  }
}

function changePods(oc: OcContext, info: ResourceObject, changes: EnvironmentChanges, flags: SetEnv['flags']): KubeObject | undefined {
  const name = qualifiedName(info);
  const pattern = containerPattern(flags.containers);
  let resolved = true;
  const next = withPodSpec(info.object, (spec) => {
    if (!spec.containers.some((container) => pattern.test(container.name))) {
      oc.err(`warning: ${name} does not have any containers matching "${flags.containers}"\n`);
    }
    const containers = spec.containers.map((container): Container => {
      if (!pattern.test(container.name)) return container;
      const env = changedEnv(container.env ?? [], changes, flags.overwrite);
      if (flags.list) {
        oc.out(`# ${name}, container ${container.name}\n`);
        resolved = printList(oc, info.object, env, flags.resolve) && resolved;
      }
      const { env: _before, ...others } = container;
      return env.length > 0 ? { ...others, env } : others;
    });
    return { ...spec, containers };
  });
  if (!resolved) throw new OcError('failed to retrieve valueFrom references');
  return next;
}

function changeBuild(oc: OcContext, info: ResourceObject, changes: EnvironmentChanges, flags: SetEnv['flags']): KubeObject | undefined {
  const { kind, spec } = info.object as BuildConfig;
  const field = (['customStrategy', 'sourceStrategy', 'dockerStrategy', 'jenkinsPipelineStrategy'] as const).find((each) => spec?.strategy?.[each]);
  if (kind !== 'BuildConfig' || !field) return undefined;
  const strategy = spec.strategy[field] as { readonly env?: readonly EnvVar[] };
  const env = changedEnv(strategy.env ?? [], changes, flags.overwrite);
  if (flags.list) oc.out(`# ${qualifiedName(info)}\n${env.map(({ name, value = '' }) => `${name}=${value}\n`).join('')}`);
  return { ...info.object, spec: { ...spec, strategy: { ...spec.strategy, [field]: { ...strategy, env } } } };
}

function changedEnv(existing: readonly EnvVar[], changes: EnvironmentChanges, overwrite: boolean): readonly EnvVar[] {
  const taken = overwrite ? undefined : existing.find((old) => changes.set.some(({ name, value }) => name === old.name && value !== old.value));
  if (taken) throw new OcError(`'${taken.name}' already has a value (${taken.value ?? ''}), and --overwrite is false`);
  return withChanges(existing, changes);
}

async function sendAll(
  oc: OcContext,
  changed: readonly ChangedObject[],
  flags: SetEnv['flags'],
  dryRun: 'none' | 'client' | 'server',
  changes: EnvironmentChanges,
) {
  const failures: Error[] = [];
  for (const { info, next } of changed) {
    try {
      const isSent = !flags.local && dryRun !== 'client';
      const shown = isSent ? send(oc, info, next, dryRun === 'server') : next;
      if (isSent && changes.set.length === 0 && changes.remove.length === 0) throw new OcError('at least one environment variable must be provided');
      await printResult(oc, shown, 'updated', flags, dryRun);
    } catch (error) {
      failures.push(error as Error);
    }
  }
  throwErrors(failures);
}

function send(oc: OcContext, { mapping, namespace, name, object }: ResourceObject, next: KubeObject, dryRun: boolean): KubeObject {
  const patch = twoWayMergePatch(object, next);
  try {
    return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, { dryRun, fieldManager: 'kubectl-set' });
  } catch (error) {
    throw new OcError(`failed to set env: ${(error as Error).message}\n`);
  }
}
