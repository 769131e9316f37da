/** A file of the site: its path from the site's root, its bytes, and what its contents hash to. */
export type OfflineFile = readonly [path: string, bytes: number, hash: string];

/**
 * Every file that can be kept, by group: `shell` (what any page needs), `code` (what labs load), and one group for each language. The build
 * writes it as `offline-files.json`; `version` is a hash of the groups and is also built into the service worker.
 */
export interface OfflineFiles {
  readonly version: string;
  readonly groups: Readonly<Record<string, readonly OfflineFile[]>>;
}

export const offlineFilesName = 'offline-files.json';
export const workerName = 'sw.js';

/** What every language needs besides its own files. */
const shared = ['shell', 'code'];

/** The languages that can be kept. */
export const languagesIn = ({ groups }: OfflineFiles): readonly string[] => Object.keys(groups).filter((group) => !shared.includes(group));

/** What comes with the first language and serves them all. */
export const sharedFiles = ({ groups }: OfflineFiles): readonly OfflineFile[] => shared.flatMap((group) => groups[group] ?? []);

/** The files without which a language does not work offline, each contents once. */
export function filesFor({ groups }: OfflineFiles, languages: readonly string[]): readonly OfflineFile[] {
  const all = (languages.length === 0 ? [] : [...shared, ...languages]).flatMap((group) => groups[group] ?? []);
  return [...new Map(all.map((file) => [file[2], file])).values()];
}

/** Those of the files that are not kept yet. */
export const missingFrom = (files: readonly OfflineFile[], kept: ReadonlySet<string>): readonly OfflineFile[] => files.filter(([, , hash]) => !kept.has(hash));

export const bytesOf = (files: readonly OfflineFile[]): number => files.reduce((sum, [, bytes]) => sum + bytes, 0);

/** How far a download is: what is kept already counts as done. */
export interface Progress {
  readonly languages: readonly string[];
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** Where a download begins: nothing that is kept is fetched again. */
export function progressAt(languages: readonly string[], wanted: readonly OfflineFile[], missing: readonly OfflineFile[]): Progress {
  const ofBytes = bytesOf(wanted);
  return { languages, files: wanted.length - missing.length, ofFiles: wanted.length, bytes: ofBytes - bytesOf(missing), ofBytes };
}

/** One more file is kept. */
export const advanced = (progress: Progress, [, bytes]: OfflineFile): Progress => ({
  ...progress,
  files: progress.files + 1,
  bytes: progress.bytes + bytes,
});
