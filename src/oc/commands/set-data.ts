import type { KubeObject } from '../../api/meta.ts';
import { encodeBase64 } from '../../imageutil/base64.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { dryRunStrategy } from '../dry-run.ts';
import { OcError, UsageError } from '../errors.ts';
import { type FlagValues, stringArray, stringSlice } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { splitPairs } from '../label-changes.ts';
import { createMergePatch } from '../merge-patch.ts';
import { printTypedResult } from '../printers/print-flags.ts';
import { type ResourceObject, throwErrors } from '../resource-arguments.ts';
import { readDataSources } from '../secrets/data-sources.ts';
import { qualifiedName } from '../set-objects.ts';
import { objectsToSet, setFlags } from '../set-pod-spec.ts';

const flags = { ...setFlags, 'from-file': stringSlice(), 'from-literal': stringArray() } as const;

interface DataChanges {
  readonly set: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

/** `oc set data` (oc pkg/cli/set/data.go). */
export const setData = defineCommand({
  path: 'set data',
  use: 'data RESOURCE/NAME [KEY=VALUE|KEY- ...] [--from-file=file|dir|key=path]',
  flags,
  arguments: ['resource', 'name'],
  async run({ args, flags: typed, oc }) {
    if (typed.filename.length === 0 && args.length === 0) {
      throw new UsageError('one or more resources must be specified as <resource> <name> or <resource>/<name>', { showHelpHint: true });
    }
    const { resources, pairs } = splitPairs(args, 'data');
    const changes = await withSources(oc, changesOf(pairs), typed);
    if (changes.set.size + changes.remove.length === 0) throw new OcError('must add, update, or remove at least one key from this object');
    const failures: unknown[] = [];
    for (const info of await objectsToSet(oc, resources, typed)) {
      try {
        await changeData(oc, info, changes, typed);
      } catch (error) {
        failures.push(error);
      }
    }
    throwErrors(failures);
  },
});

const changesOf = (pairs: readonly string[]): DataChanges => ({
  set: new Map(pairs.filter((pair) => pair.includes('=')).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])),
  remove: pairs.filter((pair) => !pair.includes('=')).map((pair) => pair.slice(0, -1)),
});

async function withSources(oc: OcContext, changes: DataChanges, typed: FlagValues<typeof flags>): Promise<DataChanges> {
  const set = new Map(changes.set);
  await readDataSources(oc, { files: typed['from-file'], literals: typed['from-literal'] }, (key, value) => {
    if (set.has(key) && key !== value) throw new OcError(`cannot set key ${goQuote(key)} in both argument and flag`);
    set.set(key, value);
  });
  const both = changes.remove.find((key) => set.has(key));
  if (both !== undefined) throw new OcError(`you may not remove and set the key ${goQuote(both)} in the same invocation`);
  return { set, remove: changes.remove };
}

async function changeData(oc: OcContext, info: ResourceObject, changes: DataChanges, typed: FlagValues<typeof flags>): Promise<void> {
  const dryRun = dryRunStrategy(oc, typed['dry-run']);
  const next = withData(info, changes);
  const patch = createMergePatch(info.object, next);
  const isSent = !typed.local && dryRun !== 'client';
  if (isSent && Object.keys(patch).length === 0) return oc.err(`info: ${info.name} was not changed\n`);
  const options = { dryRun: dryRun === 'server', fieldManager: typed['field-manager'] };
  const { mapping, namespace, name } = info;
  const shown = isSent ? oc.client.patch(mapping, namespace, name, 'application/strategic-merge-patch+json', patch, options) : next;
  await printTypedResult(oc, shown, 'data updated', typed, dryRun);
}

interface WithData extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

function withData(info: ResourceObject, { set, remove }: DataChanges): KubeObject {
  const { kind, data = {} } = info.object as WithData;
  if (kind !== 'Secret' && kind !== 'ConfigMap') {
    throw new OcError(`error: ${qualifiedName(info)} the object is not a config map or secret and cannot have data updated: *v1.${kind}\n`);
  }
  const added = [...set].map(([key, value]) => [key, kind === 'Secret' ? encodeBase64(value) : value] as const);
  const kept = Object.entries(data).filter(([key]) => !remove.includes(key));
  return { ...info.object, data: Object.fromEntries([...kept, ...added]) };
}
