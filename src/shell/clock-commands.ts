import { withoutLastWords } from './last-words.ts';
import type { CommandContext, Programs, Workstation } from './oc-command.ts';

type ExecResult = Awaited<ReturnType<NonNullable<CommandContext['exec']>>>;

/** The programs that know the time, on the cluster's virtual clock. */
export const clockCommands = (workstation: Workstation): Programs => ({
  date: (args, context) => date(workstation, args, context),
  sleep: (args) => sleep(workstation, args),
  timeout: (args, context) => timeout(workstation, args, context),
  watch: (args, context) => watch(workstation, args, context),
});

async function date({ simulation }: Workstation, args: readonly string[], { origCommand }: CommandContext): Promise<ExecResult> {
  const now = `@${Math.floor(simulation.clock.now() / 1000)}`;
  const isNow = (text: string | undefined) => text === 'now' || text === 'today';
  const given = args.findIndex((arg) => /^(-d|--date)/.test(arg) || /^(-r|--reference|-f)/.test(arg));
  if (given < 0) return run(origCommand, ['-d', now, ...args]);
  return run(
    origCommand,
    args.map((arg, index) => (index === given + 1 && isNow(arg) ? now : /^--date=(now|today)$/.test(arg) ? `--date=${now}` : arg)),
  );
}

async function sleep({ line }: Workstation, args: readonly string[]): Promise<ExecResult> {
  if (args.length === 0) return failure("sleep: missing operand\nTry 'sleep --help' for more information.", 1);
  const wrong = args.find((arg) => secondsOf(arg) === undefined);
  if (wrong !== undefined) return failure(`sleep: invalid time interval ‘${wrong}’\nTry 'sleep --help' for more information.`, 1);
  line().output.show(success(''));
  await line().sleep(args.reduce((sum, arg) => sum + (secondsOf(arg) ?? 0), 0) * 1000);
  await line().checkpoint();
  return success('');
}

async function timeout({ line }: Workstation, args: readonly string[], context: CommandContext): Promise<ExecResult> {
  const [limit, ...command] = withoutOptions(args, ['-s', '-k', '--signal', '--kill-after']);
  if (limit === undefined || command.length === 0) return failure("timeout: missing operand\nTry 'timeout --help' for more information.", 125);
  const seconds = secondsOf(limit);
  if (seconds === undefined) return failure(`timeout: invalid time interval ‘${limit}’\nTry 'timeout --help' for more information.`, 125);
  const { result, expired } = await line().withDeadline(seconds * 1000, (signal) => runCommand(command, context, signal));
  return expired ? { ...withoutLastWords(result), exitCode: 124 } : result;
}

const watchRounds = 30;
const quietRounds = 3;

/** `watch` prints each screen that differs from the one before, and ends by itself once nothing changes any more. */
async function watch({ simulation, line }: Workstation, args: readonly string[], context: CommandContext): Promise<ExecResult> {
  const interval = secondsOf(/(?:^|\s)(?:-n\s*|--interval[= ])(\S+)/.exec(args.join(' '))?.[1] ?? '2') ?? 2;
  const command = withoutOptions(args, ['-n', '--interval']);
  if (command.length === 0) return failure('Usage:\n watch [options] command', 1);
  let screens = '';
  let last: string | undefined;
  for (let round = 0, quiet = 0; round < watchRounds && quiet < quietRounds; round += 1) {
    const screen = () => context.exec?.(command.join(' '), { cwd: context.cwd, env: { ...context.exportedEnv } }) ?? Promise.resolve(success(''));
    const { stdout, stderr } = await line().output.captured(screen);
    const heading = `Every ${interval.toFixed(1)}s: ${command.join(' ')}    ${new Date(simulation.clock.now()).toUTCString()}`;
    quiet = stdout + stderr === last ? quiet + 1 : 0;
    if (quiet === 0) screens += `${heading}\n\n${stdout}${stderr}\n`;
    last = stdout + stderr;
    line().output.show(success(screens));
    await line().sleep(interval * 1000);
    await line().checkpoint();
  }
  line().output.ended(success(screens));
  return success(screens);
}

async function runCommand(command: readonly string[], { exec, cwd, exportedEnv }: CommandContext, signal: AbortSignal): Promise<ExecResult> {
  const [program = '', ...args] = command;
  return (await exec?.(quote(program), { cwd, env: { ...exportedEnv }, args, signal })) ?? success('');
}

const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** `10`, `1.5m`, `2h`: seconds, as coreutils reads them. */
function secondsOf(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * { s: 1, m: 60, h: 3600, d: 86_400 }[(unit || 's') as 's' | 'm' | 'h' | 'd'];
}

/** Arguments from the first one that is neither an option nor the value of one. */
function withoutOptions(args: readonly string[], valued: readonly string[]): readonly string[] {
  let index = 0;
  while (index < args.length && args[index]?.startsWith('-')) {
    if (args[index] === '--') return args.slice(index + 1);
    index += valued.includes(args[index] ?? '') ? 2 : 1;
  }
  return args.slice(index);
}

const run = (origCommand: CommandContext['origCommand'], args: readonly string[]) => origCommand?.([...args]) ?? Promise.resolve(success(''));
const success = (stdout: string): ExecResult => ({ stdout, stderr: '', exitCode: 0 });
const failure = (stderr: string, exitCode: number): ExecResult => ({ stdout: '', stderr: `${stderr}\n`, exitCode });
