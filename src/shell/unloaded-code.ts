import type { ShellNotices } from './notices.ts';

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly isUnloaded?: boolean;
}

/** How browsers word that a part of a page's code did not come: Chromium, Firefox, Safari. The network is away, or the host has another version. */
const unloaded = /^[^\n]*(?:Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed)[^\n]*/gim;

/** Says in the learner's words that a program did not run because its code, which is loaded when it is first typed, did not come. */
export function toldUnloaded<Result extends Printed>(result: Result, { notLoaded }: Pick<ShellNotices, 'notLoaded'>): Result {
  const told = { ...result, stdout: result.stdout.replace(unloaded, `bash: ${notLoaded}`), stderr: result.stderr.replace(unloaded, `bash: ${notLoaded}`) };
  return (told.stdout + told.stderr).includes(notLoaded) ? { ...told, isUnloaded: true } : result;
}
