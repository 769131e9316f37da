import type { KubeObject } from '../api/meta.ts';
import type { OcContext } from './command.ts';
import { dryRunStrategy } from './dry-run.ts';
import { OcError } from './errors.ts';
import { readManifests } from './manifests.ts';
import { createMergePatch } from './merge-patch.ts';
import type { PrintSettings } from './printers/output-format.ts';
import { printTypedResult } from './printers/print-flags.ts';
import { type FoundObjects, type ResourceObject, throwErrors } from './resource-arguments.ts';

/** How one of the `oc set` commands of OpenShift changes objects. */
export interface ObjectChange {
  /** What the object becomes. Undefined where its kind is none of this command's; throws where the change cannot be made. */
  readonly change: (info: ResourceObject) => KubeObject | undefined;
  /** `image lookup updated`. */
  readonly operation: string;
  /** `failed to patch image lookup`. */
  readonly failure: string;
  /** Nothing is sent. */
  readonly local: boolean;
  readonly flags: PrintSettings & { readonly 'dry-run': string };
}

/** Patches each object and prints what was changed. Returns how many objects the command could work on (oc pkg/cli/set CalculatePatchesExternal and its callers). */
export async function changeObjects(oc: OcContext, infos: readonly ResourceObject[], change: ObjectChange): Promise<number> {
  const dryRun = dryRunStrategy(oc, change.flags['dry-run']);
  if (change.local && dryRun === 'server') throw new OcError('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  const errors: Error[] = [];
  let supported = 0;
  for (const info of infos) {
    try {
      const next = change.change(info);
      if (!next) continue;
      supported++;
      const patch = createMergePatch(info.object, next);
      if (Object.keys(patch).length === 0) continue;
      const isSent = !change.local && dryRun !== 'client';
      const shown = isSent ? send(oc, info, patch, dryRun === 'server', change.failure) : next;
      await printTypedResult(oc, shown, change.operation, change.flags, change.local ? 'none' : dryRun);
    } catch (error) {
      if (error instanceof ChangeRefused) supported++;
      errors.push(error instanceof ChangeRefused ? new OcError(`error: ${qualifiedName(info)} ${error.message}\n`) : (error as Error));
    }
  }
  throwErrors(errors);
  return supported;
}

/** With `--local`: the objects as their files have them. */
export async function localObjects(oc: OcContext, filenames: readonly string[], recursive: boolean): Promise<FoundObjects> {
  const { manifests, errors } = await readManifests(oc, filenames, recursive);
  return { infos: manifests, errors, singleItemImplied: manifests.length === 1 };
}

/** The kind is right, but this object cannot be changed so. */
export class ChangeRefused extends Error {}

/** `deployments/web`. */
export const qualifiedName = ({ mapping, name }: ResourceObject): string => `${mapping.resource}/${name}`;

function send(oc: OcContext, { mapping, namespace, name }: ResourceObject, patch: unknown, dryRun: boolean, failure: string): KubeObject {
  try {
    return oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, { dryRun, fieldManager: 'kubectl-set' });
  } catch (error) {
    throw new OcError(`${failure}: ${(error as Error).message}\n`);
  }
}
