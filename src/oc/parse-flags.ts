import type { FlagSpec, FlagTable } from './flags.ts';
import { parseValue } from './parse-value.ts';

/** A flag that is unknown, lacks its argument or got a wrong one; `See 'oc … --help' for usage.` follows it. */
export class FlagError extends Error {}

/** Stops at the first flag that real `oc` has but that is not simulated. */
export class UnmodelledFlag extends Error {
  readonly flag: string;
  constructor(flag: string) {
    super(flag);
    this.flag = flag;
  }
}

/** Flags by name and by shorthand. */
export interface FlagIndex {
  readonly byName: ReadonlyMap<string, FlagSpec>;
  readonly byShorthand: ReadonlyMap<string, string>;
  /** Names in `byName` whose meaning is not simulated. */
  readonly unmodelled: ReadonlySet<string>;
}

export interface ParsedFlags {
  readonly values: Readonly<Record<string, unknown>>;
  readonly changed: ReadonlySet<string>;
  readonly args: readonly string[];
  /** Index into `args` at which `--` stood, or -1. */
  readonly dashAt: number;
  /** Every flag as it was given, in order. */
  readonly typed: readonly { readonly name: string; readonly text: string }[];
  /** Lines about deprecated flags, for standard error. */
  readonly notes: readonly string[];
}

/** pflag's FlagSet, made once for a command. Later tables win. */
export function indexFlags(tables: readonly FlagTable[], unmodelled: ReadonlySet<string> = new Set()): FlagIndex {
  const byName = new Map<string, FlagSpec>();
  const byShorthand = new Map<string, string>();
  for (const table of tables) {
    for (const [name, spec] of Object.entries(table)) {
      byName.set(name, spec);
      if (spec.shorthand !== undefined) byShorthand.set(spec.shorthand, name);
    }
  }
  return { byName, byShorthand, unmodelled };
}

/** Parses arguments as pflag does, flags and arguments mixed (spf13/pflag flag.go parseArgs). */
export function parseFlags(index: FlagIndex, argv: readonly string[]): ParsedFlags {
  const state = new State(index);
  const rest = [...argv];
  while (rest.length > 0) {
    const word = rest.shift() as string;
    if (word === '--') {
      state.dashAt = state.args.length;
      state.args.push(...rest);
      break;
    }
    if (word.startsWith('--')) parseLong(state, word, rest);
    else if (word.startsWith('-') && word.length > 1) parseShort(state, word, rest);
    else state.args.push(word);
  }
  return state.result();
}

class State {
  readonly index: FlagIndex;
  readonly values = new Map<string, unknown>();
  readonly args: string[] = [];
  readonly notes: string[] = [];
  readonly typed: { readonly name: string; readonly text: string }[] = [];
  dashAt = -1;

  constructor(index: FlagIndex) {
    this.index = index;
  }

  set(name: string, spec: FlagSpec, text: string): void {
    if (this.index.unmodelled.has(name)) throw new UnmodelledFlag(name);
    try {
      this.values.set(name, parseValue(spec, text, this.values.get(name)));
      this.typed.push({ name, text });
    } catch (error) {
      const shown = spec.shorthand === undefined ? `--${name}` : `-${spec.shorthand}, --${name}`;
      throw new FlagError(`invalid argument ${JSON.stringify(text)} for "${shown}" flag: ${(error as Error).message}`);
    }
    if (spec.deprecated !== undefined) this.notes.push(`Flag --${name} has been deprecated, ${spec.deprecated}\n`);
  }

  result(): ParsedFlags {
    const { index, values, args, dashAt, notes, typed } = this;
    const all: Record<string, unknown> = {};
    for (const [name, spec] of index.byName) all[name] = values.has(name) ? values.get(name) : spec.default;
    return { values: all, changed: new Set(values.keys()), args, dashAt, notes, typed };
  }
}

function parseLong(state: State, word: string, rest: string[]): void {
  const body = word.slice(2);
  if (body === '' || body.startsWith('-') || body.startsWith('=')) throw new FlagError(`bad flag syntax: ${word}`);
  const at = body.indexOf('=');
  const name = at < 0 ? body : body.slice(0, at);
  const spec = state.index.byName.get(name);
  if (!spec) throw new FlagError(`unknown flag: --${name}`);
  const value = at >= 0 ? body.slice(at + 1) : (spec.noOptDefault ?? rest.shift());
  if (value === undefined) throw new FlagError(`flag needs an argument: --${name}`);
  state.set(name, spec, value);
}

function parseShort(state: State, word: string, rest: string[]): void {
  let letters = word.slice(1);
  while (letters !== '') {
    const letter = letters.charAt(0);
    const name = state.index.byShorthand.get(letter);
    const spec = name === undefined ? undefined : state.index.byName.get(name);
    if (name === undefined || !spec) throw new FlagError(`unknown shorthand flag: '${letter}' in -${letters}`);
    if (spec.shorthandDeprecated !== undefined) state.notes.push(`Flag shorthand -${letter} has been deprecated, ${spec.shorthandDeprecated}\n`);
    const hasValue = (letters.length > 2 && letters[1] === '=') || spec.noOptDefault === undefined;
    state.set(name, spec, hasValue ? shortArgument(letters, rest) : (spec.noOptDefault ?? ''));
    letters = hasValue ? '' : letters.slice(1);
  }
}

function shortArgument(letters: string, rest: string[]): string {
  if (letters.length > 2 && letters[1] === '=') return letters.slice(2);
  if (letters.length > 1) return letters.slice(1);
  const next = rest.shift();
  if (next === undefined) throw new FlagError(`flag needs an argument: '${letters}' in -${letters}`);
  return next;
}
