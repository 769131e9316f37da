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
}

/** A console block, taken apart. */
export interface ConsoleBlock extends FencedBlock {
  /** `scenario="…"`: a fresh session begins here. */
  readonly scenario?: string;
  /** `skip="…"`: not run, and why. */
  readonly skip?: string;
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
  readonly consoleBlocks: readonly ConsoleBlock[];
}

type Root = ReturnType<typeof parser.parse>;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/** Reads a page; `file` is how errors name it. */
export function readGuidePage(file: string, source: string): GuidePage {
  const tree = parser.parse(source);
  const blocks = blocksOf(tree, source);
  return {
    file,
    source,
    frontmatter: frontmatterOf(tree, file),
    sections: sectionsOf(tree),
    blocks,
    consoleBlocks: blocks.filter(({ language }) => language === 'console').map(toConsoleBlock),
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
    blocks.push({ language: node.lang ?? '', meta: node.meta ?? '', text: node.value, line: start.line + 1, indent });
  });
  return blocks;
}

function toConsoleBlock(block: FencedBlock): ConsoleBlock {
  const scenario = metaValue(block.meta, 'scenario');
  const skip = metaValue(block.meta, 'skip');
  return { ...block, ...(scenario !== undefined && { scenario }), ...(skip !== undefined && { skip }), exchanges: parseTranscript(block.text) };
}

function metaValue(meta: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(meta)?.[1];
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
