import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/**
 * Writes the search index again where a file of it is empty. Pagefind's own writing is cut short when its process is ended, which Starlight does
 * as soon as the index is said to be written; here the files come to us and are written by us.
 */
export async function mendSearchIndex(dist: string): Promise<void> {
  if (!(await hasEmptyFile(join(dist, 'pagefind')))) return;
  for (const { path, content } of await indexOf(dist)) {
    const file = join(dist, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function hasEmptyFile(folder: string): Promise<boolean> {
  const files = await readdir(folder, { recursive: true });
  const infos = await Promise.all(files.map((file) => stat(join(folder, file))));
  return infos.some((info) => info.isFile() && info.size === 0);
}

async function indexOf(dist: string) {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('\n'));
    await index.addDirectory({ path: dist });
    return (await index.getFiles()).files;
  } finally {
    await close();
  }
}
