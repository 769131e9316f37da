import { changeCauseOf } from './change-cause.ts';
import type { Invocation, OcContext } from './command.ts';
import { type CommandNode, commandPath, flagIndex, loadCommand } from './command-tree.ts';
import { SilentExit, UsageError } from './errors.ts';
import { findCommand, unknownCommand } from './find-command.ts';
import type { FlagTable } from './flags.ts';
import { goQuote } from './go-quote.ts';
import { withHelp } from './help-texts.ts';
import type { OcHost, OcResult } from './host.ts';
import { notice } from './notice.ts';
import { type ConnectionFlags, createContext, type Output } from './oc-context.ts';
import { type ParsedFlags, parseFlags, UnmodelledFlag } from './parse-flags.ts';
import { printError } from './print-error.ts';

/** Runs one `oc` command; `argv` does not hold the word `oc`. Never rejects for anything typed: failures are printed. */
export async function runOc(argv: readonly string[], host: OcHost): Promise<OcResult> {
  const output: Output = { stdout: '', stderr: '' };
  const place = { path: 'oc' };
  const sleep = (milliseconds: number) => {
    host.show?.(output);
    return host.sleep(milliseconds);
  };
  try {
    const exitCode = await dispatch(argv, { ...host, sleep }, output, place);
    return { ...output, exitCode };
  } catch (error) {
    if (host.signal?.aborted) return { ...output, exitCode: 130 };
    const { text, exitCode } = printError(error, place.path);
    output.stderr += text;
    return { ...output, exitCode };
  }
}

async function dispatch(argv: readonly string[], host: OcHost, output: Output, place: { path: string }): Promise<number> {
  const { node, argv: rest, unlisted } = findCommand(argv);
  place.path = commandPath(node);
  if (unlisted !== undefined) return notModelled(`oc ${unlisted}`, host, output);
  const command = await loadCommand(node);
  const parsed = parseOrNotice(node, rest, host, output);
  output.stderr += parsed.notes.join('');
  if (parsed.values.help === true) {
    output.stdout += await helpPage(node, host);
    return 0;
  }
  if (!command) return withoutCommand(node, parsed, host, output);
  const oc = await createContext(host, parsed.values as unknown as ConnectionFlags, parsed.changed.has('namespace'), output);
  return (await command.run(invocationOf(parsed, oc, parsed.values.record === true ? changeCauseOf(flagIndex(node), argv) : undefined))) ?? 0;
}

function parseOrNotice(node: CommandNode, argv: readonly string[], host: OcHost, output: Output): ParsedFlags {
  try {
    return parseFlags(flagIndex(node), argv);
  } catch (error) {
    if (!(error instanceof UnmodelledFlag)) throw error;
    output.stderr += notice(host.texts, 'unmodelled-flag', { command: commandPath(node), flag: `--${error.flag}` });
    throw new SilentExit();
  }
}

/** A command that only holds others, or a real one that is not simulated. */
async function withoutCommand(node: CommandNode, parsed: ParsedFlags, host: OcHost, output: Output): Promise<number> {
  if (node.children.length === 0) return notModelled(commandPath(node), host, output);
  const name = parsed.args[0];
  if (name !== undefined && node.path === '') throw unknownCommand(name, node);
  // k8s.io/kubectl pkg/cmd/util DefaultSubCommandRun
  if (name !== undefined) throw new UsageError(`unknown command ${goQuote(parsed.args.join(' '))}`, { showHelpHint: true });
  output[node.path === '' ? 'stdout' : 'stderr'] += await helpPage(node, host);
  return node.path === '' ? 0 : 1;
}

const helpPage = async (node: CommandNode, { texts }: OcHost) => (await import('./help.ts')).printHelp(node, await withHelp(texts));

function notModelled(command: string, host: OcHost, output: Output): number {
  output.stderr += notice(host.texts, 'unmodelled-command', { command });
  return 1;
}

function invocationOf(parsed: ParsedFlags, oc: OcContext, changeCause: string | undefined): Invocation<FlagTable> {
  return {
    args: parsed.args,
    flags: parsed.values as Invocation<FlagTable>['flags'],
    changed: (flag) => parsed.changed.has(flag),
    dashAt: parsed.dashAt,
    changeCause,
    oc,
  };
}
