import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../offline/download.ts';
import { type OfflineFile, type OfflineFiles, offlineFilesName, workerName } from '../offline/offline-files.ts';
import { classicScript } from './classic-script.ts';
import { groupsOf, type SearchLanguages } from './offline-groups.ts';

/**
 * The last step of the build, since it says of every file what is in it: writes `offline-files.json`, and the service worker of exactly this
 * version. A file that belongs to no group stops the build.
 */
export async function writeOfflineFiles(dist: string): Promise<void> {
  await removeUnusedSearchFiles(dist);
  const files = await groupFiles(dist);
  await writeFile(join(dist, offlineFilesName), JSON.stringify(files));
  await writeFile(join(dist, workerName), await workerScript(files.version));
}

/** The service worker as one script, made for one version of the site's files. */
export const workerScript = (version: string): Promise<string> =>
  classicScript(fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url)), { values: { offlineVersion: version } });

/** Other interfaces to the search, which Pagefind writes and no page loads. */
const unusedByPages = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)$/;

async function removeUnusedSearchFiles(dist: string): Promise<void> {
  const files = await readdir(join(dist, 'pagefind'));
  await Promise.all(files.filter((file) => unusedByPages.test(file)).map((file) => rm(join(dist, 'pagefind', file))));
}

/** Every file that can be kept, in its groups, with what its contents hash to. */
export async function groupFiles(dist: string): Promise<OfflineFiles> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(dist, sep).length).split(sep).join('/'));
  const languages = await searchLanguages(dist);
  const groups: Record<string, OfflineFile[]> = Object.fromEntries(['shell', 'code', ...languages.all].map((group) => [group, []]));
  const homeless: string[] = [];
  for (const path of paths.sort()) {
    const places = groupsOf(path, languages);
    if (places === undefined) homeless.push(path);
    if (places === undefined || places === 'none') continue;
    const contents = await readFile(join(dist, path));
    const file: OfflineFile = [path, contents.length, await hashOf(new Uint8Array(contents).buffer)];
    for (const group of places) groups[group]?.push(file);
  }
  if (homeless.length > 0) throw new Error(`Files that belong to no part of the download; see src/site/build/offline-groups.ts:\n${homeless.join('\n')}`);
  return { version: createHash('sha256').update(JSON.stringify(groups)).digest('base64url').slice(0, 16), groups };
}

async function searchLanguages(dist: string): Promise<SearchLanguages> {
  const entry = JSON.parse(await readFile(join(dist, 'pagefind/pagefind-entry.json'), 'utf8')) as { languages: Record<string, { wasm: string | null }> };
  const all = Object.keys(entry.languages).sort();
  return { all, withoutStemmer: all.filter((language) => !entry.languages[language]?.wasm) };
}
