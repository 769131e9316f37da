import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { type Deletion, deleteObject, waitForDeletion } from '../delete-objects.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { withSource } from '../error-source.ts';
import { OcError, UsageError } from '../errors.ts';
import { fieldValidation, validateFlag } from '../field-validation.ts';
import { boolean, duration, type FlagValues, int, string, stringSlice } from '../flags.ts';
import { updateLastApplied } from '../last-applied.ts';
import { type Manifest, readManifests } from '../manifests.ts';
import { type DryRun, printFlags, printResult } from '../printers/print-flags.ts';
import { isNotFound, throwErrors } from '../resource-arguments.ts';

const flags = {
  ...printFlags,
  cascade: string({ default: 'background', noOptDefault: 'background' }),
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-replace' }),
  filename: stringSlice({ shorthand: 'f' }),
  force: boolean(),
  'grace-period': int({ default: -1 }),
  recursive: boolean({ shorthand: 'R' }),
  'save-config': boolean(),
  timeout: duration(),
  validate: validateFlag,
  wait: boolean(),
} as const;

type ReplaceFlagTable = typeof flags;
type ReplaceFlags = FlagValues<ReplaceFlagTable>;

/** `oc replace` (kubectl pkg/cmd/replace/replace.go). */
export const replace = defineCommand({
  path: 'replace',
  use: 'replace -f FILENAME',
  flags,
  arguments: ['file'],
  examples: ['oc replace -f imagestream.yaml', 'oc replace --force -f imagestream.yaml'],
  async run({ args, flags: typed, oc }: Invocation<ReplaceFlagTable>) {
    if (typed.filename.length === 0) throw new UsageError('must specify --filename or --kustomize', { showHelpHint: true });
    if (args.length > 0) throw new UsageError(`Unexpected args: [${args.join(' ')}]`, { showHelpHint: true });
    if (typed['grace-period'] >= 0 && !typed.force) throw new OcError('--grace-period must have --force specified');
    if (typed.timeout !== 0 && !typed.force) throw new OcError('--timeout must have --force specified');
    const dryRun = dryRunStrategy(oc, typed['dry-run']);
    if (typed.force && dryRun !== 'none') throw new OcError('--dry-run can not be used when --force is set');
    const { manifests, errors } = await readManifests(oc, typed.filename, typed.recursive);
    if (typed.force) await deleteAll(oc, manifests, typed);
    const failures: unknown[] = [...errors];
    for (const manifest of manifests) {
      try {
        const object = typed.force ? recreate(oc, manifest, typed) : replaceObject(oc, manifest, typed, dryRun);
        await printResult(oc, object, 'replaced', typed, dryRun);
      } catch (error) {
        failures.push(error);
      }
    }
    throwErrors(failures);
    if (manifests.length === 0) throw new OcError('no objects passed to replace');
  },
});

function replaceObject(oc: OcContext, { mapping, namespace, name, object: read, source }: Manifest, typed: ReplaceFlags, dryRun: DryRun): KubeObject {
  const object = updateLastApplied(read, typed['save-config']);
  if (dryRun === 'client') return object;
  const options = { dryRun: dryRun === 'server', fieldManager: typed['field-manager'], fieldValidation: fieldValidation(typed.validate) };
  try {
    const resourceVersion = object.metadata.resourceVersion ?? versionOf(oc, mapping, namespace, name);
    return oc.client.update(
      mapping,
      namespace,
      { ...object, metadata: { ...object.metadata, ...(resourceVersion !== undefined && { resourceVersion }) } },
      options,
    );
  } catch (error) {
    throw withSource(error, 'replacing', source);
  }
}

/** What cannot be read is sent all the same: the server may make it (cli-runtime pkg/resource/helper.go Replace). */
function versionOf({ client }: OcContext, mapping: Manifest['mapping'], namespace: string | undefined, name: string): string | undefined {
  try {
    return client.get(mapping, namespace, name).metadata.resourceVersion;
  } catch {
    return undefined;
  }
}

async function deleteAll(oc: OcContext, manifests: readonly Manifest[], typed: ReplaceFlags): Promise<void> {
  const deletions: Deletion[] = [];
  for (const { mapping, namespace, name, source } of manifests) {
    try {
      const options = { propagationPolicy: 'Background' as const, ...(typed['grace-period'] >= 0 && { gracePeriodSeconds: typed['grace-period'] }) };
      deletions.push(deleteObject(oc, { mapping, namespace, name, source }, options));
      const kind = mapping.group === '' ? mapping.kind.toLowerCase() : `${mapping.kind.toLowerCase()}.${mapping.group}`;
      oc.out(`${kind} "${name}" deleted\n`);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  await waitForDeletion(oc, deletions, typed.timeout);
}

function recreate(oc: OcContext, { mapping, namespace, object }: Manifest, typed: ReplaceFlags): KubeObject {
  const { resourceVersion: _, ...metadata } = object.metadata;
  const options = { fieldManager: typed['field-manager'], fieldValidation: fieldValidation(typed.validate) };
  return oc.client.create(mapping, namespace, updateLastApplied({ ...object, metadata }, typed['save-config']), options);
}
