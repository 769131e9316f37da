import type { EnvVar } from '../../api/pod.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { OcHost } from '../host.ts';

/** Names and values of environment variables, or of template parameters. */
export type Environment = ReadonlyMap<string, string>;

/** A typed `NAME=value`? (oc pkg/helpers/env IsEnvironmentArgument) */
export const isEnvironmentArgument = (text: string): boolean => /^.+=.*$/s.test(text);

/** Sorted by name, as containers carry them. */
export const environmentList = (environment: Environment): readonly EnvVar[] =>
  [...environment].map(([name, value]) => ({ name, ...(value !== '' && { value }) })).sort((a, b) => (a.name < b.name ? -1 : 1));

export interface EnvironmentSource {
  readonly typed: readonly string[];
  readonly files: readonly string[];
  /** How warnings name what is set: `Environment variable`. */
  readonly what: string;
}

/** What was typed, then what files add to it (oc pkg/helpers/newapp/app/env.go ParseAndCombineEnvironment). */
export async function combineEnvironment({ typed, files, what }: EnvironmentSource, host: OcHost, warn: (text: string) => void): Promise<Environment> {
  const all = new Map<string, string>();
  for (const text of typed) {
    const [name, value] = parseAssignment(text);
    if (all.has(name)) warn(`warning: ${what} ${goQuote(name)} was overwritten\n`);
    else all.set(name, value);
  }
  for (const file of files) {
    for (const [name, value] of await readEnvironmentFile(file, host)) {
      if (all.has(name)) warn(`warning: ${what} ${goQuote(name)} already defined, ignoring value from file ${goQuote(file)}\n`);
      else all.set(name, value);
    }
  }
  return all;
}

const variableName = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const nameProblem =
  "[a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit " +
  "(e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')]";

function parseAssignment(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const problem = variableName.test(name) ? '[]' : nameProblem;
  if (at < 0 || problem !== '[]') throw new OcError(`invalid parameter assignment in ${goQuote(text)}, ${problem}`);
  return [name, text.slice(at + 1)];
}

async function readEnvironmentFile(file: string, host: OcHost): Promise<readonly (readonly [string, string])[]> {
  if (file !== '-' && !(await host.files.exists(file))) throw new OcError(`Cannot stat ${goQuote(file)}: stat ${file}: no such file or directory`);
  if (file !== '-' && (await host.files.isDirectory(file))) throw new OcError(`Cannot read variables from ${goQuote(file)}: is a directory`);
  const text = file === '-' ? host.stdin : await host.files.read(file);
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines.map((line) => parseLine(line, file === '-' ? 'stdin' : file));
}

function parseLine(line: string, file: string): readonly [string, string] {
  const match = /^\s*(?:export\s+)?([^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line);
  if (!match) throw new OcError(`Cannot read variables from file ${goQuote(file)}: Can't separate key from value`);
  const [, name = '', raw = ''] = match;
  if (!variableName.test(name)) throw new OcError(`invalid parameter assignment in ${name}=${raw}`);
  return [name, unquote(raw)];
}

function unquote(raw: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(raw);
  if (!quoted) return raw.replace(/\s+#.*$/, '');
  return (quoted[2] ?? '').replace(/\\(.)/g, (_all, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter));
}
