import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressIn, answerRequest } from '../../../../src/site/offline/answer-request.ts';
import { openKeptFiles } from '../../../../src/site/offline/kept-files.ts';
import { KeptSite } from '../../../../src/site/offline/kept-site.ts';
import { SiteVersions } from '../../../../src/site/offline/site-versions.ts';
import type { FetchEvent, WorkerScope } from '../../../../src/site/offline/worker-scope.ts';
import { memoryCaches } from './memory-caches.ts';
import { root, smallSite, texts } from './small-site.ts';

/** A browser with pages open, and the worker of one version after the other. */
function browser() {
  const caches = memoryCaches();
  const pages: { id: string; url: string; postMessage(): void }[] = [];
  const scope = {
    registration: { scope: root, installing: null, waiting: null },
    clients: { get: async (id: string) => pages.find((page) => page.id === id), matchAll: async () => pages },
  } as unknown as WorkerScope;
  const worker = async (version: string, files: Readonly<Record<string, string>>, languages: readonly string[]) => {
    const kept = await openKeptFiles(root, caches);
    const site = new KeptSite(version, root, kept, (await smallSite(version, files)).fetch);
    if (languages.length > 0) await site.makeWhole(languages, () => {});
    const versions = new SiteVersions(version, scope, kept);
    await versions.takeOver();
    const answer = (path: string, clientId = '') => {
      const request = { method: 'GET', url: root + path, mode: clientId === '' ? 'navigate' : 'cors' };
      return answerRequest({ request, clientId } as unknown as FetchEvent, addressIn(root, request)!, { root, kept, versions, scope });
    };
    return { kept, versions, answer };
  };
  return { pages, worker, open: (id: string, path: string) => pages.push({ id, url: root + path, postMessage() {} }) };
}

let network: (address: string) => Promise<Response>;
const down = async () => {
  throw new TypeError('Failed to fetch');
};
beforeEach(() => {
  network = down;
  vi.stubGlobal('fetch', (request: { readonly url: string }) => network(request.url));
});
afterEach(() => vi.unstubAllGlobals());

describe('without a network', () => {
  test('pages and files of a language that is whole are there, whatever their query', async () => {
    const { answer } = await browser().worker('1', texts, ['vi']);
    const page = await answer('vi/guides/x/?from=mail');
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', 'bài']);
    expect((await answer('_astro/a.1.js', 'page')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await answer('')).text()).toBe('root');
  });

  test('a folder without its slash leads to the folder', async () => {
    const { answer } = await browser().worker('1', texts, ['vi']);
    const { status, headers } = await answer('vi/guides/x');
    expect([status, headers.get('location')]).toEqual([301, `${root}vi/guides/x/`]);
  });

  test('a language that was not downloaded says so, and names those that were', async () => {
    const { answer } = await browser().worker('1', texts, ['vi']);
    const page = await answer('fr/');
    expect([page.status, await page.text()]).toEqual([503, '<ul data-kept="vi">away']);
  });

  test('an address that no page has is not found, in a language that is whole', async () => {
    const { answer } = await browser().worker('1', texts, ['vi']);
    expect((await answer('vi/no/such/')).status).toBe(404);
  });

  test('nothing is served of a download that was cut short', async () => {
    const { answer, kept } = await browser().worker('1', texts, ['vi']);
    await kept.writeNote('ready/1', []);
    await expect(answer('vi/')).rejects.toThrow('Failed to fetch');
  });
});

test('with a network, what is not kept comes from it', async () => {
  const { answer } = await browser().worker('1', texts, ['vi']);
  network = async (address) => new Response(`from the host: ${address}`);
  expect(await (await answer('fr/')).text()).toBe(`from the host: ${root}fr/`);
  expect(await (await answer('vi/')).text()).toBe('chào');
});

test('a page that came from the network gets its files from there, but for those that are named after their contents', async () => {
  const { open, worker } = browser();
  const { answer } = await worker('1', { ...texts, 'search.js': 'old' }, ['vi']);
  open('vietnamese', 'vi/');
  open('french', 'fr/');
  network = async () => new Response('new');
  expect(await (await answer('search.js', 'vietnamese')).text()).toBe('old');
  expect(await (await answer('search.js', 'french')).text()).toBe('new');
  expect(await (await answer('_astro/a.1.js', 'french')).text()).toBe('a');
  network = down;
  expect(await (await answer('search.js', 'french')).text()).toBe('old');
});

describe('a new version', () => {
  const changed = { ...texts, 'vi/index.html': 'xin chào', '_astro/b.2.js': 'b' } as Record<string, string>;
  delete changed['_astro/a.1.js'];

  test('leaves an open page its own files, and lets them go when it is closed', async () => {
    const { open, pages, worker } = browser();
    const { kept } = await worker('1', texts, ['vi']);
    open('lab', 'vi/');
    const { answer, versions } = await worker('2', changed, ['vi']);
    open('new', 'vi/');
    expect(await (await answer('_astro/a.1.js', 'lab')).text()).toBe('a');
    expect(await (await answer('vi/', 'lab')).text()).toBe('chào');
    expect(await (await answer('vi/', 'new')).text()).toBe('xin chào');
    expect(await (await answer('vi/')).text()).toBe('xin chào');
    const before = (await kept.hashes()).size;
    pages.shift();
    await versions.letOldGoIfAny();
    expect((await kept.hashes()).size).toBe(before - 2);
    await expect(answer('_astro/a.1.js', 'lab')).rejects.toThrow('Failed to fetch');
    expect(await kept.notes('version/')).toEqual(['2']);
  });
});

test('only reading from below the own root is answered', () => {
  expect(addressIn(root, { method: 'GET', url: `${root}vi/?q#x` })).toBe('vi/');
  expect(addressIn(root, { method: 'GET', url: `${root}%EC%8B%A4` })).toBe('실');
  expect(addressIn(root, { method: 'GET', url: `${root}%E0%A4%A` })).toBeUndefined();
  expect(addressIn(root, { method: 'POST', url: `${root}vi/` })).toBeUndefined();
  expect(addressIn(root, { method: 'GET', url: 'https://example.com/other/' })).toBeUndefined();
});
