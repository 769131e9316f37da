import { visit } from 'unist-util-visit';

interface Element {
  readonly type: string;
  readonly tagName?: string;
  readonly children?: readonly { readonly value?: string }[];
  properties?: Record<string, unknown>;
}

const longest = 22;

/** A rehype plugin: a short name in code (`custom-server`, `--for=pull`) is not broken at the end of a line. */
export function keepNamesWhole() {
  return (tree: Element) => {
    visit(tree, 'element', (node: Element) => {
      const [text, ...more] = node.children ?? [];
      const isName = node.tagName === 'code' && more.length === 0 && text?.value !== undefined && text.value.length <= longest && !/\s/.test(text.value);
      if (isName) node.properties = { ...node.properties, className: ['name'] };
    });
  };
}
