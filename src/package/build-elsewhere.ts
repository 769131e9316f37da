import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltSite, buildSite } from './make-package.ts';
import { copyProject } from './project-copy.ts';

/**
 * Builds the site once more from a copy of the project in `place`, under conditions as unlike the first ones as can be: another folder, time zone,
 * locale and umask, no cache, and a disk that lists its folders the other way round. Whatever differs then, the build has not from its sources.
 */
export async function buildElsewhere(project: string, place: string): Promise<BuiltSite> {
  copyProject(project, place);
  const work = join(place, 'package.part-2');
  mkdirSync(work);
  return buildSite(place, work, {
    ...process.env,
    TZ: process.env.TZ === 'Pacific/Kiritimati' ? 'America/St_Johns' : 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'unlike-here.mjs')).href}`,
  });
}
