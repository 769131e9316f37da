import type { GuidePage } from './guide-page.ts';

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What is wrong with the headings of a page: each has an id, in words and hyphens, that no other of the page has, and is of depth 2 or 3. */
export function checkHeadings({ file, sections }: GuidePage): readonly string[] {
  const seen = new Set<string>();
  return sections.slice(1).flatMap(({ depth, title, id, line }) => {
    const at = `${file}:${line}`;
    const problems: string[] = [];
    if (depth < 2 || depth > 3) problems.push(`${at}: a heading of depth ${depth}; only ## and ### are for pages`);
    if (id === undefined) problems.push(`${at}: the heading "${title}" has no id; write {#words-with-hyphens} behind it`);
    else if (!kebabCase.test(id)) problems.push(`${at}: {#${id}}: an id is written in lower case, with hyphens`);
    else if (seen.has(id)) problems.push(`${at}: {#${id}} is already on this page`);
    if (id !== undefined) seen.add(id);
    return problems;
  });
}
