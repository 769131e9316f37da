import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What an address of the site leads to: a file, or the same address with a `/` at its end, or nothing. */
export type Found = { readonly file: string; readonly version: string } | 'add a slash' | undefined;

/**
 * Looks up the path of a request, `en/guides/`, in a folder. Folders show their `index.html`. What is hidden (`.git`), what a browser never asks for
 * (`..`, `\`, an empty part) and what a link leads to outside the folder is not there.
 */
export async function siteFile(folder: string, path: string): Promise<Found> {
  const parts = path.split('/');
  const last = parts.pop();
  if (parts.some((part) => part === '') || [...parts, last ?? ''].some((part) => part.startsWith('.') || /[\\\0:]/.test(part))) return undefined;
  const place = join(folder, ...parts, last || '.');
  const info = await stat(place).catch(() => undefined);
  if (info?.isDirectory() && last !== '') return (await inside(folder, join(place, 'index.html'))) && 'add a slash';
  return inside(folder, last === '' ? join(place, 'index.html') : place);
}

async function inside(folder: string, file: string) {
  const [root, real] = await Promise.all([realpath(folder), realpath(file).catch(() => undefined)]);
  if (!real?.startsWith(root + sep)) return undefined;
  const info = await stat(real);
  // When it came to this disk: the time that a file bears itself stays the same when another version is unzipped over it.
  return info.isFile() ? { file: real, version: `${info.size.toString(36)}-${Math.trunc(info.ctimeMs).toString(36)}` } : undefined;
}
