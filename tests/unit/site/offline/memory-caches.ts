/** A browser's caches in memory; `room` is how many bytes fit in before it says that it is full. */
export function memoryCaches(room = Number.POSITIVE_INFINITY): CacheStorage {
  const caches = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  let left = room;
  const cache = (entries: Map<string, Uint8Array<ArrayBuffer>>) => ({
    keys: async () => [...entries.keys()].map((url) => ({ url })),
    match: async (url: string) => (entries.has(url) ? new Response(entries.get(url)) : undefined),
    put: async (url: string, response: Response) => {
      const contents = new Uint8Array(await response.arrayBuffer());
      left -= contents.length;
      if (left < 0) throw new DOMException('no room', 'QuotaExceededError');
      entries.set(url, contents);
    },
    delete: async (url: string) => entries.delete(url),
  });
  return {
    open: async (name: string) => cache(caches.get(name) ?? caches.set(name, new Map()).get(name)!),
    delete: async (name: string) => caches.delete(name),
  } as unknown as CacheStorage;
}
