import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The files of a folder by their paths from it, with `/` on every system. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

/** Paths in an order that depends on nothing but themselves: no locale, no disk. */
export const inOrder = (files: FolderFiles): readonly (readonly [string, Uint8Array])[] => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

/** Reads a folder with all that lies below it. */
export async function readFolder(folder: string): Promise<FolderFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = new Map<string, Uint8Array>();
  for (const path of paths.sort()) {
    files.set(
      path
        .slice(folder.length)
        .split(sep)
        .filter((part) => part !== '')
        .join('/'),
      await readFile(path),
    );
  }
  return files;
}
