import { visit } from 'unist-util-visit';
import { splitHeadingId } from '../../guides/heading-id.ts';
import type { MarkdownNode } from './markdown-node.ts';

/** A remark plugin: `## Which tag {#which-tag}` gives the heading that id, the same in every language, and takes it out of the text. */
export function headingIds() {
  return (tree: object) => {
    visit(tree as MarkdownNode, 'heading', (heading: MarkdownNode) => {
      const last = heading.children?.at(-1);
      if (last?.type !== 'text' || last.value === undefined) return;
      const { text, id } = splitHeadingId(last.value);
      if (id === undefined) return;
      last.value = text;
      if (text === '') heading.children!.pop();
      heading.data = { ...heading.data, hProperties: { id } };
    });
  };
}
