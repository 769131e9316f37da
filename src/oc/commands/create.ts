import type { KubeObject } from '../../api/meta.ts';
import { recordFlag, withChangeCause } from '../change-cause.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { withSource } from '../error-source.ts';
import { OcError, UsageError } from '../errors.ts';
import { fieldValidation, validateFlag } from '../field-validation.ts';
import { boolean, type FlagValues, string, stringSlice } from '../flags.ts';
import { updateLastApplied } from '../last-applied.ts';
import { type Manifest, readManifests } from '../manifests.ts';
import { matchesSelector } from '../match-selector.ts';
import { type DryRun, printFlags, printResult } from '../printers/print-flags.ts';
import { throwErrors } from '../resource-arguments.ts';

const flags = {
  ...printFlags,
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-create' }),
  filename: stringSlice({ shorthand: 'f' }),
  record: recordFlag,
  recursive: boolean({ shorthand: 'R' }),
  'save-config': boolean(),
  selector: string({ shorthand: 'l' }),
  validate: validateFlag,
} as const;

type CreateFlagTable = typeof flags;
type CreateFlags = FlagValues<CreateFlagTable>;

/** `oc create -f` (kubectl pkg/cmd/create/create.go); its sub-commands are files of their own. */
export const create = defineCommand({
  path: 'create',
  use: 'create -f FILENAME',
  flags,
  arguments: ['file'],
  examples: ['oc create -f imagestream.yaml', 'cat imagestream.yaml | oc create -f -'],
  async run({ args, flags: typed, oc, changeCause }: Invocation<CreateFlagTable>) {
    if (typed.filename.length === 0) throw usage(args);
    if (args.length > 0) throw new UsageError(`Unexpected args: [${args.join(' ')}]`, { showHelpHint: true });
    const dryRun = dryRunStrategy(oc, typed['dry-run']);
    const { manifests, errors } = await readManifests(oc, typed.filename, typed.recursive);
    const failures: unknown[] = [...errors];
    const chosen = manifests.filter(({ object }) => matchesSelector(object, typed.selector));
    for (const manifest of chosen) {
      try {
        await printResult(oc, createObject(oc, manifest, typed, dryRun, changeCause), 'created', typed, dryRun);
      } catch (error) {
        failures.push(error);
      }
    }
    throwErrors(failures);
    if (chosen.length === 0) throw new OcError('no objects passed to create');
  },
});

function usage(args: readonly string[]): Error {
  if (args.length > 0) return new UsageError(`Unexpected args: [${args.join(' ')}]`, { showHelpHint: true });
  return new OcError('must specify one of -f and -k');
}

function createObject(
  oc: OcContext,
  { mapping, namespace, object: read, source }: Manifest,
  typed: CreateFlags,
  dryRun: DryRun,
  cause: string | undefined,
): KubeObject {
  const object = withChangeCause(updateLastApplied(read, typed['save-config']), cause);
  if (dryRun === 'client') return object;
  try {
    return oc.client.create(mapping, namespace, object, {
      dryRun: dryRun === 'server',
      fieldManager: typed['field-manager'],
      fieldValidation: fieldValidation(typed.validate),
    });
  } catch (error) {
    throw withSource(error, 'creating', source);
  }
}
