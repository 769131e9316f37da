import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';

/** Stops the build when a link, picture, script or style sheet of a page leads nowhere, or a link's `#part` is not on the page it names. */
export async function checkLinks(dist: string): Promise<void> {
  const files = new Set((await readdir(dist, { recursive: true })).map((file) => file.split(sep).join('/')));
  const pages = new Map<string, string>();
  for (const file of files) {
    if (file.endsWith('.html') && file !== '404.html') pages.set(file, await readFile(join(dist, file), 'utf8'));
  }
  const broken = [...pages].flatMap(([file, html]) => brokenLinks(file, html, files, pages));
  if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${broken.join('\n')}`);
}

const reference = /<(?:a|link|script|img|source|option|meta)\b[^>]*?\s(?:href|src|value|content)=(?:"([^"]*)"|'([^']*)')[^>]*>/g;
const local = /^(?![a-z][a-z+.-]*:|\/\/)(?:\.{0,2}\/|#|[\w-]+\/)/i;

/** One line for each address of `file` that is not among `files`, or whose fragment is no id of the page it leads to. */
export function brokenLinks(file: string, html: string, files: ReadonlySet<string>, pages: ReadonlyMap<string, string>): readonly string[] {
  const problems = new Set<string>();
  for (const [element, double, single] of html.matchAll(reference)) {
    const address = double ?? single ?? '';
    if (!local.test(address) || (element.startsWith('<meta') && !address.startsWith('.'))) continue;
    const problem = problemOf(file, address, files, pages);
    if (problem) problems.add(`${file}: ${address}: ${problem}`);
  }
  return [...problems];
}

function problemOf(file: string, address: string, files: ReadonlySet<string>, pages: ReadonlyMap<string, string>): string | undefined {
  const [pathAndQuery = '', fragment] = address.split('#', 2);
  const path = decodeURI(pathAndQuery.replace(/\?.*$/, ''));
  if (path.startsWith('/')) return 'counts from the root of the host';
  const target = path === '' ? file : fileAt(posix.join(posix.dirname(file), path), path);
  if (target.startsWith('../')) return 'is outside of the site';
  if (!files.has(target)) return 'no such file';
  const page = pages.get(target);
  if (page === undefined || !fragment) return undefined;
  const id = decodeURIComponent(fragment);
  return page.includes(`id="${id}"`) || page.includes(`id="${fragment}"`) ? undefined : `no part #${id} there`;
}

function fileAt(joined: string, path: string): string {
  const folder = path.endsWith('/') || path === '.' || path === '..' || path.endsWith('/..');
  return folder ? posix.join(joined, 'index.html') : joined;
}
