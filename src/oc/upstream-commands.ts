import table from './content/commands.json' with { type: 'json' };
import { boolean, duration, type FlagSpec, type FlagTable, int, string, stringArray } from './flags.ts';

interface CompactCommand {
  readonly use: string;
  readonly aliases?: readonly string[];
  /** `name|shorthand|type|default` each. */
  readonly flags?: readonly string[];
}

interface CompactTable {
  readonly globalFlags: readonly string[];
  readonly commands: Readonly<Record<string, CompactCommand>>;
  /** Groups of sub-commands in help, by the path of their parent. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const compact = table as unknown as CompactTable;

/** What real `oc` 4.18 has, modelled or not: paths in help's order. */
export const upstreamPaths: readonly string[] = Object.keys(compact.commands);

export const upstreamCommand = (path: string): CompactCommand | undefined => compact.commands[path];

/** Groups of sub-commands as help lists them; undefined for a command without any. */
export const upstreamGroups = (path: string): Readonly<Record<string, readonly string[]>> | undefined => compact.groups[path];

/** The flags real `oc` defines for a command. */
export function upstreamFlags(path: string): FlagTable {
  return Object.fromEntries((compact.commands[path]?.flags ?? []).map(specOf));
}

function specOf(text: string): readonly [string, FlagSpec] {
  const [name = '', shorthand = '', type = 'string', ...rest] = text.split('|');
  const common = shorthand === '' ? {} : { shorthand };
  const alone = standsAlone[name];
  return [name, { ...(makers[type]?.(common, rest.join('|')) ?? string(common)), ...(alone !== undefined && { noOptDefault: alone }) }];
}

/** Flags with a value that may stand without one (pflag NoOptDefVal). */
const standsAlone: Readonly<Record<string, string>> = { 'dry-run': 'unchanged', validate: 'strict', cascade: 'background' };

const makers: Readonly<Record<string, (common: { readonly shorthand?: string }, standard: string) => FlagSpec>> = {
  bool: (common, standard) => boolean({ ...common, default: standard === 'true' }),
  int: (common, standard) => int({ ...common, default: Number(standard) }),
  duration: (common) => duration(common),
  list: (common) => stringArray(common),
  string: (common, standard) => string({ ...common, default: standard }),
};
