import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { joinModuleScripts, moduleScripts, removeUnusedScripts, withPageScript } from './page-scripts.ts';
import { relativePage, relativeSheet, rootFrom } from './relative-urls.ts';
import { withPolicy } from './security-policy.ts';
import { stylesAsClasses, tokenRules } from './style-classes.ts';

/**
 * What a page still needs after Astro has written it, so that it works wherever the site is put, from a disk too, and runs nothing but what
 * the site brought: relative addresses, one classic script, classes in place of style attributes, and its policy. Returns how many pages there are.
 */
export async function finishPages(dist: string): Promise<number> {
  const files = (await readdir(dist, { recursive: true })).map((file) => file.split(sep).join('/'));
  const names = files.filter((file) => file.endsWith('.html')).sort();
  const scriptOf = await joinModuleScripts(dist, await kindsOf(dist, names));
  for (const file of names) {
    const html = relative(file, await readFile(join(dist, file), 'utf8'));
    await writeFile(join(dist, file), finished(file, html, scriptOf(file, html)));
  }
  const sheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('pagefind/'));
  for (const file of sheets) {
    const css = await readFile(join(dist, file), 'utf8');
    await writeFile(join(dist, file), tokenRules(relativeSheet(css, rootFrom(file))));
  }
  await removeUnusedScripts(dist);
  return names.length;
}

/** One page for each set of scripts, and of that page its scripts alone: a site of thousands of pages is never in memory as a whole. */
async function kindsOf(dist: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map<string, readonly [file: string, scripts: string]>();
  for (const file of names) {
    const html = await readFile(join(dist, file), 'utf8');
    const scripts = relative(file, (html.match(/<script\b[^>]*>[\s\S]*?<\/script>/g) ?? []).join(''));
    const key = JSON.stringify(moduleScripts(file, scripts));
    if (!kinds.has(key)) kinds.set(key, [file, scripts]);
  }
  return new Map(kinds.values());
}

/** The page for addresses that are not there is served at any depth: its addresses are its script's affair. */
const relative = (file: string, html: string) => (file === '404.html' ? html : relativePage(html, rootFrom(file)));

const finished = (file: string, html: string, script: string | undefined) =>
  withPolicy(stylesAsClasses(withPageScript(html, script && `${rootFrom(file)}${script}`)));
