import { visit } from 'unist-util-visit';
import type { MarkdownTree } from './markdown-tree.ts';
import { type Exchange, parseTranscript } from './transcript.ts';

/** A fenced block of a page. */
export interface FencedBlock {
  readonly language: string;
  readonly meta: string;
  readonly text: string;
  /** The line of the file where the block's text begins, counted from 1. */
  readonly line: number;
  /** What stands before each of its lines in the file: a block in a list is indented. */
  readonly indent: string;
  /** `skip="…"`: not run or applied, and why. */
  readonly skip?: string;
  /** `title="…"`: the name of the file that holds this text. */
  readonly title?: string;
}

/** A console block, taken apart. */
export interface ConsoleBlock extends FencedBlock {
  /** `scenario="…"`: a fresh session begins here. */
  readonly scenario?: string;
  /** `push="reference variant"`: before the commands somebody publishes that build of the image. */
  readonly push?: string;
  /** `pass="15m"`: before the commands, and after the push, so much time passes. */
  readonly pass?: string;
  readonly exchanges: readonly Exchange[];
}

/** Is this block a session in a terminal? */
export function isConsole(block: FencedBlock): block is ConsoleBlock {
  return block.language === 'console';
}

/** The code blocks of a page, wherever they stand in it. */
export function blocksOf(tree: MarkdownTree, source: string): readonly FencedBlock[] {
  const lines = source.split('\n');
  const blocks: FencedBlock[] = [];
  visit(tree, 'code', (node) => {
    const start = node.position!.start;
    const indent = lines[start.line - 1]!.slice(0, start.column - 1).replace(/[^\s>]/g, ' ');
    const meta = node.meta ?? '';
    const block = { language: node.lang ?? '', meta, text: node.value, line: start.line + 1, indent, ...metaValues(meta, ['skip', 'title']) };
    blocks.push(block.language === 'console' ? toConsoleBlock(block) : block);
  });
  return blocks;
}

/** How many lines of the file a block's text takes; `lines` are the file's. */
export function lineCount({ text, line }: FencedBlock, lines: readonly string[]): number {
  if (text !== '') return text.split('\n').length;
  return /^[\s>]*(?:`{3,}|~{3,})/.test(lines[line - 1] ?? '') ? 0 : 1;
}

function toConsoleBlock(block: FencedBlock): ConsoleBlock {
  return { ...block, ...metaValues(block.meta, ['scenario', 'push', 'pass']), exchanges: parseTranscript(block.text) };
}

/** The values of a fence's `name="value"` pairs; a name that is not there is left out. */
function metaValues<Name extends string>(meta: string, names: readonly Name[]): { readonly [name in Name]?: string } {
  const pairs = names.flatMap((name) => {
    const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(meta)?.[1];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs) as { [name in Name]?: string };
}
