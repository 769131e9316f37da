import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, type FlagTable, string, stringSlice } from '../flags.ts';
import { type FoundObjects, findObjects } from '../resource-arguments.ts';

/** Flags with which `oc rollout` commands find what they work on. */
export const rolloutQueryFlags = {
  filename: stringSlice({ shorthand: 'f' }),
  kustomize: string({ shorthand: 'k' }),
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
} as const satisfies FlagTable;

interface RolloutQuery {
  readonly filename: readonly string[];
  readonly recursive: boolean;
  readonly selector?: string;
}

/** The objects that arguments, files and selector name; a type alone means all of it. */
export async function rolloutObjects(oc: OcContext, args: readonly string[], flags: RolloutQuery): Promise<FoundObjects> {
  if (args.length === 0 && flags.filename.length === 0) throw new OcError('required resource not specified');
  const found = await findObjects(oc, {
    args,
    filenames: flags.filename,
    recursive: flags.recursive,
    typeMeansAll: true,
    ...(flags.selector && { labelSelector: flags.selector }),
  });
  return found;
}
