import { type CustomCommand, defineCommand, latin1FromBytes } from 'just-bash';
import { shellNotices } from './notices.ts';
import type { CommandContext, Programs, Workstation } from './oc-command.ts';

/** Programs of the workstation that are loaded when they are first typed. Their modules take nothing from just-bash, so that it stays in one piece. */
export const lateCommands = (workstation: Workstation): readonly CustomCommand[] => [
  ...late(['date', 'sleep', 'timeout', 'watch'], async () => (await import('./clock-commands.ts')).clockCommands(workstation)),
  ...late(['bash'], () => import('./command-string.ts').then(({ bash }) => ({ bash }))),
  ...late(['xargs', 'paste', 'grep', 'egrep', 'fgrep', 'jq'], async () => {
    const { repairedCommands } = await import('./repaired-commands.ts');
    return repairedCommands(shellNotices(workstation.texts.language));
  }),
  ...['less', 'more'].map((name) => defineCommand(name, page)),
];

const late = (names: readonly string[], load: () => Promise<Programs>): readonly CustomCommand[] =>
  names.map((name) => ({
    name,
    load: async () => {
      const program = (await load())[name];
      if (!program) throw new Error(`there is no ${name}`);
      return defineCommand(name, program);
    },
  }));

/** A pager has nothing to page here: the page scrolls. */
async function page(args: string[], { exec, cwd, stdin }: CommandContext) {
  const files = args.filter((arg) => !/^[-+]./.test(arg));
  if (files.length === 0) return { stdout: latin1FromBytes(stdin), stderr: '', exitCode: 0, stdoutKind: 'bytes' as const };
  return (await exec?.('cat --', { cwd, args: files })) ?? { stdout: '', stderr: '', exitCode: 0 };
}
