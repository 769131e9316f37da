import { own } from '../api/own.ts';
import type { Command } from './command.ts';
import { commandModules } from './commands.ts';
import type { FlagTable } from './flags.ts';
import { globalFlags, helpFlag } from './global-flags.ts';
import { type FlagIndex, indexFlags } from './parse-flags.ts';
import { upstreamCommand, upstreamFlags, upstreamGroups, upstreamPaths } from './upstream-commands.ts';

/** A command in the tree: real ones that are not modelled are known all the same, or only hold sub-commands. */
export interface CommandNode {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly use: string;
  readonly parent: CommandNode | undefined;
  readonly children: readonly CommandNode[];
  readonly isModelled: boolean;
  /** The command itself, once `loadCommand` has brought it. */
  readonly command: Command | undefined;
}

export const root: CommandNode = buildTree();

/** A child by name or alias. */
export const childNamed = (node: CommandNode, name: string): CommandNode | undefined =>
  node.children.find((child) => child.name === name || child.aliases.includes(name));

/** The node at a path such as `set triggers`. */
export function nodeAt(path: string): CommandNode | undefined {
  let node: CommandNode | undefined = root;
  for (const name of path.split(' ').filter(Boolean)) node = node && childNamed(node, name);
  return node;
}

/** Brings the command of a node, where it is modelled. */
export async function loadCommand(node: CommandNode): Promise<Command | undefined> {
  if (node.command || !node.isModelled) return node.command;
  const command = await own(commandModules, node.path)?.();
  if (!command) return undefined;
  Object.assign(node, { command, use: command.use, aliases: command.aliases ?? node.aliases });
  indexes.delete(node);
  return command;
}

/** A path as it is shown: `oc set triggers`. */
export const commandPath = (node: CommandNode): string => (node.path === '' ? 'oc' : `oc ${node.path}`);

const indexes = new WeakMap<CommandNode, FlagIndex>();

/** Every flag the command accepts: its own once it is loaded, upstream's and the global ones; made when first asked for. */
export function flagIndex(node: CommandNode): FlagIndex {
  const known = indexes.get(node);
  if (known) return known;
  const ownFlags = node.command?.flags ?? {};
  const upstream = upstreamFlags(node.path);
  const unmodelled = new Set(Object.keys(upstream).filter((name) => node.command && !Object.hasOwn(ownFlags, name)));
  const made = indexFlags([helpFlag, globalFlags, upstream, ownFlags], unmodelled);
  indexes.set(node, made);
  return made;
}

/** The flags to show in help and completion. */
export function shownFlags(node: CommandNode): FlagTable {
  const ownFlags = node.command?.flags ?? {};
  const all = node.command ? ownFlags : upstreamFlags(node.path);
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, spec]) => !spec.hidden)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

interface Draft {
  path: string;
  name: string;
  aliases: readonly string[];
  use: string;
  parent: Draft | undefined;
  children: Draft[];
  isModelled: boolean;
  command: Command | undefined;
}

function buildTree(): CommandNode {
  const drafts = new Map<string, Draft>();
  const add = (path: string): Draft => {
    const known = drafts.get(path);
    if (known) return known;
    const at = path.lastIndexOf(' ');
    const parent = path === '' ? undefined : add(at < 0 ? '' : path.slice(0, at));
    const upstream = upstreamCommand(path);
    const name = path.slice(at + 1);
    const made: Draft = {
      path,
      name,
      aliases: upstream?.aliases ?? [],
      use: upstream?.use ?? path,
      parent,
      children: [],
      isModelled: Object.hasOwn(commandModules, path),
      command: undefined,
    };
    parent?.children.push(made);
    drafts.set(path, made);
    return made;
  };
  for (const path of ['', ...upstreamPaths]) add(path);
  for (const path of upstreamPaths) for (const name of Object.values(upstreamGroups(path) ?? {}).flat()) add(path === '' ? name : `${path} ${name}`);
  for (const path of Object.keys(commandModules)) add(path);
  return drafts.get('') as CommandNode;
}
