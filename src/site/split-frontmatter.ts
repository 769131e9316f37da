import { parse } from 'yaml';

/** The YAML between the two `---` lines, and the Markdown after it. */
export function splitFrontmatter(source: string, filePath: string): { readonly frontmatter: Record<string, unknown>; readonly body: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (!match) throw new Error(`${filePath}: frontmatter: expected a title between two lines of ---`);
  let frontmatter: unknown;
  try {
    frontmatter = parse(match[1]!);
  } catch (error) {
    throw new Error(`${filePath}: frontmatter: ${(error as Error).message}`);
  }
  const title = (frontmatter as { title?: unknown } | null)?.title;
  if (typeof title !== 'string' || title === '') throw new Error(`${filePath}: frontmatter.title: expected a text`);
  return { frontmatter: frontmatter as Record<string, unknown>, body: match[2]! };
}
