import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Translations } from './compare-languages.ts';
import { type GuidePage, readGuidePage } from './guide-page.ts';

/** The pages of the site whose commands are run: everything under `content/docs`. */
export function readDocs(root: string): Promise<readonly GuidePage[]> {
  return readPages(root, 'content/docs/**/*.{md,mdx}');
}

/** What a learner reads beside each lab. */
export function readInstructions(root: string): Promise<readonly GuidePage[]> {
  return readPages(root, 'exercises/*/instructions/*.md');
}

async function readPages(root: string, pattern: string): Promise<readonly GuidePage[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root })) files.push(file.replaceAll('\\', '/'));
  return Promise.all(files.sort().map(async (file) => readGuidePage(file, await readFile(join(root, file), 'utf8'))));
}

const pagePath = /^content\/docs\/(?<language>[^/]+)\/(?<name>.+)\.mdx?$|^exercises\/(?<exercise>[^/]+)\/instructions\/(?<instructions>[^/]+)\.md$/;

/** The pages by name, each in its languages. */
export function groupByName(pages: readonly GuidePage[]): ReadonlyMap<string, Translations> {
  const groups = new Map<string, Map<string, GuidePage>>();
  for (const page of pages) {
    const { language, name, exercise, instructions } = pagePath.exec(page.file)?.groups ?? {};
    const group = name ?? `labs/${exercise}`;
    groups.set(group, (groups.get(group) ?? new Map()).set(language ?? instructions, page));
  }
  return groups;
}
