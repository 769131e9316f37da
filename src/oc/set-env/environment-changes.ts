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
export function environmentChanges(typed: readonly string[], stdin: string, from: readonly EnvVar[]): EnvironmentChanges {
  const set: EnvVar[] = [];
  const remove: string[] = [];
  const lines = typed.flatMap((text) => (text === '-' ? stdin.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')) : [text]));
  for (const text of lines) {
    const at = text.indexOf('=');
    const name = at < 0 ? text.replace(/-$/, '') : text.slice(0, at);
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) throw new OcError(`invalid environment variable name: ${goQuote(name)}`);
    if (at >= 0) set.push({ name, ...(text.length > at + 1 && { value: text.slice(at + 1) }) });
    else if (text.endsWith('-')) remove.push(name);
    else throw new OcError(`unknown environment variable: ${text}`);
  }
  const both = remove.find((name) => set.some((variable) => variable.name === name));
  if (both !== undefined) throw new OcError('can not both modify and remove an environment variable in the same command');
  return { set: [...set, ...from], remove };
}

/** The variables after the changes; new ones come last (updateEnv). */
export function withChanges(existing: readonly EnvVar[], { set, remove }: EnvironmentChanges): readonly EnvVar[] {
  const kept = existing.filter(({ name }) => !remove.includes(name)).map((old) => set.findLast(({ name }) => name === old.name) ?? old);
  const added = set.filter(({ name }, index) => !existing.some((old) => old.name === name) && set.findLastIndex((each) => each.name === name) === index);
  return [...kept, ...added];
}

/** The variables as `--list` shows them. */
export function listText(oc: OcContext, env: readonly EnvVar[], resolve: boolean): string {
  return env
    .map(({ name, value = '', valueFrom }) => {
      if (!valueFrom) return `${name}=${value}\n`;
      const resolved = resolve ? resolvedValue(oc, valueFrom) : undefined;
      return resolved === undefined ? `# ${name} from ${referenceText(valueFrom)}\n` : `${name}=${resolved}\n`;
    })
    .join('');
}
