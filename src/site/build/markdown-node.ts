/** A piece of a page of Markdown, as far as our remark plugins look at it. */
export interface MarkdownNode {
  readonly type: string;
  readonly name?: string;
  value?: string;
  children?: MarkdownNode[];
  data?: object;
}
