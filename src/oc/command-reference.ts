import { type CommandNode, loadCommand, nodeAt, root, shownFlags } from './command-tree.ts';
import type { FlagSpec } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import { defaultText, usageLine } from './help.ts';
import type { HelpTexts } from './help-texts.ts';
import { upstreamFlags, upstreamGroups } from './upstream-commands.ts';

/** A flag as a reference shows it. */
export interface ReferenceFlag {
  readonly name: string;
  readonly shorthand?: string;
  readonly type: FlagSpec['type'];
  /** None where nothing typed means false, nothing or zero. */
  readonly default?: string;
  readonly meaning?: string;
}

/** A command as a reference shows it, in one language. */
export interface ReferenceCommand {
  /** Without `oc`: `set triggers`. */
  readonly path: string;
  readonly aliases: readonly string[];
  readonly usage: string;
  readonly short: string;
  readonly long?: string;
  readonly examples: readonly { readonly comment?: string; readonly command: string }[];
  /** False for a command that real `oc` has and this one does not, and for a name that only holds subcommands. */
  readonly isModelled: boolean;
  readonly flags: readonly ReferenceFlag[];
  /** Flags of real `oc` that are not modelled. */
  readonly unmodelledFlags: readonly string[];
  readonly children: readonly ReferenceCommand[];
}

export interface CommandGroup {
  /** The same in every language: `basic-commands`. */
  readonly id: string;
  readonly title: string;
  readonly commands: readonly ReferenceCommand[];
}

export interface CommandReference {
  /** The groups of `oc help`, in its order. */
  readonly groups: readonly CommandGroup[];
  /** Flags that every command takes. */
  readonly globalFlags: readonly ReferenceFlag[];
}

/** Every command of `oc`, modelled or not, as its table, upstream's list and the help of one language describe it. */
export async function commandReference(texts: HelpTexts): Promise<CommandReference> {
  const groups = Object.entries(upstreamGroups('') ?? {});
  const listed = new Set(groups.flatMap(([, names]) => names));
  const others = root.children.map(({ name }) => name).filter((name) => !listed.has(name)); // Help does not list itself.
  return {
    groups: await Promise.all(
      groups.map(async ([title, names], index) => {
        const id = title.toLowerCase().replaceAll(' ', '-');
        const all = index === groups.length - 1 ? [...names, ...others] : names;
        return { id, title: (texts.notices[`group-${id}`] ?? title).replace(/\s*:$/, ''), commands: await referencesOf(all.map(knownNode), texts) };
      }),
    ),
    globalFlags: Object.entries(globalFlags).map(([name, spec]) => flagOf(name, spec, texts.flags[name])),
  };
}

function knownNode(path: string): CommandNode {
  const node = nodeAt(path);
  if (!node) throw new Error(`there is no command ${path}`);
  return node;
}

const referencesOf = (nodes: readonly CommandNode[], texts: HelpTexts): Promise<readonly ReferenceCommand[]> =>
  Promise.all(nodes.map((node) => referenceOf(node, texts)));

async function referenceOf(node: CommandNode, texts: HelpTexts): Promise<ReferenceCommand> {
  const command = await loadCommand(node);
  const help = texts.commands[node.path];
  if (help?.short === undefined) throw new Error(`the help in ${texts.language} says nothing of oc ${node.path}`);
  return {
    path: node.path,
    aliases: node.aliases,
    usage: usageLine(node),
    short: help.short,
    ...(help.long !== undefined && { long: help.long }),
    examples: (command?.examples ?? []).map((example, index) => ({ comment: help.examples?.[index], command: example })),
    isModelled: node.isModelled,
    flags: command ? Object.entries(shownFlags(node)).map(([name, spec]) => flagOf(name, spec, help.flags?.[name] ?? texts.flags[name])) : [],
    unmodelledFlags: Object.keys(upstreamFlags(node.path)).filter((name) => !(name in (command?.flags ?? {}))),
    children: await referencesOf(node.children, texts),
  };
}

function flagOf(name: string, spec: FlagSpec, meaning: string | undefined): ReferenceFlag {
  const { shorthand, type } = spec;
  const standard = defaultText(spec);
  const isPlain = ['false', "''", '0', '0s', '[]'].includes(standard);
  return {
    name,
    type,
    ...(shorthand !== undefined && { shorthand }),
    ...(!isPlain && { default: standard.replace(/^'(.*)'$/, '$1') }),
    ...(meaning !== undefined && { meaning }),
  };
}
