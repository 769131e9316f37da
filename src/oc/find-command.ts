import { type CommandNode, childNamed, commandPath, flagIndex, root } from './command-tree.ts';
import { editDistance } from './edit-distance.ts';
import { OcError } from './errors.ts';
import type { FlagIndex } from './parse-flags.ts';
import { unlistedCommand } from './unlisted-commands.ts';

export interface FoundCommand {
  readonly node: CommandNode;
  /** What is left for the command: its flags and arguments. */
  readonly argv: readonly string[];
  /** The path of a real command below `node` that is neither listed nor modelled. */
  readonly unlisted?: string;
}

/** Which command a line means; flags may stand before it (spf13/cobra command.go Find). */
export function findCommand(argv: readonly string[]): FoundCommand {
  let node = root;
  let rest = argv;
  for (;;) {
    const name = wordsWithoutFlags(rest, flagIndex(node))[0];
    const child = name === undefined ? undefined : childNamed(node, name);
    if (!child) {
      const unlisted = name === undefined ? undefined : unlistedCommand(node.path, name);
      if (unlisted !== undefined) return { node, argv: rest, unlisted };
      if (node === root && name !== undefined) throw unknownCommand(name, node);
      return { node, argv: rest };
    }
    rest = withoutFirst(rest, name as string, flagIndex(node));
    node = child;
  }
}

/** `unknown command "x" for "oc"`, with what may have been meant. */
export function unknownCommand(name: string, node: CommandNode): OcError {
  const near = [...node.children.map((child) => child.name)].sort(inOrderOfHelp).filter((known) => isNear(name.toLowerCase(), known));
  const suggestion = near.length === 0 ? '' : `\n\nDid you mean this?\n${near.map((known) => `\t${known}\n`).join('')}`;
  return new OcError(`unknown command ${JSON.stringify(name)} for ${JSON.stringify(commandPath(node))}${suggestion}`);
}

const addedLast = ['ex', 'plugin', 'version', 'options', 'help'];

/** By name; the commands that `oc` adds after it has sorted the others come last. */
// oc pkg/cli/cli.go NewOcCommand
const inOrderOfHelp = (a: string, b: string) => addedLast.indexOf(a) - addedLast.indexOf(b) || (a < b ? -1 : 1);

const isNear = (typed: string, known: string) => known.startsWith(typed) || editDistance(typed, known) <= 2;

/** Does this flag take the next word as its value? */
function takesNext(word: string, index: FlagIndex): boolean {
  if (word.includes('=')) return false;
  if (word.startsWith('--')) return index.byName.get(word.slice(2))?.noOptDefault === undefined;
  if (word.length !== 2) return false;
  const name = index.byShorthand.get(word.slice(1));
  return name === undefined || index.byName.get(name)?.noOptDefault === undefined;
}

function wordsWithoutFlags(argv: readonly string[], index: FlagIndex): readonly string[] {
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--') break;
    if (word.startsWith('-')) {
      if (takesNext(word, index)) i++;
    } else if (word !== '') words.push(word);
  }
  return words;
}

function withoutFirst(argv: readonly string[], name: string, index: FlagIndex): readonly string[] {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    if (word === '--') break;
    if (word.startsWith('-')) {
      if (takesNext(word, index)) i++;
    } else if (word === name) return [...argv.slice(0, i), ...argv.slice(i + 1)];
  }
  return argv;
}
