import { isNamedByContents } from './kept-version.ts';
import type { OfflineFile } from './offline-files.ts';

/** Why a download stopped: no answer; other contents than this version's; no room; the browser keeps nothing. */
export type ProblemKind = 'network' | 'changed' | 'full' | 'refused';

/** A download that stopped. What was fetched before stays. */
export class DownloadProblem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What a browser means that does not keep something. */
export const kindOfRefusal = (error: unknown): ProblemKind => ((error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'refused');

/** What a download needs of its surroundings. */
export interface Fetching {
  /** The site's root, an absolute address. */
  readonly root: string;
  fetch(address: string, options: RequestInit): Promise<Response>;
  hash(contents: ArrayBuffer): Promise<string>;
  write(hash: string, contents: ArrayBuffer): Promise<void>;
}

/** Few enough not to keep a small server from its other readers. */
const parallel = 6;

/** Fetches files and keeps them, a few at a time; stops at the first that does not come as this version has it. */
export async function fetchFiles(files: readonly OfflineFile[], fetching: Fetching, onKept: (file: OfflineFile) => void): Promise<void> {
  const waiting = [...files];
  let isStopped = false;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file && !isStopped; file = waiting.shift()) {
      await keep(file, fetching);
      onKept(file);
    }
  };
  const workers = Array.from({ length: parallel }, () =>
    work().catch((error: unknown) => {
      isStopped = true;
      throw error;
    }),
  );
  await Promise.allSettled(workers); // Nothing is still being written when the problem is told.
  await Promise.all(workers);
}

async function keep([path, , hash]: OfflineFile, fetching: Fetching): Promise<void> {
  // What did not come, or comes old from the browser's own cache, is asked for once more.
  const first = await fetched(path, isNamedByContents(path) ? 'default' : 'no-cache', fetching).catch(() => undefined);
  const contents = first && (await fetching.hash(first)) === hash ? first : await fetched(path, 'reload', fetching);
  if (!contents || (await fetching.hash(contents)) !== hash) throw new DownloadProblem('changed', `${path} is not that of this version`);
  await fetching.write(hash, contents).catch((error: unknown) => {
    throw new DownloadProblem(kindOfRefusal(error), String(error));
  });
}

/** Hosts differ in what they do with `index.html` in an address; the folder is what pages link to. */
const addressOf = (path: string) =>
  path
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** The contents at a path; undefined where the host has no such file. */
async function fetched(path: string, cache: RequestCache, { root, fetch }: Fetching): Promise<ArrayBuffer | undefined> {
  try {
    const response = await fetch(`${root}${addressOf(path)}`, { cache, credentials: 'same-origin' });
    if (response.status >= 500) throw new Error(`${response.status}`);
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch (error) {
    throw new DownloadProblem('network', `${path}: ${String(error)}`);
  }
}

const hashLength = 16;

/** The hash by which contents are kept: SHA-256, its first characters in base64url. The build hashes in the same way. */
export async function hashOf(contents: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', contents));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, hashLength);
}
