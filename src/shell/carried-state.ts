import { type Bash, parse } from 'just-bash';

type Script = ReturnType<typeof parse>;
type FunctionNode = { readonly type: 'FunctionDef'; readonly name: string };
type ArrayValue = { kind: 'indexed' | 'associative'; elements: Map<string, string> };

/** The part of just-bash's own state that a session must keep. Its fields are private there: the version is pinned, and tests hold them in place. */
interface BashState {
  env: Map<string, string>;
  arrays: Map<string, ArrayValue>;
  associativeArrays?: Set<string>;
  cwd: string;
  previousDir: string;
  functions: Map<string, unknown>;
  lastExitCode: number;
  options: Record<string, boolean>;
  readonly shoptOptions: Record<string, boolean>;
  exportedVars: Set<string>;
}

const stateOf = (bash: Bash) => (bash as unknown as { state: BashState }).state;

/** What one line left behind, as `carryStatement` reports it. */
export interface CarryReport {
  readonly exitCode: number;
  readonly functions: readonly string[];
  readonly arrays: readonly string[];
}

/** The command that a line ends with, unseen: it tells what is defined by then. Each `exec` of just-bash starts afresh otherwise. */
export const carryCommand = '__carry';

/** The statement that calls `carryCommand`. */
export const carryStatement = () => parse(`${carryCommand} "$?" "$(declare -F)" "$(declare -a)" "$(declare -A)"`).statements;

/** Reads the arguments of `carryCommand`. */
export function readCarryReport([exitCode = '0', functions = '', indexed = '', associative = '']: readonly string[]): CarryReport {
  return {
    exitCode: Number(exitCode),
    functions: functions.split('\n').flatMap((line) => /^declare -f (\S+)/.exec(line)?.[1] ?? []),
    arrays: [indexed, associative].flatMap((text) => text.split(/\n(?=declare -)/)).filter((text) => text !== '' && !text.includes(' PIPESTATUS=')),
  };
}

/** Puts what a line left behind into `bash`, where the next line finds it. */
export function carryOver(
  bash: Bash,
  env: Readonly<Record<string, string>>,
  exitCode: number,
  defined: ReadonlyMap<string, unknown>,
  report: CarryReport | undefined,
): void {
  const state = stateOf(bash);
  state.env = new Map(Object.entries(env));
  state.cwd = env.PWD ?? state.cwd;
  state.previousDir = env.OLDPWD ?? state.previousDir;
  state.lastExitCode = exitCode;
  for (const [name, node] of defined) state.functions.set(name, node);
  keepOptions(state, env.SHELLOPTS ?? '');
  if (!report) return;
  for (const name of state.functions.keys()) if (!report.functions.includes(name)) state.functions.delete(name);
  state.arrays = new Map(report.arrays.flatMap(readArray));
  state.associativeArrays = new Set([...state.arrays].filter(([, { kind }]) => kind === 'associative').map(([name]) => name));
}

/** A second shell's state, equal to the first's and free to go another way. */
export function copyState(from: Bash, to: Bash): void {
  const { env, arrays, associativeArrays, cwd, previousDir, functions, lastExitCode, options, shoptOptions, exportedVars } = stateOf(from);
  const target = stateOf(to);
  target.env = new Map(env);
  target.arrays = structuredClone(arrays);
  target.associativeArrays = new Set(associativeArrays);
  target.functions = new Map(functions);
  target.options = { ...options };
  target.exportedVars = new Set(exportedVars);
  Object.assign(target.shoptOptions, shoptOptions);
  Object.assign(target, { cwd, previousDir, lastExitCode });
}

/** Where the shell is, and what is set in it. */
export const currentFolder = (bash: Bash): string => stateOf(bash).cwd;
export const environment = (bash: Bash): ReadonlyMap<string, string> => stateOf(bash).env;
export const functionNames = (bash: Bash): readonly string[] => [...stateOf(bash).functions.keys()];

/** Interactive shells expand aliases. */
export function makeInteractive(bash: Bash): void {
  stateOf(bash).shoptOptions.expand_aliases = true;
}

/** Runs `work` with a variable exported that was not. */
export async function withExported<T>(bash: Bash, name: string, work: () => Promise<T>): Promise<T> {
  const { exportedVars } = stateOf(bash);
  const was = exportedVars.has(name);
  exportedVars.add(name);
  try {
    return await work();
  } finally {
    if (!was) exportedVars.delete(name);
  }
}

/** Names that `report` tells of and nothing in `bash` or `defined` explains: functions of a file that was sourced. */
export const unexplainedFunctions = (bash: Bash, defined: ReadonlyMap<string, unknown>, report: CarryReport | undefined): readonly string[] =>
  report?.functions.filter((name) => !defined.has(name) && !stateOf(bash).functions.has(name)) ?? [];

/** The files that a line sources, as they are written in it. */
export const sourcedFiles = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|[;&|\s])(?:source|\.)\s+(?:'([^']+)'|"([^"]+)"|([^\s;&|]+))/g)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');

/** Functions in the text of a script; none where it is not one. */
export function functionsOfText(text: string): ReadonlyMap<string, unknown> {
  try {
    return definedFunctions(parse(text));
  } catch {
    return new Map();
  }
}

/** Functions that a script defines outside subshells and pipelines, by name. */
export function definedFunctions(script: Script): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as { type?: string };
    if (type === 'FunctionDef') found.set((node as FunctionNode).name, node);
    if (type === 'FunctionDef' || type === 'Subshell' || type === 'Word') return;
    if (type === 'Pipeline' && (node as { commands: readonly unknown[] }).commands.length > 1) return;
    Object.values(node).forEach(visit);
  };
  visit(script.statements);
  return found;
}

// errexit would end the session at the first failing line, so it is not carried
function keepOptions(state: BashState, shellOptions: string): void {
  const names = shellOptions.split(':');
  const carried = ['pipefail', 'nounset', 'xtrace', 'verbose', 'allexport', 'noclobber', 'noglob'];
  state.options = { ...state.options, ...Object.fromEntries(carried.map((name) => [name, names.includes(name)])) };
}

/** `declare -a arr=([0]="a" [1]="b c")`, as just-bash prints it. */
function readArray(text: string): readonly (readonly [string, ArrayValue])[] {
  const [, flag, name, body] = /^declare -([aA])\S* (\w+)=\(([\s\S]*)\)$/.exec(text.trimEnd()) ?? [];
  if (!name || body === undefined) return [];
  const entries = [...body.matchAll(/\[(?:'((?:[^']|'\\'')*)'|([^\]]*))\]=(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^']|'\\'')*)'|(\S*))/g)];
  const elements = new Map(
    entries.map(([, quotedKey, key, double, single, bare]) => [
      unquote(quotedKey) ?? key ?? '',
      double?.replace(/\\([\s\S])/g, '$1') ?? unquote(single) ?? bare ?? '',
    ]),
  );
  return [[name, { kind: flag === 'A' ? 'associative' : 'indexed', elements }]];
}

const unquote = (text: string | undefined) => text?.replaceAll("'\\''", "'");
