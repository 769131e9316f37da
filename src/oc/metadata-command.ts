import type { KubeObject } from '../api/meta.ts';
import type { Invocation, OcContext } from './command.ts';
import { dryRunFlag, dryRunStrategy } from './dry-run.ts';
import { boolean, type FlagTable, string, stringSlice } from './flags.ts';
import { changePatch, type MetadataChanges } from './label-changes.ts';
import { type DryRun, printFlags } from './printers/print-flags.ts';
import { findObjects, type ResourceObject, throwErrors } from './resource-arguments.ts';

/** The flags `oc label` and `oc annotate` have in common. */
export const metadataFlags = {
  ...printFlags,
  all: boolean(),
  'all-namespaces': boolean({ shorthand: 'A' }),
  'dry-run': dryRunFlag,
  'field-selector': string(),
  filename: stringSlice({ shorthand: 'f' }),
  list: boolean(),
  local: boolean(),
  overwrite: boolean(),
  recursive: boolean({ shorthand: 'R' }),
  'resource-version': string(),
  selector: string({ shorthand: 'l' }),
} as const satisfies FlagTable;

export type MetadataInvocation = Invocation<typeof metadataFlags>;

export interface MetadataChange {
  readonly field: 'labels' | 'annotations';
  readonly resources: readonly string[];
  readonly changes: MetadataChanges;
  readonly fieldManager: string;
  /** Throws where a value may not be overwritten. */
  check(object: KubeObject): void;
  /** Prints the outcome. */
  print(before: KubeObject, after: KubeObject, dryRun: DryRun): Promise<void>;
}

/** Changes labels or annotations of all objects that were named; one that fails does not stop the others. */
export async function changeMetadata({ flags, oc }: MetadataInvocation, change: MetadataChange): Promise<void> {
  const dryRun = dryRunStrategy(oc, flags['dry-run']);
  const query = {
    args: change.resources,
    filenames: flags.filename,
    recursive: flags.recursive,
    labelSelector: flags.selector,
    fieldSelector: flags['field-selector'],
    all: flags.all,
    allNamespaces: flags['all-namespaces'],
  };
  const { infos, errors } = await findObjects(oc, query);
  const failures: unknown[] = [...errors];
  for (const info of infos) {
    try {
      if (flags.list) listPairs(oc, info.object, change.field);
      else await changeOne(oc, info, change, { dryRun, local: flags.local, resourceVersion: flags['resource-version'] });
    } catch (error) {
      failures.push(error);
    }
  }
  throwErrors(failures);
}

interface How {
  readonly dryRun: DryRun;
  readonly local: boolean;
  readonly resourceVersion: string;
}

async function changeOne(oc: OcContext, info: ResourceObject, change: MetadataChange, how: How): Promise<void> {
  const { mapping, namespace, name, object } = info;
  change.check(object);
  if (how.local || how.dryRun === 'client') return change.print(object, changed(object, change), how.dryRun);
  const patch = changePatch(change.field, change.changes, object) as { readonly metadata: object };
  const versioned = how.resourceVersion === '' ? patch : { metadata: { ...patch.metadata, resourceVersion: how.resourceVersion } };
  const next = oc.client.patch(mapping, namespace, name, 'application/merge-patch+json', versioned, {
    dryRun: how.dryRun === 'server',
    fieldManager: change.fieldManager,
  });
  await change.print(object, next, how.dryRun);
}

function changed(object: KubeObject, { field, changes }: MetadataChange): KubeObject {
  const kept = Object.entries(object.metadata[field] ?? {}).filter(([key]) => !changes.remove.includes(key));
  return { ...object, metadata: { ...object.metadata, [field]: { ...Object.fromEntries(kept), ...Object.fromEntries(changes.set) } } };
}

function listPairs(oc: OcContext, object: KubeObject, field: 'labels' | 'annotations'): void {
  oc.out(`Listing ${field} for ${object.kind}.${object.apiVersion.replace(/^([^/]*)\/.*$|^.*$/, '$1')}/${object.metadata.name}:\n`);
  for (const [key, value] of Object.entries(object.metadata[field] ?? {}).sort()) oc.out(` ${key}=${value}\n`);
}
