import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
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

/** What stands under one heading. */
export interface Section {
  readonly depth: number;
  readonly title: string;
  readonly line: number;
  readonly codeSpans: readonly string[];
}

/** A page of Markdown as the checks see it. */
export interface GuidePage {
  readonly file: string;
  readonly source: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly sections: readonly Section[];
  readonly blocks: readonly FencedBlock[];
}

type Root = ReturnType<typeof parser.parse>;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/** Reads a page; `file` is how errors name it. */
export function readGuidePage(file: string, source: string): GuidePage {
  const tree = parser.parse(source);
  return {
    file,
    source,
    frontmatter: frontmatterOf(tree, file),
    sections: sectionsOf(tree),
    blocks: blocksOf(tree, source),
  };
}

function frontmatterOf(tree: Root, file: string): Record<string, unknown> {
  const node = tree.children.find((child) => child.type === 'yaml');
  if (!node) return {};
  try {
    return (parse(node.value) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file}: frontmatter: ${(error as Error).message}`);
  }
}

function blocksOf(tree: Root, source: string): readonly FencedBlock[] {
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

/** Is this block a session in a terminal? */
export function isConsole(block: FencedBlock): block is ConsoleBlock {
  return block.language === 'console';
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

/** The page cut at its headings; what stands before the first one is a section of depth 1. */
function sectionsOf(tree: Root): readonly Section[] {
  const sections: { depth: number; title: string; line: number; codeSpans: string[] }[] = [{ depth: 1, title: '', line: 1, codeSpans: [] }];
  for (const node of tree.children) {
    if (node.type === 'heading') sections.push({ depth: node.depth, title: textOf(node), line: node.position!.start.line, codeSpans: [] });
    visit(node, 'inlineCode', (span) => {
      sections.at(-1)!.codeSpans.push(span.value);
    });
  }
  return sections;
}

function textOf(heading: Root['children'][number]): string {
  const parts: string[] = [];
  visit(heading, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
  });
  return parts.join('');
}
