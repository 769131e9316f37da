import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BadPackage } from './bad-package.ts';
import type { Package } from './package-files.ts';

/**
 * Makes a folder beside `target` for work, hands it to `work`, and takes it away again however that ends, even when the run is broken off with
 * Ctrl+C.
 */
export async function besideFolder<T>(target: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = made(target);
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  const breakOff = () => process.exit(130);
  process.once('exit', tidy).once('SIGINT', breakOff).once('SIGTERM', breakOff);
  try {
    return await work(folder);
  } finally {
    tidy();
    process.off('exit', tidy).off('SIGINT', breakOff).off('SIGTERM', breakOff);
  }
}

function made(target: string): string {
  try {
    return mkdtempSync(`${target}.part-`);
  } catch (error) {
    throw new BadPackage(`Nothing can be written to ${dirname(target)}: ${(error as Error).message}`);
  }
}

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
