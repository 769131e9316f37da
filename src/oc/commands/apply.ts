import type { KubeObject } from '../../api/meta.ts';
import { apiVersionOf } from '../../api/resource.ts';
import { StatusError } from '../../api/status.ts';
import { recordFlag, withChangeCause } from '../change-cause.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { withSource } from '../error-source.ts';
import { OcError, UsageError } from '../errors.ts';
import { fieldValidation, validateFlag } from '../field-validation.ts';
import { boolean, type FlagValues, int, string, stringSlice } from '../flags.ts';
import { lastApplied, lastAppliedAnnotation, withLastApplied } from '../last-applied.ts';
import { type Manifest, readManifests } from '../manifests.ts';
import { matchesSelector } from '../match-selector.ts';
import { createPrinter } from '../printers/output-format.ts';
import { type DryRun, printFlags, printResult } from '../printers/print-flags.ts';
import { checkResourceName, isNotFound, throwErrors } from '../resource-arguments.ts';
import { threeWayMergePatch } from '../strategic-diff.ts';

const flags = {
  ...printFlags,
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-client-side-apply' }),
  filename: stringSlice({ shorthand: 'f' }),
  force: boolean(),
  'force-conflicts': boolean(),
  'grace-period': int({ default: -1 }),
  'openapi-patch': boolean({ default: true }),
  overwrite: boolean({ default: true }),
  record: recordFlag,
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
  'server-side': boolean(),
  validate: validateFlag,
  wait: boolean(),
} as const;

type ApplyFlagTable = typeof flags;

interface Applying {
  readonly oc: OcContext;
  readonly changeCause: string | undefined;
  readonly flags: FlagValues<ApplyFlagTable>;
  readonly dryRun: DryRun;
}

interface Applied {
  readonly object: KubeObject;
  readonly operation: 'created' | 'configured' | 'unchanged' | 'serverside-applied';
}

/** `oc apply` (kubectl pkg/cmd/apply/apply.go). */
export const apply = defineCommand({
  path: 'apply',
  use: 'apply (-f FILENAME | -k DIRECTORY)',
  flags,
  arguments: ['file'],
  examples: ['oc apply -f imagestream.yaml', 'cat imagestream.yaml | oc apply -f -', 'oc apply --server-side -f imagestream.yaml'],
  async run({ args, flags: typed, changed, changeCause, oc }: Invocation<ApplyFlagTable>) {
    if (args.length > 0) throw new UsageError(`Unexpected args: [${args.join(' ')}]`, { showHelpHint: true });
    if (typed['force-conflicts'] && !typed['server-side']) throw new OcError('--force-conflicts only works with --server-side');
    if (typed.filename.length === 0) throw new OcError('must specify one of -f and -k');
    const applying: Applying = {
      oc,
      changeCause,
      flags: changed('field-manager') || !typed['server-side'] ? typed : { ...typed, 'field-manager': 'kubectl' },
      dryRun: dryRunStrategy(oc, typed['dry-run']),
    };
    if (applying.dryRun === 'client' && typed['server-side'])
      throw new OcError("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)");
    await applyAll(applying);
  },
});

