import { Bash, type CustomCommand, defineCommand } from 'just-bash';
import type { Simulation } from '../simulation/simulation.ts';
import {
  type CarryReport,
  carryCommand,
  carryOver,
  carryStatement,
  copyState,
  currentFolder,
  definedFunctions,
  environment,
  functionNames,
  functionsOfText,
  makeInteractive,
  readCarryReport,
  sourcedFiles,
  unexplainedFunctions,
  withExported,
} from './carried-state.ts';
import { isCompleteCommand } from './completeness.ts';
import type { CompleteOc } from './completion.ts';
import { containerCommands } from './container-commands.ts';
import { editorCommands } from './editor.ts';
import { filesBelow, writeBelow } from './file-access.ts';
import { lateCommands } from './late-commands.ts';
import { type LineRun, startLine } from './line-run.ts';
import { shellNotices } from './notices.ts';
import { ocCommand, ocHost, type RunOc, type Workstation } from './oc-command.ts';
import { keepQuotedBackslashes } from './quoted-backslashes.ts';
import { refusedLine } from './refused-lines.ts';
import { settleAfter } from './settling.ts';
import type { RunOptions, Shell, ShellOptions, ShellResult } from './shell.ts';
import { inBashWords } from './shell-errors.ts';
import { printsDirectly } from './shown-output.ts';
import { unavailablePrograms } from './unavailable-programs.ts';

/** The client that a shell offers as `oc`. */
export interface ShellClient {
  readonly run: RunOc;
  readonly complete: CompleteOc;
  /** `[developer@workstation images-review]$` from the text of the kubeconfig; without a text nobody is logged in. */
  readonly prompt: (kubeconfig: string | undefined) => Promise<string>;
  /** The text of the kubeconfig of a user who has just logged in. */
  readonly login: (user: string, simulation: Simulation) => string;
}

const home = '/home/developer';

// generous for people, and low enough that an endless loop ends within a breath
const executionLimits = { maxCommandCount: 50_000, maxLoopIterations: 10_000, maxOutputSize: 2_000_000, maxExecutionTimeMs: 24 * 60 * 60 * 1000 };

/** A bash with its home folder, in which `client` is the `oc`. */
export async function createBashSession(options: ShellOptions, client: ShellClient): Promise<Shell> {
  const session = newSession(options, client);
  await writeBelow(session.bash.fs, home, '.kube/config', client.login(options.user, options.simulation));
  for (const [path, text] of Object.entries(options.files ?? {})) await writeBelow(session.bash.fs, home, path, text);
  session.prompt = await client.prompt(await readKubeconfig(session));
  return shellOf(session);
}

interface Session {
  readonly bash: Bash;
  readonly options: ShellOptions;
  readonly client: ShellClient;
  readonly workstation: Workstation;
  line: LineRun;
  lines: string[];
  report: CarryReport | undefined;
  defined: ReadonlyMap<string, unknown>;
  /** The line's own script comes through the plugin first; what it runs with `bash -c` comes later. */
  atTopLevel: boolean;
  prompt: string;
}

const environmentAtStart = {
  HOME: home,
  PWD: home,
  OLDPWD: home,
  USER: 'developer',
  LOGNAME: 'developer',
  HOSTNAME: 'workstation',
  SHELL: '/bin/bash',
  TERM: 'dumb',
  LANG: 'C.UTF-8',
  XDG_RUNTIME_DIR: '/run/user/1000',
};

function newSession(options: ShellOptions, client: ShellClient): Session {
  const { simulation, texts } = options;
  const workstation: Workstation = { simulation, texts, runOc: client.run, edit: options.edit, line: () => session.line };
  const bash = new Bash({
    cwd: home,
    files: { [`${home}/.bashrc`]: '', '/tmp/.keep': '' },
    env: { ...environmentAtStart, ...options.env },
    executionLimits,
    defenseInDepth: false,
    customCommands: commandsOf(workstation, () => session),
  });
  const session: Session = {
    bash,
    options,
    client,
    workstation,
    line: startLine(simulation, {}, shellNotices(texts.language)),
    lines: [],
    report: undefined,
    defined: new Map(),
    atTopLevel: false,
    prompt: '',
  };
  makeInteractive(bash);
  watchDefinitions(session);
  bash.registerTransformPlugin({ name: 'quoted-backslashes', transform: ({ ast }) => ({ ast: keepQuotedBackslashes(ast) }) });
  return session;
}

