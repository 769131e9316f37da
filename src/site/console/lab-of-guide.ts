import { readFileSync } from 'node:fs';
import { splitFrontmatter } from '../split-frontmatter.ts';

/** The first of a guide's own labs, else the first lab of the course. */
export function labOfGuide(file: string, firstLab: string | undefined): string | undefined {
  const { labs } = splitFrontmatter(readFileSync(file, 'utf8'), file).frontmatter;
  return Array.isArray(labs) && typeof labs[0] === 'string' ? labs[0] : firstLab;
}
