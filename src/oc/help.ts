import { type CommandNode, childNamed, commandPath, shownFlags } from './command-tree.ts';
import type { FlagSpec } from './flags.ts';
import type { HelpTexts } from './help-texts.ts';
import { upstreamCommand, upstreamGroups } from './upstream-commands.ts';

/** The help page of a command: its text, examples, sub-commands, options and usage, in the reader's language. */
export function printHelp(node: CommandNode, texts: HelpTexts): string {
  const help = texts.commands[node.path];
  const parts = [help?.long ?? help?.short ?? '', examples(node, texts), subCommands(node, texts), options(node, texts), usage(node, texts)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n${footer(node, texts)}`;
}

const heading = (texts: HelpTexts, key: string, otherwise: string) => texts.notices[key] ?? otherwise;

function examples(node: CommandNode, texts: HelpTexts): string {
  const commands = node.command?.examples ?? [];
  if (commands.length === 0) return '';
  const comments = texts.commands[node.path]?.examples ?? [];
  const shown = commands.map((command, i) => (comments[i] === undefined ? `  ${command}` : `  # ${comments[i]}\n  ${command.replaceAll('\n', '\n  ')}`));
  return `${heading(texts, 'heading-examples', 'Examples:')}\n${shown.join('\n\n')}`;
}

function subCommands(node: CommandNode, texts: HelpTexts): string {
  if (node.children.length === 0) return '';
  const groups = upstreamGroups(node.path) ?? { 'Available Commands': node.children.map((child) => child.name) };
  const width = Math.max(...Object.values(groups).flatMap((names) => names.map((name) => name.length)), 11);
  return Object.entries(groups)
    .map(([title, names]) => `${groupTitle(texts, title)}\n${commandLines(node, names, width, texts)}`)
    .join('\n\n');
}

function commandLines(node: CommandNode, names: readonly string[], width: number, texts: HelpTexts): string {
  return names
    .map((name) => {
      const child = childNamed(node, name);
      const short = (child && texts.commands[child.path]?.short) ?? '';
      return `  ${name.padEnd(width)}   ${short}`.trimEnd();
    })
    .join('\n');
}

const groupTitle = (texts: HelpTexts, title: string) => heading(texts, `group-${title.toLowerCase().replaceAll(' ', '-')}`, `${title}:`);

function options(node: CommandNode, texts: HelpTexts): string {
  const flags = Object.entries(shownFlags(node));
  if (flags.length === 0 || node.path === '') return '';
  return `${heading(texts, 'heading-options', 'Options:')}\n${flags.map(([name, spec]) => flagLines(node, name, spec, texts)).join('\n\n')}`;
}

/** One flag: `    -o, --output='':` and its meaning below. */
export function flagLines(node: CommandNode | undefined, name: string, spec: FlagSpec, texts: HelpTexts): string {
  const short = spec.shorthand === undefined ? '    ' : `-${spec.shorthand}, `;
  const meaning = (node && texts.commands[node.path]?.flags?.[name]) ?? texts.flags[name];
  const first = `    ${short}--${name}=${defaultText(spec)}:`;
  return meaning === undefined ? first : `${first}\n        ${meaning}`;
}

/** What a flag is when nobody types it, as help shows it. */
export function defaultText(spec: FlagSpec): string {
  if (spec.type === 'string') return `'${String(spec.default)}'`;
  if (spec.type === 'duration') return durationText(Number(spec.default));
  if (Array.isArray(spec.default) || spec.type === 'stringToString') return '[]';
  return String(spec.default);
}

function durationText(milliseconds: number): string {
  if (milliseconds === 0) return '0s';
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
  const seconds = (milliseconds % 60_000) / 1000;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}

function usage(node: CommandNode, texts: HelpTexts): string {
  return `${heading(texts, 'heading-usage', 'Usage:')}\n  ${usageLine(node)} [options]`;
}

/** How the command is typed, in one line. */
export function usageLine(node: CommandNode): string {
  const use = node.path === '' ? '[flags]' : `${parentPath(node)}${node.use}`;
  const flags = takesFlags(node) && !use.endsWith('[flags]') ? ' [flags]' : '';
  return `oc ${use}${flags}`;
}

/** cobra writes `[flags]` behind usage lines that do not speak of flags themselves. */
function takesFlags(node: CommandNode): boolean {
  const upstream = upstreamCommand(node.path);
  return upstream ? upstream.use.endsWith('[flags]') : Object.keys(shownFlags(node)).length > 0;
}

// a command's `use` starts with its own name; the names above it are put before
function parentPath(node: CommandNode): string {
  const parent = node.path.split(' ').slice(0, -1).join(' ');
  return parent === '' || node.use.startsWith(`${parent} `) ? '' : `${parent} `;
}

function footer(node: CommandNode, texts: HelpTexts): string {
  const path = commandPath(node);
  const lines =
    node.children.length > 0
      ? [fill(heading(texts, 'footer-command', 'Use "{command} <command> --help" for more information about a given command.'), path)]
      : [];
  lines.push(heading(texts, 'footer-options', 'Use "oc options" for a list of global command-line options (applies to all commands).'));
  return `\n${lines.join('\n')}\n`;
}

const fill = (text: string, command: string) => text.replaceAll('{command}', command);
