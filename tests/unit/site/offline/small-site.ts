import { hashOf } from '../../../../src/site/offline/download.ts';
import { type OfflineFile, type OfflineFiles, offlineFilesName } from '../../../../src/site/offline/offline-files.ts';

export const root = 'https://example.com/course/';

/** A site of a few files, as its host serves it; `calls` are the addresses that were asked for. */
export interface SmallSite {
  readonly files: OfflineFiles;
  readonly calls: string[];
  readonly fetch: typeof fetch;
}

const groupOf = (path: string) => (path.startsWith('_astro/') ? 'code' : (/^(?:fr|vi)(?=\/)/.exec(path)?.[0] ?? 'shell'));

/** Makes a site of texts by path. An address that `isDown` names gets no answer. */
export async function smallSite(version: string, texts: Readonly<Record<string, string>>, isDown: (path: string) => boolean = () => false): Promise<SmallSite> {
  const groups: Record<string, OfflineFile[]> = { shell: [], code: [], fr: [], vi: [] };
  for (const [path, text] of Object.entries(texts)) {
    const contents = new TextEncoder().encode(text);
    groups[groupOf(path)]!.push([path, contents.length, await hashOf(contents.buffer)]);
  }
  const files: OfflineFiles = { version, groups };
  const calls: string[] = [];
  const answer = async (address: string) => {
    const path = address.slice(root.length).replace(/(^|\/)$/, '$1index.html');
    calls.push(path);
    if (isDown(path)) throw new TypeError('Failed to fetch');
    const text = path === offlineFilesName ? JSON.stringify(files) : texts[path];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  };
  return { files, calls, fetch: ((asked: string | { readonly url: string }) => answer(typeof asked === 'string' ? asked : asked.url)) as typeof fetch };
}

export const texts = {
  'index.html': 'root',
  '404.html': '<html data-kept="">404',
  'away/index.html': '<ul data-kept="">away',
  '_astro/a.1.js': 'a',
  'vi/index.html': 'chào',
  'vi/guides/x/index.html': 'bài',
  'fr/index.html': 'bonjour',
};
