import type { Scale } from '../../api/apps.ts';
import { changeCausePatch, recordFlag } from '../change-cause.ts';
import type { OcContext } from '../command.ts';
import { defineCommand } from '../command.ts';
import { requireFlags } from '../create-subcommand.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { boolean, duration, int, string, stringSlice } from '../flags.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { findObjects, type ResourceObject, throwErrors } from '../resource-arguments.ts';

/** `oc scale` (k8s.io/kubectl pkg/cmd/scale/scale.go). */
export const scale = defineCommand({
  path: 'scale',
  use: 'scale [--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)',
  flags: {
    ...printFlags,
    all: boolean(),
    'current-replicas': int({ default: -1 }),
    'dry-run': dryRunFlag,
    filename: stringSlice({ shorthand: 'f' }),
    kustomize: string({ shorthand: 'k' }),
    record: recordFlag,
    recursive: boolean({ shorthand: 'R' }),
    replicas: int(),
    'resource-version': string(),
    selector: string({ shorthand: 'l' }),
    timeout: duration(),
  },
  arguments: ['resource', 'name'],
  async run(invocation) {
    const { args, flags, oc, changeCause } = invocation;
    requireFlags(invocation, ['replicas']);
    const dryRun = dryRunStrategy(oc, flags['dry-run']);
    if (flags.replicas < 0) throw new OcError('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    if (flags['current-replicas'] < -1) throw new OcError('The --current-replicas must specify an integer of -1 or greater');
    const selection = { all: flags.all, ...(flags.selector !== '' && { labelSelector: flags.selector }) };
    const { infos, errors } = await findObjects(oc, { args, filenames: flags.filename, recursive: flags.recursive, ...selection });
    if (flags['resource-version'] !== '' && infos.length > 1) throw new OcError('cannot use --resource-version with multiple resources');
    if (infos.length === 0 && errors.length === 0) throw new OcError('no objects passed to scale');
    for (const info of infos) {
      if (dryRun !== 'client') scaleOne(oc, info, flags.replicas, { size: flags['current-replicas'], version: flags['resource-version'] }, dryRun === 'server');
      const patch = changeCausePatch(info.object, changeCause);
      if (patch && dryRun === 'none') oc.client.patch(info.mapping, info.namespace, info.name, 'application/merge-patch+json', patch);
      await printResult(oc, info.object, 'scaled', flags, dryRun);
    }
    throwErrors(errors);
  },
});

interface Precondition {
  /** -1 for any. */
  readonly size: number;
  readonly version: string;
}

/** Asks for another size, where the present one is what it should be (k8s.io/kubectl pkg/scale/scale.go ScaleSimple). */
function scaleOne(
  { client }: OcContext,
  { mapping, namespace, name }: ResourceObject,
  replicas: number,
  { size, version }: Precondition,
  dryRun: boolean,
): void {
  const options = { subresource: 'scale', dryRun };
  if (size === -1 && version === '') {
    client.patch(mapping, namespace, name, 'application/merge-patch+json', { spec: { replicas } }, options);
    return;
  }
  const current = client.get<Scale>(mapping, namespace, name, { subresource: 'scale' });
  const [actual, actualVersion] = [current.spec.replicas ?? 0, current.metadata.resourceVersion ?? ''];
  if (size !== -1 && size !== actual) throw new OcError(`Expected replicas to be ${size}, was ${actual}`);
  if (version !== '' && version !== actualVersion) throw new OcError(`Expected resource version to be ${version}, was ${actualVersion}`);
  client.update(mapping, namespace, { ...current, spec: { ...current.spec, replicas } }, options);
}
