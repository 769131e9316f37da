import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Stops the build when a file of the site is empty: made, and not filled. */
export async function checkWritten(dist: string): Promise<void> {
  const files = await readdir(dist, { recursive: true });
  const sizes = await Promise.all(files.map(async (file) => [file.split(sep).join('/'), await stat(join(dist, file))] as const));
  const empty = sizes.filter(([, info]) => info.isFile() && info.size === 0).map(([file]) => file);
  if (empty.length > 0) throw new Error(`Files that were made and not filled; build again:\n${empty.sort().join('\n')}`);
}
