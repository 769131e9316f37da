import { joinGrepPatterns } from './grep-patterns.ts';
import { mendedProgram, unplainPath } from './jq-paths.ts';
import type { ShellNotices } from './notices.ts';
import type { CommandContext, Program, Programs } from './oc-command.ts';

/** Programs whose bundled version refuses spellings that people type, or takes them wrongly; each is rewritten into one it takes, or refused. */
export const repairedCommands = (notices: ShellNotices): Programs => ({
  xargs: repaired(spreadXargs),
  paste: repaired(spreadPaste),
  grep: repaired(joinGrepPatterns),
  egrep: repaired(joinGrepPatterns),
  fgrep: repaired(joinGrepPatterns),
  jq: (args, context) => jq(args, context, notices),
});

const repaired =
  (rewrite: (args: readonly string[]) => readonly string[]): Program =>
  async (args, { origCommand }) =>
    (await origCommand?.([...rewrite(args)])) ?? { stdout: '', stderr: '', exitCode: 0 };

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

/** Better no answer than a wrong one: where a change is at no plain path, the bundled jq leaves all as it is. */
async function jq(args: string[], { origCommand }: CommandContext, { plainPathsOnly }: ShellNotices) {
  const place = args.findIndex((arg, index) => !arg.startsWith('-') && !takesTwo.has(args[index - 1] ?? '') && !takesTwo.has(args[index - 2] ?? ''));
  const program = args[place] ?? '.';
  const refused = unplainPath(program);
  if (refused !== undefined) return { stdout: '', stderr: `jq: error: ${refused}: ${plainPathsOnly}\n`, exitCode: 3 };
  const mended = args.map((arg, index) => (index === place ? mendedProgram(program) : arg));
  return (await origCommand?.(mended)) ?? { stdout: '', stderr: '', exitCode: 0 };
}

const takesTwo: ReadonlySet<string> = new Set(['--arg', '--argjson', '--rawfile', '--slurpfile']);
