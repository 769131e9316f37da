import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkGuides } from '../../src/guides/check-guides.ts';
import { compareLanguages } from '../../src/guides/compare-languages.ts';
import { isConsole } from '../../src/guides/fenced-blocks.ts';
import { groupByName, readDocs, readInstructions } from '../../src/guides/guide-files.ts';
import { openGuideSession } from '../../src/guides/open-session.ts';
import { fallbackLanguage, languageCodes } from '../../src/site/languages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const docs = await readDocs(root);
const instructions = await readInstructions(root);

describe('guides', () => {
  it.each(docs.map((page) => [page.file, page] as const))('%s shows what the commands print', async (_, page) => {
    expect(await checkGuides([page], openGuideSession)).toEqual([]);
  });

  it('agree across languages', () => {
    expect(compareLanguages(groupByName([...docs, ...instructions]), languageCodes, fallbackLanguage)).toEqual([]);
  });

  it('do not hold when a command answers something else', async () => {
    const page = docs.find(({ blocks }) => blocks.some(isConsole));
    const block = page?.blocks.find(isConsole);
    if (!page || !block) throw new Error('no guide has a console block');
    const planted = { ...page, blocks: [{ ...block, exchanges: block.exchanges.map((exchange) => ({ ...exchange, output: 'something else' })) }] };
    expect(await checkGuides([planted], openGuideSession)).not.toEqual([]);
  });

  it('name a scenario that exists', async () => {
    await expect(openGuideSession({ scenario: 'nowhere', user: 'developer', project: 'demo' })).rejects.toThrow('scenario="nowhere" is not known; there are ');
  });
});
