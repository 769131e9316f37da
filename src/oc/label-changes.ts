import type { KubeObject } from '../api/meta.ts';
import { own } from '../api/own.ts';
import { OcError } from './errors.ts';

/** What `oc label` and `oc annotate` share: `key=value` sets, `key-` removes. */
export interface MetadataChanges {
  readonly set: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

export interface SplitArguments {
  readonly resources: readonly string[];
  readonly pairs: readonly string[];
}

const isPair = (arg: string) => (arg.includes('=') && !arg.startsWith('=')) || (arg.endsWith('-') && arg !== '-');

/** Parts resources from pairs (kubectl pkg/cmd/util GetResourcesAndPairs). */
export function splitPairs(args: readonly string[], what: string): SplitArguments {
  const at = args.findIndex(isPair);
  if (at < 0) return { resources: args, pairs: [] };
  const late = args.slice(at).find((arg) => !isPair(arg));
  if (late !== undefined) throw new OcError(`all resources must be specified before ${what} changes: ${late}`);
  return { resources: args.slice(0, at), pairs: args.slice(at) };
}

/** Reads pairs (kubectl pkg/cmd/util ParsePairs). `value` may refuse a value. */
export function parseChanges(pairs: readonly string[], what: string, value: (key: string, text: string) => void = () => {}): MetadataChanges {
  const set = new Map<string, string>();
  const remove: string[] = [];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at > 0) {
      value(pair.slice(0, at), pair.slice(at + 1));
      set.set(pair.slice(0, at), pair.slice(at + 1));
    } else remove.push(pair.slice(0, -1));
  }
  const both = remove.find((key) => set.has(key));
  if (both !== undefined) throw new OcError(`can not both modify and remove ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} in the same command`);
  return { set, remove };
}

/** The merge patch of metadata that makes the changes. */
export function changePatch(field: 'labels' | 'annotations', changes: MetadataChanges, object: KubeObject): unknown {
  const now = object.metadata[field] ?? {};
  const wanted = [...changes.set].filter(([key, value]) => own(now, key) !== value);
  const gone = changes.remove.filter((key) => Object.hasOwn(now, key)).map((key): [string, null] => [key, null]);
  return { metadata: { [field]: Object.fromEntries<string | null>([...wanted, ...gone]) } };
}

/** Keys that have another value already, as the message lists them. */
export function overwritten(field: 'labels' | 'annotations', changes: MetadataChanges, object: KubeObject): readonly string[] {
  const now = object.metadata[field] ?? {};
  return [...changes.set].filter(([key, value]) => Object.hasOwn(now, key) && now[key] !== value).map(([key]) => `'${key}' already has a value (${now[key]})`);
}
