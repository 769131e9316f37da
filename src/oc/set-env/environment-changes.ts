import type { KubeObject } from '../../api/meta.ts';
import type { EnvVar } from '../../api/pod.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { referenceText, resolvedValue } from './environment-from.ts';

/** Variables to set, and names to take away. */
export interface EnvironmentChanges {
  readonly set: readonly EnvVar[];
  readonly remove: readonly string[];
}

/** `NAME=value`, `NAME-`, and `-` for a list on standard input (oc pkg/helpers/env ParseEnv). */
export function environmentChanges(typed: readonly string[], stdin: string, from: readonly EnvVar[] = [], what = 'environment variable'): EnvironmentChanges {
  const set: EnvVar[] = [];
  const named = new Set<string>();
  const remove: string[] = [];
  for (const text of typed) {
    if (text === '-') set.push(...variablesIn(stdin));
    else if (text.includes('=')) {
      const variable = variableOf(text);
      const problems = nameProblems(variable.name);
      if (problems.length > 0) throw new OcError(`${what} ${text} is invalid, ${problems.join('; ')}`);
      named.add(variable.name);
      set.push(variable);
    } else if (text.endsWith('-')) remove.push(text.slice(0, -1));
    else throw new OcError(`${what}s must be of the form key=value, but is ${goQuote(text)}`);
  }
  if (remove.some((name) => named.has(name))) throw new OcError(`can not both modify and remove the same ${what} in the same command`);
  return { set: [...set, ...from], remove };
}

/** Lines of a list; what follows a `#` does not count (readEnv). */
function variablesIn(list: string): readonly EnvVar[] {
  const lines = list.split('\n').map((line) => line.replace(/\r$/, '').replace(/#.*$/, ''));
  return lines.filter((line) => line.includes('=')).map(variableOf);
}

function variableOf(text: string): EnvVar {
  const at = text.indexOf('=');
  return { name: text.slice(0, at), ...(text.length > at + 1 && { value: text.slice(at + 1) }) };
}

const nameRule =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit " +
  "(e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";

// apimachinery pkg/util/validation IsEnvVarName
function nameProblems(name: string): readonly string[] {
  return [...(/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) ? [] : [nameRule]), ...pathProblems(name)];
}

function pathProblems(name: string): readonly string[] {
  if (name === '.') return ["must not be '.'"];
  if (name === '..') return ["must not be '..'"];
  return name.startsWith('..') ? ["must not start with '..'"] : [];
}

/** The variables after the changes; new ones come last (updateEnv). */
export function withChanges(existing: readonly EnvVar[], { set, remove }: EnvironmentChanges): readonly EnvVar[] {
  const kept = existing.filter(({ name }) => !remove.includes(name)).map((old) => set.findLast(({ name }) => name === old.name) ?? old);
  const added = set.filter(({ name }, index) => !existing.some((old) => old.name === name) && set.findLastIndex((each) => each.name === name) === index);
  return [...kept, ...added];
}

/** Prints the variables as `--list` shows them; false where one could not be resolved. */
export function printList(oc: OcContext, object: KubeObject, env: readonly EnvVar[], resolve: boolean): boolean {
  const failed = new Map<string, string[]>();
  for (const { name, value = '', valueFrom } of env) {
    const line = () => {
      if (!valueFrom) return `${name}=${value}\n`;
      if (!resolve) return `# ${name} from ${referenceText(valueFrom)}\n`;
      try {
        return `${name}=${resolvedValue(oc, object, valueFrom)}\n`;
      } catch (error) {
        const reason = (error as Error).message;
        failed.set(reason, [...(failed.get(reason) ?? []), name]);
        return `# ${name} from ${referenceText(valueFrom)}\n`;
      }
    };
    oc.out(line());
  }
  const lines = [...failed].map(([reason, names]) => `error retrieving reference for ${[...names].sort().join(', ')}: ${reason}\n`);
  for (const line of lines.sort()) oc.err(line);
  return failed.size === 0;
}
