import type { KubeObject } from '../api/meta.ts';
import type { PodSpec } from '../api/pod.ts';
import { withChangeCause } from './change-cause.ts';
import type { OcContext } from './command.ts';
import { dryRunFlag, dryRunStrategy } from './dry-run.ts';
import { OcError } from './errors.ts';
import { boolean, type FlagTable, string, stringSlice } from './flags.ts';
import { withPodSpec } from './pod-spec.ts';
import type { PrintSettings } from './printers/output-format.ts';
import { printFlags, printResult } from './printers/print-flags.ts';
import { type FoundObjects, findObjects, type ResourceObject, throwErrors } from './resource-arguments.ts';
import { localObjects, qualifiedName } from './set-objects.ts';
import { twoWayMergePatch } from './strategic-diff.ts';

/** Flags of the `oc set` commands that change pod templates. */
export const setFlags = {
  ...printFlags,
  all: boolean(),
  'dry-run': dryRunFlag,
  'field-manager': string({ default: 'kubectl-set' }),
  filename: stringSlice({ shorthand: 'f' }),
  kustomize: string({ shorthand: 'k' }),
  local: boolean(),
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
} as const satisfies FlagTable;

export interface SetSettings extends PrintSettings {
  readonly all: boolean;
  readonly 'dry-run': string;
  readonly 'field-manager': string;
  readonly filename: readonly string[];
  readonly local: boolean;
  readonly recursive: boolean;
  readonly selector: string;
}

const localNeedsFiles = `error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'`;

/** The objects that a `set` command is to change. */
export async function objectsToSet(oc: OcContext, args: readonly string[], settings: SetSettings): Promise<readonly ResourceObject[]> {
  if (settings.local && args.length > 0) throw new OcError(localNeedsFiles);
  const { infos, errors } = await found(oc, args, settings);
  throwErrors(errors);
  return infos;
}

function found(oc: OcContext, args: readonly string[], { local, filename, recursive, selector, all }: SetSettings): Promise<FoundObjects> {
  if (local) return localObjects(oc, filename, recursive);
  return findObjects(oc, { args, filenames: filename, recursive, all, ...(selector !== '' && { labelSelector: selector }) });
}

export interface PodSpecChange {
  /** Throws why it cannot be; `fail` notes a failure and goes on. */
  readonly change: (spec: PodSpec, fail: (error: Error) => void) => PodSpec;
  /** What `--record` notes on the object. */
  readonly changeCause?: string | undefined;
  /** `image updated`. */
  readonly operation: string;
  /** What stands before the refusal of the server: `failed to patch image update to pod template: `. */
  readonly failure: string;
  /** Said of objects without a pod template; nothing means that they are left out. */
  readonly noPodSpec?: (info: ResourceObject) => string;
}

/** Changes the pod template of each object and prints what was changed (kubectl pkg/cmd/set CalculatePatches). */
export async function changePodSpecs(oc: OcContext, infos: readonly ResourceObject[], settings: SetSettings, change: PodSpecChange): Promise<void> {
  const dryRun = dryRunStrategy(oc, settings['dry-run']);
  if (settings.local && dryRun === 'server') throw new OcError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  const failures: Error[] = [];
  for (const info of infos) {
    try {
      const changed = withPodSpec(info.object, (spec) => change.change(spec, (error) => failures.push(error)));
      if (!changed) throw new OcError(`error: ${qualifiedName(info)} ${(change.noPodSpec ?? noPodSpec)(info)}\n`);
      const next = withChangeCause(changed, change.changeCause);
      const patch = twoWayMergePatch(info.object, next);
      if (Object.keys(patch).length === 0) continue;
      const isSent = !settings.local && dryRun !== 'client';
      const shown = isSent ? send(oc, info, patch, settings, dryRun === 'server', change.failure) : next;
      await printResult(oc, shown, change.operation, settings, dryRun);
    } catch (error) {
      failures.push(error as Error);
    }
  }
  throwErrors(failures);
}

const noPodSpec = ({ object }: ResourceObject): string => `the object is not a pod or does not have a pod template: *v1.${object.kind}`;

function send(
  oc: OcContext,
  { mapping, namespace, name }: ResourceObject,
  patch: unknown,
  settings: SetSettings,
  dryRun: boolean,
  failure: string,
): KubeObject {
  try {
    return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, { dryRun, fieldManager: settings['field-manager'] });
  } catch (error) {
    throw new OcError(`${failure}${(error as Error).message}`);
  }
}
