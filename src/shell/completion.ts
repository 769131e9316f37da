import type { IFileSystem } from 'just-bash';
import type { OcHost } from '../oc/host.ts';

/** What Tab offers for the words after `oc`, the last of which is being typed. */
export type CompleteOc = (words: readonly string[], host: OcHost) => Promise<readonly string[]> | readonly string[];

export interface CompletionSite {
  readonly fs: IFileSystem;
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly functions: readonly string[];
  completeOc(words: readonly string[]): Promise<readonly string[]> | readonly string[];
}

export interface Completion {
  readonly from: number;
  readonly candidates: readonly string[];
}

/** What Tab offers at `cursor`: a command's name, an argument of `oc`, a variable, or a file. */
export async function completeLine(line: string, cursor: number, site: CompletionSite): Promise<Completion> {
  const typed = wordsOf(line.slice(0, cursor));
  const word = typed.at(-1) ?? { text: '', start: cursor };
  const words = typed.map(({ text }) => text);
  const commandAt = words.findIndex((text) => !/^\w+=/.test(text));
  const { start, text } = word;
  if (/^\$\w*$/.test(text))
    return offer(
      start,
      text,
      [...site.env.keys()].filter((name) => /^\w+$/.test(name)).map((name) => `$${name}`),
    );
  if (commandAt === typed.length - 1 || commandAt < 0) return text.includes('/') ? completeFile(word, site) : offer(start, text, commandNames(site));
  const previous = words.at(-2) ?? '';
  if (words[commandAt] !== 'oc' || isRedirection(previous)) return completeFile(word, site);
  const candidates = await site.completeOc(words.slice(commandAt + 1));
  return candidates.length > 0 ? offer(start, text, candidates) : completeFile(word, site);
}

interface Word {
  readonly text: string;
  readonly start: number;
}

const isRedirection = (word: string) => /^\d*(>>?|<)$/.test(word);

/** The words of the command that is being typed, quotes undone; the last may be empty. Pipes, `;` and `$(` start a new one. */
function wordsOf(text: string): readonly Word[] {
  let words: Word[] = [];
  let word: Word | undefined;
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    const grow = (more: string) => {
      word = { text: (word?.text ?? '') + more, start: word?.start ?? index };
    };
    if (quote) {
      if (character === quote) quote = '';
      else grow(character);
    } else if (character === '"' || character === "'") {
      quote = character;
      grow('');
    } else if (character === '\\' && index + 1 < text.length) {
      grow(text[index + 1] as string);
      index += 1;
    } else if (/\s/.test(character)) {
      if (word) words.push(word);
      word = undefined;
    } else if (/[|;&(`\n]/.test(character)) {
      words = [];
      word = undefined;
    } else if (/[<>]/.test(character)) {
      words.push({ text: character, start: index });
      word = undefined;
    } else grow(character);
  }
  return [...words, word ?? { text: '', start: text.length }];
}

function offer(from: number, typed: string, candidates: readonly string[]): Completion {
  return { from, candidates: [...new Set(candidates)].filter((candidate) => candidate.startsWith(typed)).sort() };
}

// the programs that people type here; the rest of the bundled ones still run
const offered = [
  ...[
    'alias',
    'awk',
    'base64',
    'basename',
    'bash',
    'cat',
    'cd',
    'clear',
    'cp',
    'cut',
    'date',
    'diff',
    'dirname',
    'echo',
    'env',
    'exit',
    'export',
    'find',
    'grep',
    'head',
    'help',
    'history',
  ],
  ...[
    'jq',
    'less',
    'ln',
    'ls',
    'mkdir',
    'mv',
    'oc',
    'printf',
    'pwd',
    'rm',
    'sed',
    'seq',
    'sleep',
    'sort',
    'source',
    'tail',
    'tee',
    'test',
    'time',
    'timeout',
    'touch',
    'tr',
    'type',
    'unset',
  ],
  ...['uniq', 'vi', 'watch', 'wc', 'which', 'xargs', 'yq', 'for', 'while', 'if', 'do', 'done', 'then', 'else', 'fi'],
];

function commandNames({ env, functions }: CompletionSite): readonly string[] {
  const aliases = [...env.keys()].flatMap((name) => /^BASH_ALIAS_(.+)$/.exec(name)?.[1] ?? []);
  return [...offered, ...functions, ...aliases];
}

async function completeFile({ text, start }: Word, { fs, cwd, env }: CompletionSite): Promise<Completion> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(text) ?? [];
  const target = fs.resolvePath(cwd, folder.replace(/^~\//, `${env.get('HOME') ?? ''}/`) || '.');
  if (!(await fs.exists(target)) || !(await fs.stat(target)).isDirectory) return { from: start, candidates: [] };
  const names = (await fs.readdir(target)).filter((entry) => entry.startsWith(name) && (name.startsWith('.') || !entry.startsWith('.')));
  const shown = names.map(async (entry) => `${folder}${entry}${(await fs.stat(fs.resolvePath(target, entry))).isDirectory ? '/' : ''}`);
  return { from: start, candidates: (await Promise.all(shown)).sort() };
}
