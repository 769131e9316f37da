/**
 * What is kept for offline use: contents by their hash, so that versions share what has not changed and a download goes on where it stopped,
 * and small notes. All of it is in one cache of the browser for each place where the site stands; the storage that holds the progress has none of it.
 */
export interface KeptFiles {
  /** The hashes of all contents that are kept. */
  hashes(): Promise<ReadonlySet<string>>;
  read(hash: string): Promise<Response | undefined>;
  write(hash: string, contents: ArrayBuffer): Promise<void>;
  drop(hashes: Iterable<string>): Promise<void>;
  readNote<T>(name: string): Promise<T | undefined>;
  writeNote(name: string, value: unknown): Promise<void>;
  dropNote(name: string): Promise<void>;
  /** The names of notes that begin so, without that beginning. */
  notes(beginning: string): Promise<readonly string[]>;
}

/** The name of the cache: several copies of the site may share a host. */
export const cacheName = (root: string): string => `imagestream-labs ${new URL(root).pathname}`;

/** Opens what is kept for the site at `root`; throws where the browser keeps nothing. */
export async function openKeptFiles(root: string, storage: CacheStorage): Promise<KeptFiles> {
  const cache = await storage.open(cacheName(root));
  const file = (hash: string) => `${root}.kept/file/${hash}`;
  const note = (name: string) => `${root}.kept/note/${name}`;
  const named = async (beginning: string) =>
    (await cache.keys()).map(({ url }) => url).flatMap((url) => (url.startsWith(beginning) ? [url.slice(beginning.length)] : []));
  return {
    hashes: async () => new Set(await named(file(''))),
    read: (hash) => cache.match(file(hash)),
    write: (hash, contents) => cache.put(file(hash), new Response(contents)),
    async drop(hashes) {
      for (const hash of hashes) await cache.delete(file(hash));
    },
    readNote: async (name) => (await cache.match(note(name)))?.json(),
    writeNote: (name, value) => cache.put(note(name), new Response(JSON.stringify(value))),
    async dropNote(name) {
      await cache.delete(note(name));
    },
    notes: (beginning) => named(note(beginning)),
  };
}
