import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { countBlocks, mostSkipped } from '../../src/guides/check-blocks.ts';
import { checkCourse } from '../../src/guides/check-course.ts';
import { checkGuides } from '../../src/guides/check-guides.ts';
import { checkPageLinks } from '../../src/guides/check-page-links.ts';
import { checkForm } from '../../src/guides/check-pages.ts';
import { compareLanguages } from '../../src/guides/compare-languages.ts';
import { isConsole } from '../../src/guides/fenced-blocks.ts';
import { groupByName, readDocs, readInstructions } from '../../src/guides/guide-files.ts';
import { openGuideSession } from '../../src/guides/open-session.ts';
import { isInCourse, pageNameOf } from '../../src/guides/page-names.ts';
import { courseNames } from '../../src/site/course-names.ts';
import { generatedPages } from '../../src/site/course-sections.ts';
import { fallbackLanguage, languageCodes } from '../../src/site/languages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const docs = await readDocs(root);
const instructions = await readInstructions(root);
const english = docs.filter(({ file }) => pageNameOf(file).language === fallbackLanguage);

describe('guides', () => {
  it.each(english.map((page) => [page.file, page] as const))('%s shows what the commands print', async (_, page) => {
    expect(await checkGuides([page], openGuideSession)).toEqual([]);
  });

  it.each([...docs, ...instructions].map((page) => [page.file, page] as const))('%s has the form of its kind', (_, page) => {
    expect(checkForm(page, courseNames())).toEqual([]);
  });

  it.each([...groupByName([...docs, ...instructions])])('%s is the same in every language', (name, translations) => {
    expect(compareLanguages(new Map([[name, translations]]), languageCodes, fallbackLanguage)).toEqual([]);
  });

  it('link to pages and sections that are there', () => {
    expect(checkPageLinks([...docs, ...instructions], generatedPages)).toEqual([]);
  });

  it('are named in the course, each once', () => {
    const pages = english.map(({ file }) => pageNameOf(file).name).filter(isInCourse);
    expect(checkCourse(courseNames().pages, pages, generatedPages)).toEqual([]);
  });

  it('skip hardly any of their blocks', () => {
    const { blocks, skipped } = countBlocks(english);
    console.log(`${blocks} blocks of the course are run or applied, ${skipped} of them skipped`);
    expect(skipped / blocks).toBeLessThanOrEqual(mostSkipped);
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
