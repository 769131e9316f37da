import { afterEach, expect, test } from 'vitest';
import { fetchFromDisk } from '../../../../src/site/disk/disk-files.ts';

afterEach(() => {
  globalThis.diskFiles = undefined;
});

test('a file that the page has is answered with its bytes', async () => {
  globalThis.diskFiles = { 'index/en_1.pf_index': btoa('\x00\xff') };
  const answer = await fetchFromDisk('./pagefind/index/en_1.pf_index?ts=1');
  expect([answer.ok, ...new Uint8Array(await answer.arrayBuffer())]).toEqual([true, 0, 255]);
});

test.each(['./pagefind/none', './pagefind/constructor'])('%s is not there', async (address) => {
  globalThis.diskFiles = {};
  expect((await fetchFromDisk(address)).status).toBe(404);
});

test('nothing is there before the index came', async () => {
  expect((await fetchFromDisk('./pagefind/pagefind-entry.json')).status).toBe(404);
});
