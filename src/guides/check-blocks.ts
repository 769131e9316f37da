import { type FencedBlock, isConsole } from './fenced-blocks.ts';
import type { GuidePage } from './guide-page.ts';

/** How many of the blocks that could be run or applied are, and how many a `skip` leaves out. */
export interface BlockCount {
  readonly blocks: number;
  readonly skipped: number;
}

/** The most of a course's blocks that may be skipped. */
export const mostSkipped = 0.03;

/** Counts the blocks of these pages that a course is made of: sessions and files. A text that is neither is not counted. */
export function countBlocks(pages: readonly GuidePage[]): BlockCount {
  const blocks = pages.flatMap((page) => page.blocks.filter((block) => isConsole(block) || isFile(block) || block.skip !== undefined));
  return { blocks: blocks.length, skipped: blocks.filter(({ skip }) => skip !== undefined).length };
}

/** A block that is neither run, nor a file that a later command of the page uses, nor skipped with a reason. */
export function checkBlocks({ file, blocks }: GuidePage): readonly string[] {
  return blocks.flatMap((block, index) => {
    const problem = problemOf(block, blocks.slice(index + 1));
    return problem === undefined ? [] : [`${file}:${block.line}: ${problem}`];
  });
}

function problemOf(block: FencedBlock, later: readonly FencedBlock[]): string | undefined {
  if (block.skip !== undefined) return block.skip.trim() === '' ? 'skip="": say why the block is not run' : undefined;
  if (isConsole(block)) return block.exchanges.length === 0 ? 'a console block without a command; begin its commands with "$ "' : undefined;
  if (block.title === undefined) return problemOfUntitled(block);
  const commands = later.filter(isConsole).flatMap(({ skip, exchanges }) => (skip === undefined ? exchanges.map(({ command }) => command) : []));
  return commands.some((command) => uses(command, block.title!)) ? undefined : `no later command names the file ${block.title}`;
}

function problemOfUntitled({ language, text }: FencedBlock): string | undefined {
  if (language !== 'text' && language !== '')
    return `a block of ${language} that nobody applies; give it title="file", and a later command that names the file`;
  if (language === '') return 'a fence without a language: sessions are console, files have a title';
  return /^\s*(?:\$ |\[\w+@|(?:oc|kubectl|podman|docker|skopeo) )/m.test(text) ? 'commands stand in a console block, where they are run' : undefined;
}

/** Does the command name the file, or the folder it lies in? What builds an image takes its Containerfile from there unnamed. */
function uses(command: string, title: string): boolean {
  const [name = '', ...folders] = title.split('/').reverse();
  if (/^(?:Container|Docker)file$/.test(name) && /\b(?:build|bud|start-build|new-build|new-app)\b/.test(command)) return true;
  const folder = folders.reverse().join('/');
  return [title, ...(folder === '' ? ['.'] : [folder, `${folder}/`])].some((path) => words(command).has(path));
}

/** The words of a command as paths: `-f web.yaml`, `--filename=./web.yaml`, `< web.yaml`, `a=~/web.yaml`. */
function words(command: string): ReadonlySet<string> {
  return new Set(command.split(/[\s='"<>()|;&,:@]+/).map((word) => word.replace(/^(?:\.\/(?=.)|~\/)/, '')));
}

const isFile = ({ title }: FencedBlock) => title !== undefined;
