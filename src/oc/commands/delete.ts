import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { type Deletion, deleteObject, waitForDeletion } from '../delete-objects.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, duration, type FlagValues, int, string, stringSlice } from '../flags.ts';
import { type DryRun, dryRunSuffix } from '../printers/print-flags.ts';
import { isNotFound, type ResourceQuery, resolveQuery, selectorsOf, type Target, throwErrors } from '../resource-arguments.ts';

const flags = {
  all: boolean(),
  'all-namespaces': boolean({ shorthand: 'A' }),
  cascade: string({ default: 'background', noOptDefault: 'background', values: ['background', 'foreground', 'orphan'] }),
  'dry-run': dryRunFlag,
  'field-selector': string(),
  filename: stringSlice({ shorthand: 'f' }),
  force: boolean(),
  'grace-period': int({ default: -1 }),
  'ignore-not-found': boolean(),
  interactive: boolean({ shorthand: 'i' }),
  now: boolean(),
  output: string({ shorthand: 'o', values: ['name'] }),
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
  timeout: duration(),
  wait: boolean({ default: true }),
} as const;

type DeleteFlagTable = typeof flags;

interface Deleting {
  readonly oc: OcContext;
  readonly flags: FlagValues<DeleteFlagTable>;
  readonly dryRun: DryRun;
  readonly gracePeriod: number;
  readonly ignoreNotFound: boolean;
}

/** `oc delete` (kubectl pkg/cmd/delete/delete.go). */
export const deleteCommand = defineCommand({
  path: 'delete',
  use: 'delete ([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)])',
  flags,
  arguments: ['resource', 'name'],
  examples: ['oc delete imagestream app', 'oc delete istag app:1.0', 'oc delete all -l app=web', 'oc delete -f imagestream.yaml', 'oc delete pods --all'],
  async run({ args, flags: typed, changed, oc }: Invocation<DeleteFlagTable>) {
    const selects = typed.all || typed.selector !== '' || typed['field-selector'] !== '';
    const gracePeriod = gracePeriodOf(typed);
    const dryRun = dryRunStrategy(oc, typed['dry-run']);
    const deleting: Deleting = {
      oc,
      flags: typed,
      dryRun,
      gracePeriod,
      ignoreNotFound: typed['ignore-not-found'] || (selects && !changed('ignore-not-found')),
    };
    const query = {
      args,
      filenames: typed.filename,
      recursive: typed.recursive,
      labelSelector: typed.selector,
      fieldSelector: typed['field-selector'],
      all: typed.all,
      allNamespaces: typed['all-namespaces'],
    };
    const { targets, errors } = await resolveQuery(oc, query);
    validate(deleting);
    await deleteTargets(deleting, expand(deleting, targets, query), errors);
  },
});

function gracePeriodOf(typed: Deleting['flags']): number {
  if (typed.now && typed['grace-period'] !== -1) throw new OcError('--now and --grace-period cannot be specified together');
  const asked = typed.now ? 1 : typed['grace-period'];
  if (asked === 0 && !typed.force) return 1;
  return typed.force && asked < 0 ? 0 : asked;
}

function validate({ oc, flags: typed, gracePeriod }: Deleting): void {
  if (typed.output !== '' && typed.output !== 'name') throw new OcError(`unexpected -o output mode: ${typed.output}. We only support '-o name'`);
  if (typed.all && typed.selector !== '') throw new OcError('cannot set --all and --selector at the same time');
  if (typed.all && typed['field-selector'] !== '') throw new OcError('cannot set --all and --field-selector at the same time');
  if (gracePeriod > 0 && typed.force) throw new OcError('--force and --grace-period greater than 0 cannot be specified together');
  if (gracePeriod === 0 && typed.force) {
    oc.err(
      'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
    );
  }
}

type NamedTarget = Target & { readonly name: string };

/** Selections as the objects they hold now. Failures to list come in between, as they would. */
function expand({ oc }: Deleting, targets: readonly Target[], query: ResourceQuery): readonly (() => readonly NamedTarget[])[] {
  return targets.map((target) => () => {
    if (target.name !== undefined) return [target as NamedTarget];
    const { items } = oc.client.list(target.mapping, target.namespace, selectorsOf(query));
    return items.map(({ metadata }) => ({ ...target, namespace: metadata.namespace, name: metadata.name }));
  });
}

async function deleteTargets(deleting: Deleting, groups: readonly (() => readonly NamedTarget[])[], errors: readonly Error[]): Promise<void> {
  const { oc, flags: typed, ignoreNotFound, dryRun } = deleting;
  const failures: unknown[] = [...errors];
  const deletions: Deletion[] = [];
  let found = 0;
  const attempt = (action: () => void) => {
    try {
      action();
    } catch (error) {
      if (!(ignoreNotFound && isNotFound(error))) failures.push(error);
    }
  };
  for (const group of groups) {
    attempt(() => {
      for (const target of group()) {
        found++;
        attempt(() => deletions.push(...deleteOne(deleting, target)));
      }
    });
  }
  throwErrors(failures);
  if (found === 0) return oc.out('No resources found\n');
  if (typed.wait && dryRun === 'none') await waitForDeletion(oc, deletions, typed.timeout);
}

const policies = { background: 'Background', true: 'Background', foreground: 'Foreground', orphan: 'Orphan', false: 'Orphan' } as const;

function deleteOne({ oc, flags: typed, dryRun, gracePeriod }: Deleting, target: NamedTarget): readonly Deletion[] {
  const propagationPolicy = policies[typed.cascade as keyof typeof policies];
  if (!propagationPolicy) throw new OcError(`invalid cascade value (${typed.cascade}). Must be "background", "foreground", or "orphan"`);
  const options = { propagationPolicy, dryRun: dryRun === 'server', ...(gracePeriod >= 0 && { gracePeriodSeconds: gracePeriod }) };
  const made = dryRun === 'client' ? [] : [deleteObject(oc, target, options)];
  const { kind, group } = target.mapping;
  const what = group === '' ? kind.toLowerCase() : `${kind.toLowerCase()}.${group}`;
  const operation = `${gracePeriod === 0 ? 'force deleted' : 'deleted'}${dryRunSuffix(dryRun)}`;
  oc.out(typed.output === 'name' ? `${what}/${target.name}\n` : `${what} "${target.name}" ${operation}\n`);
  return made;
}
