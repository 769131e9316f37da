import type { OfflineFiles } from './offline-files.ts';

/** One version of the site as far as it is kept: which file has which contents, and which languages are whole. */
export interface KeptVersion {
  readonly files: ReadonlyMap<string, { readonly hash: string; readonly groups: readonly string[] }>;
  readonly ready: readonly string[];
}

/** Prepares the files of a version for being asked for by path. */
export function keptVersion({ groups }: OfflineFiles, ready: readonly string[]): KeptVersion {
  const files = new Map<string, { readonly hash: string; readonly groups: readonly string[] }>();
  for (const [group, members] of Object.entries(groups)) {
    for (const [path, , hash] of members) files.set(path, { hash, groups: [...(files.get(path)?.groups ?? []), group] });
  }
  return { files, ready };
}

/** What an address below the site's root stands for. */
export type Place =
  | { readonly kind: 'file'; readonly path: string; readonly hash: string }
  /** A folder without the slash at its end, from which its page's relative addresses would count wrongly. */
  | { readonly kind: 'folder' };

/** What is kept for an address, given as the path below the root: only what belongs to a language that is whole. Folders stand for their page. */
export function placeOf({ files, ready }: KeptVersion, address: string): Place | undefined {
  const isServed = (path: string) => {
    const groups = files.get(path)?.groups ?? [];
    return ready.length > 0 && groups.some((group) => group === 'shell' || group === 'code' || ready.includes(group));
  };
  const path = address === '' || address.endsWith('/') ? `${address}index.html` : address;
  if (isServed(path)) return { kind: 'file', path, hash: files.get(path)!.hash };
  return isServed(`${path}/index.html`) ? { kind: 'folder' } : undefined;
}

/** The language that an address below the root belongs to: its first folder. */
export const languageAt = (address: string): string => address.split('/', 1)[0] ?? '';

/** Files named after their contents are the same in every version that has them. */
export const isNamedByContents = (address: string): boolean => address.startsWith('_astro/');

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};

/** What a kept file is served as. */
export const contentType = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
