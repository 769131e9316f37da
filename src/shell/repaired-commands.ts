import { type CustomCommand, defineCommand, latin1FromBytes } from 'just-bash';
import type { CommandContext } from './oc-command.ts';

/** Programs whose bundled version refuses spellings that people type; each is rewritten into one it takes. */
export const repairedCommands: readonly CustomCommand[] = [
  repaired('xargs', spreadXargs),
  repaired('paste', spreadPaste),
  ...['less', 'more'].map((name) => defineCommand(name, page)),
];

function repaired(name: string, rewrite: (args: readonly string[]) => readonly string[]): CustomCommand {
  return defineCommand(name, async (args, { origCommand }) => (await origCommand?.([...rewrite(args)])) ?? { stdout: '', stderr: '', exitCode: 0 });
}

/** `-n1` → `-n 1`, `-I{}` → `-I {}`; only before the command, whose own arguments stay as they are. */
function spreadXargs(args: readonly string[]): readonly string[] {
  const spread: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (!arg.startsWith('-')) return [...spread, ...args.slice(index)];
    const [, flag, value] = /^(-[nILPds])(.+)$/.exec(arg) ?? [];
    if (flag && value) spread.push(...xargsFlag(flag, value));
    else if (/^-[nILPds]$/.test(arg)) spread.push(...xargsFlag(arg, args[++index] ?? ''));
    else if (arg !== '-r' && arg !== '--no-run-if-empty') spread.push(arg);
  }
  return spread;
}

// -L N lines is -n N where a line is a word, as in every list that oc prints with -o name
const xargsFlag = (flag: string, value: string) => (flag === '-s' ? [] : [flag === '-L' ? '-n' : flag, value]);

/** `-sd,` → `-s -d ,`; without a file it reads standard input. */
function spreadPaste(args: readonly string[]): readonly string[] {
  const spread = args.flatMap((arg) => {
    const [, serial, delimiter] = /^-(s?)d(.*)$/.exec(arg) ?? [];
    if (delimiter === undefined) return [arg];
    return [...(serial ? ['-s'] : []), '-d', ...(delimiter === '' ? [] : [delimiter])];
  });
  const hasFile = spread.some((arg, index) => (arg === '-' || !arg.startsWith('-')) && spread[index - 1] !== '-d');
  return hasFile ? spread : [...spread, '-'];
}

/** A pager has nothing to page here: the page scrolls. */
async function page(args: string[], { exec, cwd, stdin }: CommandContext) {
  const files = args.filter((arg) => !/^[-+]./.test(arg));
  if (files.length === 0) return { stdout: latin1FromBytes(stdin), stderr: '', exitCode: 0, stdoutKind: 'bytes' as const };
  return (await exec?.('cat --', { cwd, args: files })) ?? { stdout: '', stderr: '', exitCode: 0 };
}
