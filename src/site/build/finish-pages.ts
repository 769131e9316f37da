import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { joinModuleScripts, removeUnusedScripts, withPageScript } from './page-scripts.ts';
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
  const pages = new Map(await Promise.all(names.map(async (file) => [file, relative(file, await readFile(join(dist, file), 'utf8'))] as const)));
  const scriptOf = await joinModuleScripts(dist, pages);
  for (const [file, html] of pages) await writeFile(join(dist, file), finished(file, html, scriptOf(file, html)));
  const sheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('pagefind/'));
  for (const file of sheets) {
    const css = await readFile(join(dist, file), 'utf8');
    await writeFile(join(dist, file), tokenRules(relativeSheet(css, rootFrom(file))));
  }
  await removeUnusedScripts(dist);
  return pages.size;
}

/** The page for addresses that are not there is served at any depth: its addresses are its script's affair. */
const relative = (file: string, html: string) => (file === '404.html' ? html : relativePage(html, rootFrom(file)));

const finished = (file: string, html: string, script: string | undefined) =>
  withPolicy(stylesAsClasses(withPageScript(html, script && `${rootFrom(file)}${script}`)));
