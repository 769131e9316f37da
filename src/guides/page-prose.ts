import { visit } from 'unist-util-visit';
import { type MarkdownTree, parseMarkdown } from './markdown-tree.ts';

/** Stands for a code span, so that what touches it can still be seen. */
export const codeMark = '\ufffc';

/** A page's words: as long as its source, with the same line ends, so that a place in one is a place in the other. */
export interface PageProse {
  readonly text: string;
  /** Code spans and code blocks, with the place where each begins. */
  readonly code: readonly { readonly text: string; readonly start: number }[];
}

/** Fields of the frontmatter that readers see. */
const shownFields = ['title', 'description', 'objectives'];

/** Blanks what is not prose: code, HTML, addresses of links, ids of headings, names of asides, fields that readers do not see. */
export function proseOf(source: string, tree: MarkdownTree = parseMarkdown(source)): PageProse {
  const letters = [...Array(source.length).keys()].map((index) => source[index]!);
  const blank = (start: number, end: number, by = ' ') => {
    for (let index = start; index < end; index++) if (letters[index] !== '\n') letters[index] = by;
  };
  const code: { text: string; start: number }[] = [];
  visit(tree, (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'code' || node.type === 'inlineCode') code.push({ text: node.value, start });
    if (node.type === 'code' || node.type === 'html' || node.type === 'definition' || node.type === 'image') blank(start, end);
    if (node.type === 'inlineCode') blank(start, end, codeMark);
    if (node.type === 'link') blank(node.children.at(-1)?.position?.end.offset ?? start, end);
    if (node.type === 'yaml') blankHiddenFields(source, start, end, blank);
  });
  // Ids of headings, names of asides, the line under the head of a table, imports of MDX.
  for (const { index, 0: found } of source.matchAll(/\{#[\w-]+\}|^[ \t]*:::[a-z]*|^[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*$|^import .*$/gm))
    blank(index, index + found.length);
  return { text: letters.join(''), code };
}

function blankHiddenFields(source: string, start: number, end: number, blank: (start: number, end: number, by?: string) => void): void {
  let shown = false;
  let offset = start;
  for (const line of source.slice(start, end).split('\n')) {
    const field = /^([\w-]+):/.exec(line);
    if (field) shown = shownFields.includes(field[1]!);
    const marks = field?.[0].length ?? /^\s*-?\s*/.exec(line)![0].length;
    blank(offset, offset + (shown ? marks : line.length));
    for (const span of line.matchAll(/`[^`]*`/g)) blank(offset + span.index, offset + span.index + span[0].length, codeMark);
    offset += line.length + 1;
  }
}

/** The line of a place in a text, counted from 1. */
export const lineAt = (text: string, place: number): number => text.slice(0, place).split('\n').length;
