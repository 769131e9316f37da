import type { FlagTable, FlagValues } from '../oc/flags.ts';
import { boolean } from '../oc/flags.ts';
import { FlagError, indexFlags, type ParsedFlags, parseFlags } from '../oc/parse-flags.ts';
import type { ContainerHost, ContainerResult } from './container-host.ts';

/** A refusal in the tool's own words. */
export class ToolError extends Error {
  readonly exitCode: number | undefined;
  constructor(message: string, exitCode?: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface ToolInvocation<F extends FlagTable> {
  readonly args: readonly string[];
  readonly flags: FlagValues<F>;
  changed(flag: keyof F & string): boolean;
  readonly host: ContainerHost;
  out(text: string): void;
  err(text: string): void;
}

/** One command of a container tool. */
export interface ToolCommand<F extends FlagTable = FlagTable> {
  /** `push`, `image inspect`. */
  readonly path: string;
  readonly aliases?: readonly string[];
  /** What follows the path in the usage line: `[options] IMAGE [DESTINATION]`. */
  readonly use: string;
  readonly about: string;
  readonly flags: F;
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [number, number];
  run(invocation: ToolInvocation<F>): Promise<void>;
}

export const toolCommand = <const F extends FlagTable>(command: ToolCommand<F>): ToolCommand => command as unknown as ToolCommand;

/** A container tool: its commands, and how it words what goes wrong before one of them runs. */
export interface Tool {
  readonly name: string;
  readonly about: string;
  readonly version: string;
  readonly commands: readonly ToolCommand[];
  /** Real commands that are not simulated. */
  readonly unmodelled: readonly string[];
  unknownCommand(name: string): string;
  wrongCount(command: ToolCommand, args: readonly string[]): string;
  flagError(command: ToolCommand, message: string): string;
  /** What is printed before a refusal. */
  readonly errorPrefix: string;
  readonly exitCode: number;
}

/** Runs one command of a tool; `argv` does not hold the tool's name. Failures are printed, as the tool does. */
export async function runTool(tool: Tool, argv: readonly string[], host: ContainerHost): Promise<ContainerResult> {
  const output = { stdout: '', stderr: '' };
  try {
    await dispatch(tool, argv, host, output);
    return { ...output, exitCode: 0 };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    if (error.message !== '') output.stderr += `${error.message}\n`;
    return { ...output, exitCode: error.exitCode ?? tool.exitCode };
  }
}

type Output = { stdout: string; stderr: string };

async function dispatch(tool: Tool, argv: readonly string[], host: ContainerHost, output: Output): Promise<void> {
  const [first] = argv;
  if (first === '--version' || first === '-v') {
    output.stdout += `${tool.name} version ${tool.version}\n`;
    return;
  }
  const found = findCommand(tool, argv);
  if (!found) return describe(tool, argv, host, output);
  const { command, rest } = found;
  const parsed = parse(tool, command, rest);
  if (parsed.values.help === true) {
    output.stdout += commandHelp(tool, command);
    return;
  }
  if (parsed.args.length < command.takes[0] || parsed.args.length > command.takes[1]) throw new ToolError(tool.wrongCount(command, parsed.args));
  await run(tool, command, parsed, host, output);
}

async function run(tool: Tool, command: ToolCommand, parsed: ParsedFlags, host: ContainerHost, output: Output): Promise<void> {
  try {
    await command.run({
      args: parsed.args,
      flags: parsed.values as FlagValues<FlagTable>,
      changed: (flag) => parsed.changed.has(flag),
      host,
      out: (text) => {
        output.stdout += text;
      },
      err: (text) => {
        output.stderr += text;
      },
    });
  } catch (error) {
    if (error instanceof ToolError && error.message !== '') throw new ToolError(tool.errorPrefix + error.message, error.exitCode);
    throw error;
  }
}

/** The command that a line names: the longest path that fits. */
function findCommand({ commands }: Tool, argv: readonly string[]): { readonly command: ToolCommand; readonly rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const typed = argv.slice(0, length).join(' ');
    const command = argv.length >= length && commands.find(({ path, aliases }) => path === typed || aliases?.includes(typed));
    if (command) return { command, rest: argv.slice(length) };
  }
  return undefined;
}

/** Without a command: help, or why there is none of that name. */
function describe(tool: Tool, argv: readonly string[], host: ContainerHost, output: Output): void {
  const [name = '--help'] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    output.stdout += toolHelp(tool);
    return;
  }
  const group = tool.commands.filter(({ path, aliases = [] }) => [path, ...aliases].some((each) => each.startsWith(`${name} `)));
  if (group.length > 0 && argv.length === 1) {
    output.stdout += `Usage:\n  ${tool.name} ${name} [command]\n\nAvailable Commands:\n${group.map((command) => helpLine(groupName(name, command), command)).join('')}`;
    return;
  }
  if (tool.unmodelled.includes(name) || group.length > 0)
    throw new ToolError(`${tool.name} ${argv.slice(0, group.length > 0 ? 2 : 1).join(' ')}: ${host.notAvailable}`, 127);
  throw new ToolError(tool.unknownCommand(name));
}

const groupName = (group: string, { path, aliases = [] }: ToolCommand) =>
  ([path, ...aliases].find((each) => each.startsWith(`${group} `)) ?? path).slice(group.length + 1);

function parse(tool: Tool, command: ToolCommand, argv: readonly string[]): ParsedFlags {
  try {
    return parseFlags(indexFlags([{ help: boolean({ shorthand: 'h' }) }, command.flags]), argv);
  } catch (error) {
    if (error instanceof FlagError) throw new ToolError(tool.flagError(command, error.message));
    throw error;
  }
}

const helpLine = (name: string, { about }: ToolCommand) => `  ${name.padEnd(14)} ${about}\n`;

const toolHelp = ({ name, about, commands }: Tool) =>
  `${about}\n\nUsage:\n  ${name} [command]\n\nAvailable Commands:\n${commands.map((command) => helpLine(command.path, command)).join('')}\nUse "${name} [command] --help" for more information about a command.\n`;

function commandHelp({ name }: Tool, { path, use, about, flags }: ToolCommand): string {
  const options = Object.entries(flags)
    .filter(([, { hidden }]) => !hidden)
    .map(([flag, { shorthand, type, noOptDefault }]) => {
      const short = shorthand === undefined ? '    ' : `-${shorthand}, `;
      return `  ${short}--${flag}${noOptDefault === undefined ? ` ${type === 'int' ? 'int' : 'string'}` : ''}\n`;
    });
  return `${about}\n\nUsage:\n  ${name} ${path} ${use}\n${options.length > 0 ? `\nOptions:\n${options.join('')}` : ''}`;
}
