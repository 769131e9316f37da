import { type Zippable, zipSync } from 'fflate';
import { type FolderFiles, inOrder } from './folder-files.ts';

/** Noon of a day by the clock on the wall, which fflate writes times by: noon is there on every day in every time zone. */
function noonOf(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/** `-rw-r--r--` in the place where Unix keeps it. */
const [unix, ordinaryFile] = [3, 0o100644 << 16];

/** What is packed already does not get smaller. */
const isPacked = /\.(?:woff2|png|pagefind|pf_\w+)$/;

/** A zip with one folder in it, all of one day. The same files give the same bytes: their order, times and modes are always the same. */
export function zipFolder(folder: string, files: FolderFiles, day: string): Uint8Array {
  const mtime = noonOf(day);
  const entries: Zippable = {};
  for (const [path, bytes] of inOrder(files)) {
    entries[`${folder}/${path}`] = [bytes, { level: isPacked.test(path) ? 0 : 9, mtime, os: unix, attrs: ordinaryFile }];
  }
  return zipSync(entries);
}