async function applyAll(applying: Applying): Promise<void> {
  const { oc, flags: typed, dryRun } = applying;
  const { manifests, errors } = await readManifests(oc, typed.filename, typed.recursive);
  const chosen = manifests.filter(({ object }) => matchesSelector(object, typed.selector));
  const failures: unknown[] = [...errors];
  const applied: KubeObject[] = [];
  for (const manifest of chosen) {
    try {
      const { object, operation } = typed['server-side'] ? applyOnServer(applying, manifest) : await applyOne(applying, manifest);
      applied.push(object);
      if (typed.output === '' || typed.output === 'name') await printResult(oc, object, operation, typed, dryRun);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0 && chosen.length === 0) throw new OcError('no objects passed to apply');
  if (typed.output !== '' && typed.output !== 'name' && applied.length > 0) await printTogether(applying, applied);
  throwErrors(failures);
}

/** `-o yaml` prints all objects as one list, or the only one as itself. */
async function printTogether({ oc, flags: typed }: Applying, applied: readonly KubeObject[]): Promise<void> {
  const print = await createPrinter(oc, typed);
  const [only] = applied;
  oc.out(print(applied.length === 1 && only ? only : { apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items: applied }));
}

async function applyOne(applying: Applying, manifest: Manifest): Promise<Applied> {
  const { dryRun, oc } = applying;
  if (manifest.name === '' && manifest.object.metadata.generateName)
    throw new OcError(`from ${manifest.object.metadata.generateName}: cannot use generate name with apply`);
  const current = findCurrent(applying, manifest);
  const modified = withLastApplied(withChangeCause(manifest.object, applying.changeCause));
  if (!current) return { object: dryRun === 'client' ? modified : createObject(applying, manifest, modified), operation: 'created' };
  if (dryRun === 'client') return { object: current, operation: 'configured' };
  if (!(lastAppliedAnnotation in (current.metadata.annotations ?? {}))) {
    oc.err(
      `Warning: resource ${manifest.mapping.resource}/${manifest.name} is missing the ${lastAppliedAnnotation} annotation which is required by oc apply. oc apply should only be used on resources created declaratively by either oc create --save-config or oc apply. The missing annotation will be patched automatically.\n`,
    );
  }
  return patchObject(applying, manifest, modified, current);
}

function findCurrent({ oc }: Applying, { mapping, namespace, name, source }: Manifest): KubeObject | undefined {
  try {
    checkResourceName(name);
    return oc.client.get(mapping, namespace, name);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    const group = apiVersionOf(mapping);
    const what = `Resource: "${group}, Resource=${mapping.resource}", GroupVersionKind: "${group}, Kind=${mapping.kind}"\nName: ${JSON.stringify(name)}, Namespace: ${JSON.stringify(namespace ?? '')}`;
    throw withSource(error, `retrieving current configuration of:\n${what}\nfrom server for:`, source);
  }
}

const callOptions = ({ flags: typed, dryRun }: Applying) => ({
  dryRun: dryRun === 'server',
  fieldManager: typed['field-manager'],
  fieldValidation: fieldValidation(typed.validate),
});

function createObject(applying: Applying, { mapping, namespace, source }: Manifest, object: KubeObject): KubeObject {
  try {
    return applying.oc.client.create(mapping, namespace, withoutNulls(object), callOptions(applying));
  } catch (error) {
    throw withSource(error, 'creating', source);
  }
}

function patchObject(applying: Applying, manifest: Manifest, modified: KubeObject, current: KubeObject): Applied {
  const { mapping, namespace, name, source } = manifest;
  const { client } = applying.oc;
  const patch = threeWayMergePatch(lastApplied(current), modified, current);
  if (Object.keys(patch).length === 0) return { object: current, operation: 'unchanged' };
  try {
    return { object: client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, callOptions(applying)), operation: 'configured' };
  } catch (error) {
    const reason = error instanceof StatusError ? error.status.reason : undefined;
    if (!applying.flags.force || (reason !== 'Conflict' && reason !== 'Invalid')) throw withSource(error, 'patching', source);
    client.delete(mapping, namespace, name);
    return { object: createObject(applying, manifest, modified), operation: 'configured' };
  }
}

function applyOnServer(applying: Applying, { mapping, namespace, name, object }: Manifest): Applied {
  const options = { ...callOptions(applying), force: applying.flags['force-conflicts'] };
  return { object: applying.oc.client.patch(mapping, namespace, name, 'application/apply-patch+yaml', object, options), operation: 'serverside-applied' };
}

/** A create leaves out what is null, as a later apply would. */
function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== null)
      .map(([key, child]) => [key, withoutNulls(child)]),
  ) as T;
}
