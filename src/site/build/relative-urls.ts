import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Rewrites the addresses of every built page and style sheet so that they count from where the file stands. Returns how many pages there are. */
export async function makeRelative(dist: string): Promise<number> {
  const files = (await readdir(dist, { recursive: true })).map((file) => file.split(sep).join('/'));
  const pages = files.filter((file) => file.endsWith('.html') && file !== '404.html');
  await Promise.all(pages.map((file) => rewrite(join(dist, file), (text) => relativePage(text, rootFrom(file)))));
  const sheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('pagefind/'));
  await Promise.all(sheets.map((file) => rewrite(join(dist, file), (text) => relativeSheet(text, rootFrom(file)))));
  return pages.length;
}

/** The way from a file to the root of the site: `./`, `../`, `../../`. */
export function rootFrom(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './';
}

const verbatim = /(<script\b[^>]*>)([\s\S]*?)(<\/script>)|<style\b[^>]*>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g;
const tag = /<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/g;

/** A page whose addresses count from `root`; `<html data-root>` tells scripts the same. Text, scripts and comments stay as they are. */
export function relativePage(html: string, root: string): string {
  let result = '';
  let from = 0;
  for (const { 0: whole, 1: openScript, 2: script, 3: closeScript, index } of html.matchAll(verbatim)) {
    result += relativeTags(html.slice(from, index), root);
    result += openScript === undefined ? whole : `${relativeTags(openScript, root)}${script}${closeScript}`;
    from = index + whole.length;
  }
  result += relativeTags(html.slice(from), root);
  return result.replace(/<html\b/, `<html data-root="${root}"`);
}

const addresses = /(\s(?:href|src|poster|action)\s*=\s*["'])\/(?!\/)/g;
/** Attributes that hold an address in one element and something else in others. */
const moreAddresses: Readonly<Record<string, RegExp>> = { option: /(\svalue\s*=\s*["'])\/(?!\/)/g, meta: /(\scontent\s*=\s*["'])\/(?!\/)/g };

function relativeTags(html: string, root: string): string {
  return html.replace(tag, (element, name: string) => {
    const relative = element.replace(addresses, `$1${root}`);
    const more = moreAddresses[name];
    return more ? relative.replace(more, `$1${root}`) : relative;
  });
}

/** Only addresses in `url(…)` that count from the host's root need a change. */
export function relativeSheet(css: string, root: string): string {
  return css.replace(/url\((['"]?)\/(?!\/)/g, `url($1${root}`);
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed !== text) await writeFile(path, changed);
}
