import { parse } from 'yaml';
import { blocksOf, type FencedBlock } from './fenced-blocks.ts';
import { type MarkdownTree, parseMarkdown } from './markdown-tree.ts';
import { type PageProse, proseOf } from './page-prose.ts';
import { type Section, sectionsOf } from './sections.ts';

/** A page of Markdown as the checks see it. */
export interface GuidePage {
  readonly file: string;
  readonly source: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly sections: readonly Section[];
  readonly blocks: readonly FencedBlock[];
  readonly prose: PageProse;
}

/** Reads a page; `file` is how errors name it. */
export function readGuidePage(file: string, source: string): GuidePage {
  const tree = parseMarkdown(source);
  return {
    file,
    source,
    frontmatter: frontmatterOf(tree, file),
    sections: sectionsOf(tree, source),
    blocks: blocksOf(tree, source),
    prose: proseOf(source, tree),
  };
}

function frontmatterOf(tree: MarkdownTree, file: string): Record<string, unknown> {
  const node = tree.children.find((child) => child.type === 'yaml');
  if (!node) return {};
  try {
    return (parse(node.value) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file}: frontmatter: ${(error as Error).message}`);
  }
}
