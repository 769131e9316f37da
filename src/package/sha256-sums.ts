import { createHash } from 'node:crypto';
import { type FolderFiles, inOrder } from './folder-files.ts';

/** The SHA-256 sum of some bytes, in hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The sums of files as `sha256sum` writes them, and as `sha256sum -c` reads them. */
export const sumsOf = (files: FolderFiles): string =>
  inOrder(files)
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    .join('');
