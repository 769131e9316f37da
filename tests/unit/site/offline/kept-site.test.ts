import { describe, expect, test } from 'vitest';
import { openKeptFiles } from '../../../../src/site/offline/kept-files.ts';
import { KeptSite } from '../../../../src/site/offline/kept-site.ts';
import { statusOf } from '../../../../src/site/offline/kept-state.ts';
import { bytesOf, filesFor, type Progress } from '../../../../src/site/offline/offline-files.ts';
import { memoryCaches } from './memory-caches.ts';
import { root, type SmallSite, smallSite, texts } from './small-site.ts';

const keptIn = async (caches: CacheStorage, { files, fetch }: SmallSite) => new KeptSite(files.version, root, await openKeptFiles(root, caches), fetch);
const statuses = async (kept: KeptSite) => {
  const state = await kept.state(false);
  return Object.fromEntries(state.languages.map((language) => [language.language, statusOf(language, state)]));
};

describe('a download', () => {
  test('fetches what its language needs and nothing of another, and tells how far it is', async () => {
    const site = await smallSite('1', texts);
    const kept = await keptIn(memoryCaches(), site);
    const told: Progress[] = [];
    await kept.makeWhole(['vi'], (progress) => told.push(progress));
    const wanted = filesFor(site.files, ['vi']);
    expect(site.calls.filter((path) => path.startsWith('fr/'))).toEqual([]);
    expect(told[0]).toEqual({ languages: ['vi'], files: 0, ofFiles: wanted.length, bytes: 0, ofBytes: bytesOf(wanted) });
    expect(told.at(-1)).toEqual({ languages: ['vi'], files: wanted.length, ofFiles: wanted.length, bytes: bytesOf(wanted), ofBytes: bytesOf(wanted) });
    expect(await statuses(kept)).toEqual({ vi: 'ready', fr: 'none' });
  });

  test('that is cut half-way is not ready, and goes on with what is missing', async () => {
    const caches = memoryCaches();
    const cut = await keptIn(caches, await smallSite('1', texts, (path) => path.startsWith('vi/guides')));
    await cut.want(['vi']);
    await expect(cut.makeWhole(['vi'], () => {})).rejects.toMatchObject({ kind: 'network' });
    expect(await cut.ready()).toEqual([]);
    expect(await statuses(cut)).toEqual({ vi: 'partial', fr: 'none' });
    const site = await smallSite('1', texts);
    const again = await keptIn(caches, site);
    await again.makeWhole(['vi'], () => {});
    expect(site.calls).toEqual(['vi/guides/x/index.html']);
    expect(await statuses(again)).toEqual({ vi: 'ready', fr: 'none' });
  });

  test('does not take a file of another version for its own', async () => {
    const site = await smallSite('1', texts);
    const { fetch } = await smallSite('2', { ...texts, 'vi/index.html': 'xin chào' });
    const kept = await keptIn(memoryCaches(), site);
    await kept.files();
    const mixed = await keptIn(memoryCaches(), { ...site, fetch: (asked, options) => (String(asked).endsWith('.json') ? site.fetch : fetch)(asked, options) });
    await expect(mixed.makeWhole(['vi'], () => {})).rejects.toMatchObject({ kind: 'changed' });
    await expect((await keptIn(memoryCaches(), { ...site, fetch })).files()).rejects.toMatchObject({ kind: 'changed' });
  });

  test('says that the browser is full', async () => {
    const site = await smallSite('1', texts);
    const kept = await keptIn(memoryCaches(JSON.stringify(site.files).length + 12), site);
    await expect(kept.makeWhole(['vi'], () => {})).rejects.toMatchObject({ kind: 'full' });
    expect(await kept.ready()).toEqual([]);
    const problem = { kind: 'full', during: 'download' } as const;
    await expect(kept.noteProblem(problem)).rejects.toThrow('no room'); // A note needs room too, and is told all the same.
    expect(await kept.state(false)).toMatchObject({ problem });
  });

  test('of a second language, or of a new version, fetches only what is new', async () => {
    const caches = memoryCaches();
    await (await keptIn(caches, await smallSite('1', texts))).makeWhole(['vi'], () => {});
    const second = await smallSite('1', texts);
    await (await keptIn(caches, second)).makeWhole(['fr'], () => {});
    expect(second.calls).toEqual(['fr/index.html']);
    const update = await smallSite('2', { ...texts, 'vi/index.html': 'xin chào' });
    await (await keptIn(caches, update)).makeWhole(['vi', 'fr'], () => {});
    expect(update.calls).toEqual(['offline-files.json', 'vi/index.html']);
  });
});

test('what the browser has removed is noticed, with how much it is', async () => {
  const caches = memoryCaches();
  const site = await smallSite('1', texts);
  const kept = await keptIn(caches, site);
  await kept.makeWhole(['vi', 'fr'], () => {});
  const [, bytes, hash] = site.files.groups.fr![0]!;
  await (await openKeptFiles(root, caches)).drop([hash]);
  expect(await statuses(kept)).toEqual({ vi: 'ready', fr: 'gone' });
  expect((await kept.state(false)).languages.find(({ language }) => language === 'fr')).toMatchObject({ missing: bytes, wasReady: true });
});
