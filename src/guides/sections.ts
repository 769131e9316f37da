import { visit } from 'unist-util-visit';
import { type Directive, directivesOf } from './directives.ts';
import { splitHeadingId } from './heading-id.ts';
import type { MarkdownTree } from './markdown-tree.ts';

/** What stands under one heading. */
export interface Section {
  readonly depth: number;
  readonly title: string;
  /** `{#id}` behind the heading. */
  readonly id?: string;
  readonly line: number;
  readonly codeSpans: readonly string[];
  /** Where its links lead. */
  readonly links: readonly string[];
  /** The files of its images. */
  readonly images: readonly string[];
  /** Each table as `rows x columns`. */
  readonly tables: readonly string[];
  readonly directives: readonly Directive[];
  /** Its prose in pieces, without code. */
  readonly prose: readonly string[];
}

type Node = MarkdownTree['children'][number];
type Writable = { -readonly [field in keyof Section]: Section[field] extends readonly (infer Item)[] ? Item[] : Section[field] };

/** The page cut at its headings; what stands before the first one is a section of depth 1. */
export function sectionsOf(tree: MarkdownTree, source: string): readonly Section[] {
  const sections: Writable[] = [emptySection({ depth: 1, title: '', line: 1 })];
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const { text, id } = splitHeadingId(textOf(node));
      sections.push(emptySection({ depth: node.depth, title: text, line: node.position!.start.line, ...(id !== undefined && { id }) }));
    }
    collect(node, sections.at(-1)!);
  }
  for (const directive of directivesOf(tree, source)) sections.findLast(({ line }) => line <= directive.line)!.directives.push(directive);
  return sections;
}

function emptySection(head: Pick<Section, 'depth' | 'title' | 'line' | 'id'>): Writable {
  return { ...head, codeSpans: [], links: [], images: [], tables: [], directives: [], prose: [] };
}

function collect(node: Node, section: Writable): void {
  visit(node, (each) => {
    if (each.type === 'inlineCode') section.codeSpans.push(each.value);
    else if (each.type === 'link') section.links.push(each.url);
    else if (each.type === 'image') section.images.push(each.url.replace(/^.*\//, ''));
    else if (each.type === 'table') section.tables.push(`${each.children.length} x ${each.children[0]?.children.length ?? 0}`);
    else if (each.type === 'text') section.prose.push(splitHeadingId(each.value).text);
  });
}

function textOf(heading: Node): string {
  const parts: string[] = [];
  visit(heading, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
  });
  return parts.join('');
}
