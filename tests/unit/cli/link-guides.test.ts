import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkGuides } from '../../../src/cli/link-guides.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';
import { checkFreshness, withSource } from '../../../src/guides/translation-source.ts';

describe('a lab in the guides that prepare for it', () => {
  let folder = '';
  const file = (language: string) => `content/docs/${language}/guides/some.md`;
  const page = (language: string) => readGuidePage(file(language), readFileSync(join(folder, file(language)), 'utf8'));
  const write = (language: string, text: string) => {
    mkdirSync(join(folder, `content/docs/${language}/guides`), { recursive: true });
    writeFileSync(join(folder, file(language)), text);
  };
  const text = (title: string, labs: string) => `---\ntitle: ${title}\nlabs: ${labs}\n---\n\nText.\n`;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guides-'));
    write('en', text('Some', '[]'));
    write('fr', withSource(readGuidePage(file('fr'), text('Un', '[]')), page('en')));
    write('ko', `${text('어떤', '[]').replace('labs', 'source: "000000000000"\nlabs')}`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const link = (id: string) => linkGuides(pathToFileURL(`${folder}/`), id, ['some']);

  it('is named in each language that has the guide', async () => {
    expect([...(await link('one'))].sort()).toEqual([file('en'), file('fr'), file('ko')]);
    expect(['en', 'fr', 'ko'].map((language) => page(language).frontmatter.labs)).toEqual([['one'], ['one'], ['one']]);
    await link('two');
    expect(page('fr').frontmatter.labs).toEqual(['one', 'two']);
  });

  it('leaves a translation as fresh, or as stale, as it was', async () => {
    await link('one');
    expect(checkFreshness(page('fr'), page('en'))).toEqual([]);
    expect(checkFreshness(page('ko'), page('en'))).toHaveLength(1);
  });

  it('changes nothing the second time', async () => {
    await link('one');
    expect(await link('one')).toEqual([]);
  });

  it('complains of a guide that is not there', async () => {
    await expect(linkGuides(pathToFileURL(`${folder}/`), 'one', ['nowhere'])).rejects.toThrow('there is no guide nowhere');
  });
});
