import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Translations } from './compare-languages.ts';
import { type GuidePage, readGuidePage } from './guide-page.ts';
import { pageNameOf } from './page-names.ts';

type IsWanted = (name: string, language: string) => boolean;

/** The pages of the site whose commands are run: everything under `content/docs`, or what of it `isWanted` by name and language. */
export function readDocs(root: string, isWanted?: IsWanted): Promise<readonly GuidePage[]> {
  return readPages(root, 'content/docs/**/*.{md,mdx}', isWanted);
}

/** What a learner reads beside each lab. */
export function readInstructions(root: string, isWanted?: IsWanted): Promise<readonly GuidePage[]> {
  return readPages(root, 'exercises/*/instructions/*.md', isWanted);
}

async function readPages(root: string, pattern: string, isWanted: IsWanted = () => true): Promise<readonly GuidePage[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root })) files.push(file.replaceAll('\\', '/'));
  const wanted = files.filter((file) => isWanted(pageNameOf(file).name, pageNameOf(file).language)).sort();
  return Promise.all(wanted.map(async (file) => readGuidePage(file, await readFile(join(root, file), 'utf8'))));
}

/** The pages by name, each in its languages. */
export function groupByName(pages: readonly GuidePage[]): ReadonlyMap<string, Translations> {
  const groups = new Map<string, Map<string, GuidePage>>();
  for (const page of pages) {
    const { language, name } = pageNameOf(page.file);
    groups.set(name, (groups.get(name) ?? new Map()).set(language, page));
  }
  return groups;
}
