import { type Zippable, zipSync } from 'fflate';
import { type FolderFiles, inOrder } from './folder-files.ts';

/** The earliest time that a zip can hold. fflate writes a time by the clock on the wall, so this one is made by that clock too. */
const noTime = () => new Date(1980, 0, 1);

/** `-rw-r--r--` in the place where Unix keeps it. */
const [unix, ordinaryFile] = [3, 0o100644 << 16];

/** What is packed already does not get smaller. */
const isPacked = /\.(?:woff2|png|pagefind|pf_\w+)$/;

/** A zip with one folder in it. The same files give the same bytes: their order, times and modes are always the same. */
export function zipFolder(folder: string, files: FolderFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of inOrder(files)) {
    entries[`${folder}/${path}`] = [bytes, { level: isPacked.test(path) ? 0 : 9, mtime: noTime(), os: unix, attrs: ordinaryFile }];
  }
  return zipSync(entries);
}