function commandsOf(workstation: Workstation, session: () => Session): CustomCommand[] {
  const notices = shellNotices(workstation.texts.language);
  const carry = defineCommand(carryCommand, async (args) => {
    session().report = readCarryReport(args);
    return { stdout: '', stderr: '', exitCode: 0 };
  });
  const history = defineCommand('history', async () => ({
    stdout: session()
      .lines.map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`)
      .join(''),
    stderr: '',
    exitCode: 0,
  }));
  const unavailable = unavailablePrograms.map((name) =>
    defineCommand(name, async () => ({ stdout: '', stderr: `bash: ${name}: ${notices.notAvailable}\n`, exitCode: 127 })),
  );
  return [
    ...unavailable,
    ocCommand(workstation),
    ...containerCommands(workstation),
    ...editorCommands(workstation),
    ...lateCommands(workstation),
    carry,
    history,
  ];
}

function watchDefinitions(session: Session): void {
  session.bash.registerTransformPlugin({
    name: 'carry-over',
    transform({ ast }) {
      if (!session.atTopLevel) return { ast };
      session.atTopLevel = false;
      session.defined = definedFunctions(ast);
      session.line.output.setDirect(printsDirectly(ast, environment(session.bash)));
      return { ast: { ...ast, statements: [...ast.statements, ...carryStatement()] } };
    },
  });
}

function shellOf(session: Session): Shell {
  const { bash, options, client } = session;
  const absolute = (path: string) => bash.fs.resolvePath(home, path.replace(/^~\//, ''));
  const readFile = async (path: string) => ((await bash.fs.exists(absolute(path))) ? bash.fs.readFile(absolute(path)) : undefined);
  return {
    run: (line, runOptions = {}) => runLine(session, line, runOptions),
    isComplete: isCompleteCommand,
    // Tab offers nothing where something fails, be it that its code does not come; the next Tab asks again.
    complete: (line, cursor) =>
      import('./completion.ts')
        .then(({ completeLine }) =>
          completeLine(line, cursor, {
            fs: bash.fs,
            cwd: currentFolder(bash),
            env: environment(bash),
            functions: functionNames(bash),
            completeOc: (words) =>
              client.complete(
                words,
                ocHost(session.workstation, { fs: bash.fs, cwd: currentFolder(bash), env: Object.fromEntries(environment(bash)), stdin: () => '' }),
              ),
          }),
        )
        .catch(() => ({ from: cursor, candidates: [] })),
    prompt: () => session.prompt,
    readFile,
    writeFile: (path, text) => writeBelow(bash.fs, home, path, text),
    listFiles: async () => (await filesBelow(bash.fs, home)).map((path) => path.slice(home.length + 1)),
    fork: async (simulation) => {
      const copy = newSession({ ...options, simulation }, client);
      for (const path of await filesBelow(bash.fs, '')) if (!isSystemPath(path)) await writeBelow(copy.bash.fs, '/', path, await bash.fs.readFile(path));
      copyState(bash, copy.bash);
      Object.assign(copy, { lines: [...session.lines], prompt: session.prompt });
      return shellOf(copy);
    },
  };
}

const isSystemPath = (path: string) => /^\/(bin|usr|dev|proc|sys)\//.test(path);

async function runLine(session: Session, text: string, runOptions: RunOptions): Promise<ShellResult> {
  const { simulation, texts } = session.options;
  const notices = shellNotices(texts.language);
  const started = simulation.clock.now();
  session.line = startLine(simulation, runOptions, notices);
  const result = await execute(session, text, runOptions).catch(asFailure);
  if (runOptions.as === undefined) session.lines.push(text);
  const trouble = settleAfter(simulation, started, notices);
  session.prompt = await session.client.prompt(await readKubeconfig(session));
  return session.line.output.finish(inBashWords({ ...result, stderr: result.stderr + trouble }, session.line.stopped(), notices));
}

const interrupted = 130;

const asFailure = (error: unknown): ShellResult => ({ stdout: '', stderr: `bash: ${error instanceof Error ? error.message : String(error)}\n`, exitCode: 1 });

async function execute(session: Session, text: string, { stdin, as }: RunOptions): Promise<ShellResult> {
  const { bash, line } = session;
  const refused = refusedLine(text, shellNotices(session.workstation.texts.language));
  if (refused) return refused;
  const common = { rawScript: true, signal: line.signal, ...(stdin !== undefined && { stdin }) };
  if (as !== undefined) {
    const KUBECONFIG = await kubeconfigOf(session, as);
    return withExported(bash, 'KUBECONFIG', () => bash.exec(text, { ...common, env: { KUBECONFIG } }));
  }
  Object.assign(session, { atTopLevel: true, report: undefined, defined: new Map() });
  const { stdout, stderr, exitCode: last, env } = await bash.exec(text, common);
  const exitCode = line.stopped() === '' ? interrupted : session.report ? (session.report as CarryReport).exitCode : last;
  carryOver(bash, env, exitCode, new Map([...(await sourcedFunctions(session, text)), ...session.defined]), session.report);
  return { stdout, stderr, exitCode };
}

/** Functions of files that the line sourced: the plugin does not see them. */
async function sourcedFunctions({ bash, defined, report }: Session, text: string): Promise<ReadonlyMap<string, unknown>> {
  const missing = unexplainedFunctions(bash, defined, report);
  if (missing.length === 0) return new Map();
  const paths = sourcedFiles(text).map((file) => bash.fs.resolvePath(currentFolder(bash), file.replace(/^~\//, `${home}/`)));
  const texts = await Promise.all(paths.map(async (path) => ((await bash.fs.exists(path)) ? bash.fs.readFile(path) : '')));
  return new Map(texts.flatMap((script) => [...functionsOfText(script)]).filter(([name]) => missing.includes(name)));
}

/** Another user's kubeconfig, out of the learner's sight. */
async function kubeconfigOf({ bash, client, options }: Session, user: string): Promise<string> {
  const path = `/var/lib/users/${user}/.kube/config`;
  if (!(await bash.fs.exists(path))) await writeBelow(bash.fs, '/', path, client.login(user, options.simulation));
  return path;
}

async function readKubeconfig({ bash }: Session): Promise<string | undefined> {
  const path = environment(bash).get('KUBECONFIG')?.split(':')[0] || `${home}/.kube/config`;
  const target = bash.fs.resolvePath(currentFolder(bash), path);
  return (await bash.fs.exists(target)) ? bash.fs.readFile(target) : undefined;
}
