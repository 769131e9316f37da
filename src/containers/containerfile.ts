import { own } from '../api/own.ts';
import { ToolError } from './program.ts';

/** One instruction of a Containerfile, continued lines joined. */
export interface Instruction {
  /** In capitals. */
  readonly word: string;
  readonly rest: string;
  /** As it is shown: `LABEL version=1.0`. */
  readonly text: string;
}

/** From one FROM to the next. */
export interface Stage {
  readonly from: string;
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

export interface Containerfile {
  /** ARG before the first FROM. */
  readonly args: readonly Instruction[];
  readonly stages: readonly Stage[];
}

const known = new Set('ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '));

/** Takes a Containerfile apart. Throws what the parser says of one that is none. */
export function parseContainerfile(text: string): Containerfile {
  const args: Instruction[] = [];
  const stages: { from: string; name: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    const stage = stages.at(-1);
    if (instruction.word === 'FROM') {
      const [from = '', as, name = ''] = instruction.rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      stages.push({ from, name: as?.toUpperCase() === 'AS' ? name : '', instructions: [] });
    } else if (stage) stage.instructions.push(instruction);
    else if (instruction.word === 'ARG') args.push(instruction);
    else throw new ToolError(`no FROM statement found`);
  }
  if (stages.length === 0) throw new ToolError('no FROM statement found');
  return { args, stages };
}

function instructionsOf(text: string): readonly Instruction[] {
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  const joined = lines.join('\n').replace(/\\[ \t]*\n/g, ' ');
  return joined
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(instructionOf);
}

function instructionOf(line: string): Instruction {
  const [typed = ''] = line.split(/\s/, 1);
  const word = typed.toUpperCase();
  if (!known.has(word)) throw new ToolError(`building: Build error: Unknown instruction: "${word}"`);
  const rest = line.slice(typed.length).trim();
  if (rest === '') throw new ToolError(`building: ${word} requires at least one argument`);
  return { word, rest, text: `${word} ${rest}` };
}

/** Replaces `$name`, `${name}`, `${name:-default}` and `${name:+value}`. */
export const expand = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\\\$|\$(?:\{(\w+)(?::([-+])([^}]*))?\}|(\w+))/g, (whole, braced?: string, sign?: string, word = '', bare?: string) => {
    if (whole === '\\$') return '$';
    const value = own(values, braced ?? bare ?? '') ?? '';
    if (sign === '-') return value || word;
    if (sign === '+') return value && word;
    return value;
  });

/** `a=b "c d"=e f` as pairs; the older form `name value` as one. */
export function parsePairs(rest: string): readonly (readonly [string, string])[] {
  const words = splitWords(rest);
  if (!words[0]?.includes('=')) return [[words[0] ?? '', rest.slice((words[0] ?? '').length).trim()]];
  return words.map((word) => {
    const at = word.indexOf('=');
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
  });
}

/** Words parted by blanks; quotes hold them together. */
export function splitWords(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^\s"']|"(?:\\.|[^"\\])*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"((?:\\.|[^"])*)"|'([^']*)'/g, (_, double?: string, single?: string) => double?.replace(/\\(.)/g, '$1') ?? single ?? ''),
  );
}

/** A command in exec form (`["a", "b"]`), or in the shell's. */
export function parseCommand(rest: string): readonly string[] {
  if (rest.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(rest);
      if (Array.isArray(parsed) && parsed.every((part) => typeof part === 'string')) return parsed;
    } catch {
      // not JSON: the shell form
    }
  }
  return ['/bin/sh', '-c', rest];
}
