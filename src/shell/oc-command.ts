import { type Command, type CustomCommand, decodeBytesToUtf8, defineCommand, type IFileSystem } from 'just-bash';
import type { OcTexts } from '../oc/help-texts.ts';
import type { OcHost, OcResult } from '../oc/host.ts';
import type { Simulation } from '../simulation/simulation.ts';
import { openEditor } from './editor.ts';
import { fileAccess } from './file-access.ts';
import { withoutLastWords } from './last-words.ts';
import type { LineRun } from './line-run.ts';
import { shellNotices } from './notices.ts';
import { toldUnloaded } from './unloaded-code.ts';

export type CommandContext = Parameters<Command['execute']>[1];
/** What a program of the workstation does; `defineCommand` puts it into the shell. */
export type Program = Command['execute'];
export type Programs = Readonly<Record<string, Program>>;
export type RunOc = (args: readonly string[], host: OcHost) => Promise<OcResult>;

/** What the shell's own commands work with. */
export interface Workstation {
  readonly simulation: Simulation;
  readonly texts: OcTexts;
  readonly runOc: RunOc;
  readonly edit: ((path: string, text: string) => Promise<string | undefined>) | undefined;
  /** The line that runs now. */
  line(): LineRun;
}

/** Where `oc` is called from. */
export interface CallSite {
  readonly fs: IFileSystem;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  stdin(): string;
}

// what a call costs in real life, so that two calls in a line never share an instant
const roundTrip = 120;

/** `oc` for the shell: afterwards the controllers have seen what it wrote, and a moment has passed. */
export const ocCommand = (workstation: Workstation): CustomCommand =>
  defineCommand('oc', async (args, context) => {
    const { simulation, texts, line, runOc } = workstation;
    await line().countCommand();
    let shownByEditor = '';
    const editor = openEditor(workstation, context, (text) => {
      shownByEditor += text;
    });
    const deadline = line().deadlineSignal();
    const signal = deadline ? AbortSignal.any([line().signal, deadline]) : line().signal;
    const answer = await runOc(args, { ...ocHost(workstation, callSite(context)), ...(editor && { edit: editor }), signal });
    const printed = toldUnloaded(answer, shellNotices(texts.language));
    const result = { ...printed, stdout: shownByEditor + printed.stdout };
    line().output.ended(deadline?.aborted ? withoutLastWords(result) : result);
    simulation.reconcile();
    simulation.advance(roundTrip);
    return { ...result, stdoutKind: 'text' };
  });

/** What `oc` needs around it, at a place in the files. */
export function ocHost({ simulation, texts, line }: Workstation, { fs, cwd, env, stdin }: CallSite): OcHost {
  return {
    api: simulation.api,
    server: simulation.server,
    registries: simulation.registries,
    requestToken: (user, password) => simulation.requestToken(user, password),
    now: () => simulation.clock.now(),
    sleep: (milliseconds) => line().sleep(milliseconds),
    nextDue: () => line().nextDue(),
    show: (printed) => line().output.show(printed),
    cwd,
    env,
    stdin: stdin(),
    files: fileAccess(fs, cwd),
    texts,
  };
}

const callSite = ({ fs, cwd, env, exportedEnv, stdin }: CommandContext): CallSite => ({
  fs,
  cwd,
  env: exportedEnv ?? Object.fromEntries(env),
  stdin: () => decodeBytesToUtf8(stdin),
});
