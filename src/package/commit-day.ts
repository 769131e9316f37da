import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BadPackage } from './bad-package.ts';

/**
 * The day of a project's last commit, or of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/): the time that a package
 * bears. It is the same for the same commit, and moves on with each version: servers tell browsers by it that a page has changed. Sources without a
 * history have the first day that a zip can name.
 */
export function commitDay(project: string, epoch = process.env.SOURCE_DATE_EPOCH): string {
  if (epoch !== undefined) return dayOf(epoch, 'SOURCE_DATE_EPOCH');
  if (!existsSync(join(project, '.git'))) return '1980-01-01';
  try {
    return dayOf(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }), 'git');
  } catch (error) {
    throw new BadPackage(`The time of the last commit cannot be read; SOURCE_DATE_EPOCH can give it. ${(error as Error).message.trim()}`);
  }
}

function dayOf(seconds: string, source: string): string {
  const time = new Date(Number(seconds.trim() || 'none') * 1000);
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1980 || time.getUTCFullYear() > 2099) throw new BadPackage(`${source} gives no time: ${seconds}`);
  return time.toISOString().slice(0, 10);
}
