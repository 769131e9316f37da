import { parseTranscript } from '../../src/guides/transcript.ts';

/** The words of a command line as its form needs them: continued lines joined, quotes taken off, operators on their own. */
export function wordsOf(command: string): readonly string[] {
  const joined = command.replace(/\\\n\s*/g, ' ').replace(/(\|\||&&|[|;])/g, ' $1 ');
  return [...joined.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) => word.replace(/^(['"])(.*)\1$/, '$2'));
}

/**
 * Is `command` of this form? The form's words stand in it in the same order, `<name>` for any word; its flags stand anywhere,
 * with that value where the form gives one (`--for=pull` is also `--for pull`). `<nothing>` at its end: nothing else stands there.
 */
export function hasForm(command: string, form: string): boolean {
  const words = wordsOf(command);
  const wanted = wordsOf(form).filter((word) => word !== nothing);
  if (form.endsWith(nothing) && words.length !== wanted.length) return false;
  return wanted.filter(isFlag).every((flag) => hasFlag(words, flag)) && isSubsequence(wanted.filter(isWord), words.filter(isWord));
}

/** A command and the names of its flags. */
export interface Shape {
  /** `oc set triggers` */
  readonly path: string;
  readonly flags: readonly string[];
}

/** The shapes of the commands of a line that a learner of image streams types: those of `oc`, podman and docker. */
export function shapesOf(line: string): readonly Shape[] {
  return splitAt(wordsOf(line), /^(?:\|\|?|&&|;|<)$/)
    .map((words) => (words[0] === 'timeout' ? words.slice(2) : words))
    .filter(([program = '']) => ['oc', 'podman', 'docker'].includes(program))
    .map((words) => splitAt(words, /^--$/)[0] ?? [])
    .map((words) => ({ path: pathOf(words).join(' '), flags: [...new Set(words.filter(isFlag).map((flag) => flag.replace(/=.*$/, '')))].sort() }));
}

/** Is whoever typed `typed` practised in `recorded`: the same command, with its flags at least? */
export const practises = (typed: Shape, recorded: Shape): boolean => typed.path === recorded.path && recorded.flags.every((flag) => typed.flags.includes(flag));

function splitAt(words: readonly string[], separator: RegExp): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (separator.test(word)) parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return parts;
}

/** The commands of a console block. */
export const commandsOf = (text: string): readonly string[] => parseTranscript(text).map(({ command }) => command);

const nothing = '<nothing>';
const isFlag = (word: string) => /^--?[a-z]/i.test(word);
const isWord = (word: string) => !isFlag(word);

function hasFlag(words: readonly string[], wanted: string): boolean {
  const [name, value] = wanted.split('=');
  return words.some((word, index) => word === wanted || (value === undefined ? word.split('=')[0] === name : word === name && words[index + 1] === value));
}

function isSubsequence(wanted: readonly string[], words: readonly string[]): boolean {
  let next = 0;
  for (const word of wanted) {
    const found = words.findIndex((candidate, index) => index >= next && (word.startsWith('<') ? !/^[|;&]/.test(candidate) : candidate === word));
    if (found < 0) return false;
    next = found + 1;
  }
  return wanted[0] === undefined || wanted[0].startsWith('<') || words[0] === wanted[0];
}

const groups = new Set(['adm', 'auth', 'config', 'create', 'image', 'policy', 'registry', 'rollout', 'secrets', 'set']);

/** `oc set triggers`, `podman push`: the words that name the command, without its arguments. */
function pathOf(words: readonly string[]): readonly string[] {
  const [program = '', verb = '', noun = ''] = words;
  if (isFlag(verb)) return [program];
  return groups.has(verb) && !isFlag(noun) ? [program, verb, noun] : [program, verb];
}
