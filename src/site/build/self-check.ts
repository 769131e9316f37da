import { visit } from 'unist-util-visit';
import type { MarkdownNode } from './markdown-node.ts';

const languageOf = (path: string) => /content[\\/]docs[\\/]([^\\/]+)[\\/]/.exec(path)?.[1] ?? '';

/** A remark plugin: `:::check[Question]` … `:::` becomes a question with an answer that unfolds. `labelOf` words its label in the page's language. */
export function selfCheck(labelOf: (language: string) => string) {
  return () => (tree: object, file: { readonly path: string }) => {
    visit(tree as MarkdownNode, 'containerDirective', (node: MarkdownNode) => {
      if (node.name !== 'check') return;
      const [question, ...answer] = node.children ?? [];
      if (!question || !hasLabel(question)) throw new Error(`${file.path}: a question is missing: :::check[Question]`);
      node.data = { hName: 'details', hProperties: { className: ['self-check'] } };
      node.children = [summary(question, labelOf(languageOf(file.path))), element('div', 'self-check-answer', answer)];
    });
  };
}

/** remark-directive marks what stood between the brackets. */
const hasLabel = ({ data }: MarkdownNode) => data !== undefined && 'directiveLabel' in data && data.directiveLabel === true;

function summary(question: MarkdownNode, label: string): MarkdownNode {
  const name = element('strong', 'self-check-label', [{ type: 'text', value: label }]);
  return element('summary', 'self-check-question', [name, { type: 'text', value: ' ' }, element('span', 'self-check-text', question.children ?? [])]);
}

/** How a remark plugin makes an element of HTML: any node, with its name as data. */
function element(hName: string, className: string, children: MarkdownNode[]): MarkdownNode {
  return { type: 'paragraph', data: { hName, hProperties: { className: [className] } }, children };
}
