import { copyFileSync, cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a build needs nothing of: what earlier builds made, what tests made, and the tests. */
const leftOut = /^(?:\..*|node_modules|dist|tests|test-results|playwright-report|coverage|package|package\.part-.*)$/;

/** Copies the project in `from` to `to`, with its packages. */
export function copyProject(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!leftOut.test(name)) cpSync(join(from, name), join(to, name), { recursive: true });
  }
  linkPackages(from, to);
}

/**
 * Gives the project in `to` the packages of the one in `from`, but not what builds keep beside them. Each file is linked for itself: Astro loses
 * its way where a whole folder is a link to elsewhere.
 */
export function linkPackages(from: string, to: string): void {
  linkFolder(join(from, 'node_modules'), join(to, 'node_modules'));
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && !entry.name.startsWith('.')) linkFolder(source, target);
    if (entry.isFile()) linkOrCopy(source, target);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // Another disk.
  }
}
