import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

export type MarkdownTree = ReturnType<typeof parser.parse>;

/** The tree of a page of Markdown. Directives (`:::note`) are text in it: see `directives.ts`. */
export const parseMarkdown = (source: string): MarkdownTree => parser.parse(source);
