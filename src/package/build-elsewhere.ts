import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltSite, buildSite } from './make-package.ts';

/** What a project makes or keeps for itself; a copy does without. */
const ownResults = /^(?:\.git|\.astro|dist|coverage|test-results|playwright-report|package|package\..*)$/;
const caches = /^\.(?!bin$|package-lock\.json$)/;

/**
 * Builds the site once more from a copy of the project in `place`, under conditions as unlike the first ones as can be: another folder, time zone,
 * locale and umask, no cache, and a disk that lists its folders the other way round. Whatever differs then, the build has not from its sources.
 */
export async function buildElsewhere(project: string, place: string): Promise<BuiltSite> {
  copyProject(project, place);
  const work = join(place, 'package.part');
  mkdirSync(work);
  return buildSite(place, work, {
    ...process.env,
    TZ: process.env.TZ === 'Pacific/Kiritimati' ? 'America/St_Johns' : 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'unlike-here.mjs')).href}`,
  });
}

/** Copies the sources of a project and links what is installed, backwards. */
export function copyProject(project: string, place: string): void {
  mkdirSync(place, { recursive: true });
  for (const entry of readdirSync(project, { withFileTypes: true }).reverse()) {
    if (ownResults.test(entry.name)) continue;
    if (entry.name === 'node_modules') copyFolder(join(project, entry.name), join(place, entry.name), linkSync, caches);
    else if (entry.isDirectory()) copyFolder(join(project, entry.name), join(place, entry.name), copyFileSync);
    else copyFileSync(join(project, entry.name), join(place, entry.name));
  }
}

function copyFolder(from: string, to: string, copy: (from: string, to: string) => void, leftOut?: RegExp): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true }).reverse()) {
    if (leftOut?.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target, copy);
    else linkOrCopy(source, target, copy);
  }
}

/** A link leads only within one disk; the copy may be on another. */
function linkOrCopy(source: string, target: string, copy: (from: string, to: string) => void): void {
  try {
    copy(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(source, target);
  }
}
