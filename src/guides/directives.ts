import { visit } from 'unist-util-visit';
import type { MarkdownTree } from './markdown-tree.ts';

/** An aside or a self-check: `:::kind[Label]` … `:::`. */
export interface Directive {
  readonly kind: string;
  readonly label: string;
  readonly line: number;
  /** The line of the closing `:::`; none where nothing closes it. */
  readonly end?: number;
}

const opening = /^\s*:{3,}(?<kind>[a-z]\w*)(?:\[(?<label>.*)\])?(?:\{[^}]*\})?\s*$/;
const closing = /^\s*:{3,}\s*$/;

/** The directives of a page. They are read from its lines, since Markdown itself knows none; what stands in a code block is no directive. */
export function directivesOf(tree: MarkdownTree, source: string): readonly Directive[] {
  const code = codeLines(tree);
  const open: Directive[] = [];
  const found: Directive[] = [];
  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1;
    if (code.has(line)) continue;
    const { kind, label = '' } = opening.exec(text)?.groups ?? {};
    if (kind !== undefined) open.push({ kind, label, line });
    else if (closing.test(text)) {
      const last = open.pop();
      if (last) found.push({ ...last, end: line });
    }
  }
  return [...found, ...open].sort((a, b) => a.line - b.line);
}

function codeLines(tree: MarkdownTree): ReadonlySet<number> {
  const lines = new Set<number>();
  visit(tree, ['code', 'yaml'], ({ position }) => {
    for (let line = position!.start.line; line <= position!.end.line; line += 1) lines.add(line);
  });
  return lines;
}
