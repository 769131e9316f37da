import { mkdtempSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { BadPackage } from './bad-package.ts';

/**
 * Makes a folder whose name begins with `start`, hands it to `work`, and takes it away again however that ends, even when the run is broken off with
 * Ctrl+C.
 */
export async function inPassingFolder<T>(start: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = made(start);
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

function made(start: string): string {
  try {
    return mkdtempSync(start);
  } catch (error) {
    throw new BadPackage(`Nothing can be written to ${dirname(start)}: ${(error as Error).message}`);
  }
}
