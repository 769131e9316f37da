/** A link to a guide, or a section of one, from those that the page brings along; undefined where it brings none. */
export function guideLink(root: ParentNode, guide: string | undefined): HTMLElement | undefined {
  const template = root.querySelector<HTMLTemplateElement>('.lab-guides');
  const link = guide === undefined ? undefined : template?.content.querySelector(`[data-guide="${CSS.escape(guide)}"]`);
  return link ? (link.cloneNode(true) as HTMLElement) : undefined;
}
