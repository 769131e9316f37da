import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BadPackage } from './bad-package.ts';
import type { Package } from './package-files.ts';

/** Writes a package to `work` and puts it in the place of `target`, which is replaced as a whole: nothing of an earlier package is left in it. */
export function putInPlace({ name, files, zip, sums }: Package, work: string, target: string): void {
  const [fresh, old] = [join(work, 'package'), join(work, 'before')];
  for (const [path, bytes] of files) write(join(fresh, name, path), bytes);
  write(join(fresh, `${name}.zip`), zip);
  write(join(fresh, 'SHA256SUMS'), sums);
  const replaces = existsSync(target);
  try {
    if (replaces) renameSync(target, old);
  } catch (error) {
    throw new BadPackage(`${target} cannot be replaced: ${(error as Error).message}`);
  }
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (replaces) renameSync(old, target);
    throw new BadPackage(`${target} cannot be written: ${(error as Error).message}`);
  }
}

/** Writes a file that a web server of another user may read, whatever the umask here. */
function write(file: string, bytes: Uint8Array | string): void {
  const first = mkdirSync(dirname(file), { recursive: true });
  for (let folder = dirname(file); first !== undefined && folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o755);
  writeFileSync(file, bytes);
  chmodSync(file, 0o644);
}
