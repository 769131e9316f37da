import { readFileSync } from 'node:fs';
import { splitFrontmatter } from '../split-frontmatter.ts';

/** The head of the guide that was asked for last: a guide asks once for each of its sessions. */
let last = { source: '', labs: undefined as unknown };

/** The first of a guide's own labs, else the first lab of the course. */
export function labOfGuide(file: string, firstLab: string | undefined): string | undefined {
  const source = readFileSync(file, 'utf8');
  if (source !== last.source) last = { source, labs: splitFrontmatter(source, file).frontmatter.labs };
  return Array.isArray(last.labs) && typeof last.labs[0] === 'string' ? last.labs[0] : firstLab;
}
