import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';

/** Stops the build when a link, picture, script or style sheet of a page leads nowhere, or a link's `#part` is not on the page it names. */
export async function checkLinks(dist: string): Promise<void> {
  const files = new Set((await readdir(dist, { recursive: true })).map((file) => file.split(sep).join('/')));
  const pages = [...files].filter((file) => file.endsWith('.html') && file !== '404.html');
  const read = (file: string) => readFile(join(dist, file), 'utf8');
  // Page after page: a site of thousands of pages is never in memory as a whole.
  const ids = new Map<string, ReadonlySet<string>>();
  for (const file of pages) ids.set(file, idsIn(await read(file)));
  const broken: string[] = [];
  for (const file of pages) broken.push(...brokenLinks(file, await read(file), files, ids));
  if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${broken.join('\n')}`);
}

const reference = /<(?:a|link|script|img|source|option|meta)\b[^>]*?\s(?:href|src|value|content)=(?:"([^"]*)"|'([^']*)')[^>]*>/g;
const local = /^(?![a-z][a-z+.-]*:|\/\/)(?:\.{0,2}\/|#|[\w-]+\/)/i;

/** What a link can lead to on a page. The ids are copied: a piece of a long text would keep the whole of it in memory. */
export function idsIn(html: string): ReadonlySet<string> {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
  return new Set(JSON.parse(JSON.stringify(ids)) as readonly string[]);
}

type Ids = ReadonlyMap<string, ReadonlySet<string>>;

/** One line for each address of `file` that is not among `files`, or whose fragment is not among the ids of the page it leads to. */
export function brokenLinks(file: string, html: string, files: ReadonlySet<string>, ids: Ids): readonly string[] {
  const problems = new Set<string>();
  for (const [element, double, single] of html.matchAll(reference)) {
    const address = double ?? single ?? '';
    if (!local.test(address) || (element.startsWith('<meta') && !address.startsWith('.'))) continue;
    const problem = problemOf(file, address, files, ids);
    if (problem) problems.add(`${file}: ${address}: ${problem}`);
  }
  return [...problems];
}

function problemOf(file: string, address: string, files: ReadonlySet<string>, ids: Ids): string | undefined {
  const [pathAndQuery = '', fragment] = address.split('#', 2);
  const path = decodeURI(pathAndQuery.replace(/\?.*$/, ''));
  if (path.startsWith('/')) return 'counts from the root of the host';
  const target = path === '' ? file : fileAt(posix.join(posix.dirname(file), path), path);
  if (target.startsWith('../')) return 'is outside of the site';
  if (!files.has(target)) return 'no such file';
  const there = ids.get(target);
  if (there === undefined || !fragment) return undefined;
  const id = decodeURIComponent(fragment);
  return there.has(id) || there.has(fragment) ? undefined : `no part #${id} there`;
}

function fileAt(joined: string, path: string): string {
  const folder = path.endsWith('/') || path === '.' || path === '..' || path.endsWith('/..');
  return folder ? posix.join(joined, 'index.html') : joined;
}
