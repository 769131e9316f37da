import type { ArgumentKind, OcContext } from './command.ts';
import { type CommandNode, childNamed, flagIndex, loadCommand, root, shownFlags } from './command-tree.ts';
import { completeArgument } from './complete-argument.ts';
import { globalFlags } from './global-flags.ts';
import type { OcHost } from './host.ts';
import { type ConnectionFlags, createContext } from './oc-context.ts';
import type { FlagIndex } from './parse-flags.ts';

/** What Tab offers for the last of the words after `oc`: whole words, in no order. Nothing where files are meant. */
export async function completeOc(words: readonly string[], host: OcHost): Promise<readonly string[]> {
  const line = readLine(words.slice(0, -1));
  await loadCommand(line.node);
  const typed = words.at(-1) ?? '';
  const oc = () => contextFor(host, line.values);
  if (line.pending !== undefined) return flagValues(line, line.pending, typed, await oc());
  if (typed.startsWith('-')) return completeFlag(line, typed, oc);
  if (line.node.children.length > 0 && line.args.length === 0 && !typed.includes('/')) {
    const names = line.node.children.map((child) => child.name).filter((name) => name.startsWith(typed));
    if (names.length > 0 || !line.node.isModelled) return names;
  }
  const kind = argumentKind(line.node, line.args.length);
  return kind === undefined ? [] : completeArgument(kind, typed, line.args, await oc());
}

/** What stands before the word that is being typed. */
interface ReadLine {
  readonly node: CommandNode;
  readonly args: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** A flag that waits for its value. */
  readonly pending: string | undefined;
}

function readLine(words: readonly string[]): ReadLine {
  let node = root;
  const args: string[] = [];
  const values: Record<string, string> = {};
  let pending: string | undefined;
  for (const word of words) {
    if (pending !== undefined) {
      values[pending] = word;
      pending = undefined;
    } else if (word.startsWith('-') && word.length > 1) {
      const flag = readFlag(flagIndex(node), word);
      if (flag.value === undefined) pending = flag.name;
      else values[flag.name] = flag.value;
    } else {
      const child = args.length === 0 ? childNamed(node, word) : undefined;
      if (child) node = child;
      else args.push(word);
    }
  }
  return { node, args, values, pending };
}

function readFlag(index: FlagIndex, word: string): { readonly name: string; readonly value: string | undefined } {
  const [, long, equals, after = ''] = /^--([^=]*)(=)?(.*)$/s.exec(word) ?? [];
  const name = long ?? index.byShorthand.get(word.charAt(1)) ?? '';
  const alone = index.byName.get(name)?.noOptDefault;
  if (long !== undefined) return { name, value: equals ? after : alone };
  return { name, value: word.length > 2 ? word.slice(2).replace(/^=/, '') : alone };
}

function argumentKind(node: CommandNode, count: number): ArgumentKind | undefined {
  const kinds = node.command?.arguments ?? [];
  return kinds[Math.min(count, kinds.length - 1)];
}

async function completeFlag(line: ReadLine, typed: string, oc: () => Promise<OcContext>): Promise<readonly string[]> {
  const [, name, value] = /^--([^=]+)=(.*)$/s.exec(typed) ?? [];
  if (name !== undefined) return (await flagValues(line, name, value ?? '', await oc())).map((text) => `--${name}=${text}`);
  const flags = { ...shownFlags(line.node), ...globalFlags };
  return Object.entries(flags)
    .map(([flag, spec]) => (spec.noOptDefault === undefined ? `--${flag}=` : `--${flag}`))
    .concat('--help')
    .filter((flag) => flag.startsWith(typed));
}

async function flagValues({ node }: ReadLine, name: string, typed: string, oc: OcContext): Promise<readonly string[]> {
  const values = flagIndex(node).byName.get(name)?.values;
  if (values) return values.filter((value) => value.startsWith(typed));
  if (name === 'namespace') return completeArgument('project', typed, [], oc);
  if (name === 'context') return oc.kubeconfig.contexts.map((entry) => entry.name).filter((context) => context.startsWith(typed));
  return [];
}

const connectionDefaults: ConnectionFlags = {
  as: '',
  'as-group': [],
  cluster: '',
  context: '',
  kubeconfig: '',
  loglevel: 0,
  namespace: '',
  'request-timeout': '0',
  server: '',
  token: '',
  user: '',
  v: 0,
};

const contextFor = (host: OcHost, { namespace = '', context = '', kubeconfig = '' }: Readonly<Record<string, string>>): Promise<OcContext> =>
  createContext(host, { ...connectionDefaults, namespace, context, kubeconfig }, namespace !== '', { stdout: '', stderr: '' });
