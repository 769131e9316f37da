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

const tag = /<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/g;
const addressAttribute = /(\s(?:href|src|poster|action|data-src)\s*=\s*)(["'])(\/(?!\/)[^"']*)\2/g;
const optionValue = /(\svalue\s*=\s*)(["'])(\/(?!\/)[^"']*)\2/g;
const contentAddress = /(\sproperty="og:image"[^>]*\scontent=|\scontent=)(["'])(\/(?!\/)[^"']*)\2/g;
const skipped = /(<script\b[^>]*>)([\s\S]*?)(<\/script>)|(<style\b[^>]*>)([\s\S]*?)(<\/style>)|<!--[\s\S]*?-->/g;

/** A page whose addresses count from `root`; `<html data-root>` tells scripts the same. Text, scripts and comments stay as they are. */
export function relativePage(html: string, root: string): string {
  let result = '';
  let from = 0;
  for (const match of html.matchAll(skipped)) {
    result += relativeTags(html.slice(from, match.index), root);
    const [whole, openScript, script, closeScript] = match;
    result += openScript ? relativeTags(openScript, root) + script + closeScript : whole;
    from = match.index + whole.length;
  }
  result += relativeTags(html.slice(from), root);
  return result.replace(/<html\b/, `<html data-root="${root}"`);
}

function relativeTags(html: string, root: string): string {
  return html.replace(tag, (whole, name: string) => {
    const withAddresses = whole.replace(
      addressAttribute,
      (_, before: string, quote: string, address: string) => `${before}${quote}${toRelative(address, root)}${quote}`,
    );
    const more = name === 'option' ? optionValue : name === 'meta' ? contentAddress : undefined;
    return more
      ? withAddresses.replace(more, (_, before: string, quote: string, address: string) => `${before}${quote}${toRelative(address, root)}${quote}`)
      : withAddresses;
  });
}

/** Only addresses in `url(…)` that count from the host's root need a change. */
export function relativeSheet(css: string, root: string): string {
  return css.replace(/url\((['"]?)\/(?!\/)/g, `url($1${root}`);
}

function toRelative(address: string, root: string): string {
  const path = address.slice(1);
  return path === '' ? root : root + path;
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed !== text) await writeFile(path, changed);
}
