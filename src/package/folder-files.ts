import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files of a folder by their paths from it, with `/` on every system. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

/** Files in an order that depends on nothing but their paths: no locale, no disk. */
export const inOrder = (files: FolderFiles): readonly (readonly [string, Uint8Array])[] => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

/** Reads a folder with all that lies below it. */
export async function readFolder(folder: string): Promise<FolderFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(folder, file).split(sep).join('/'), await readFile(file));
  }
  return files;
}
