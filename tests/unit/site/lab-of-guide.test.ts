import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpressiveCode, ExpressiveCodeBlock, pluginFrames } from '@astrojs/starlight/expressive-code';
import { select } from '@astrojs/starlight/expressive-code/hast';
import { afterAll, describe, expect, test } from 'vitest';
import { codeParts } from '../../../src/site/code-parts.ts';
import { labOfGuide } from '../../../src/site/console/lab-of-guide.ts';
import { tryIt } from '../../../src/site/console/try-it.ts';

describe('the lab of a guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guides-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const guide = (labs: string) => {
    const file = join(folder, 'guide.md');
    writeFileSync(file, `---\ntitle: A\n${labs}---\n\nText\n`);
    return file;
  };

  test('is the first of its own, else the first of the course', () => {
    expect(labOfGuide(guide('labs: [b, c]\n'), 'a')).toBe('b');
    expect(labOfGuide(guide('labs: []\n'), 'a')).toBe('a');
    expect(labOfGuide(guide(''), undefined)).toBeUndefined();
  });

  test('is where the bar of its sessions leads, in its language', async () => {
    const labOf = (file: string) => (file.includes('with-lab') ? 'b' : undefined);
    const engine = new ExpressiveCode({ plugins: [pluginFrames(), tryIt({ labOf, labelOf: (language) => `Try (${language})` })] });
    const linkOn = async (sourceFilePath: string, language = 'console') => {
      const block = new ExpressiveCodeBlock({ code: '$ oc whoami', language, parentDocument: { sourceFilePath } });
      return select('a.try-it', (await engine.render(block)).renderedGroupAst)?.properties.href;
    };
    expect(await linkOn('/x/content/docs/ko/guides/with-lab.md')).toBe('/ko/labs/b/');
    expect(await linkOn('/x/content/docs/ko/guides/none.md')).toBeUndefined();
    expect(await linkOn('/x/content/docs/ko/index.mdx')).toBeUndefined();
    expect(await linkOn('/x/content/docs/ko/guides/with-lab.md', 'yaml')).toBeUndefined();
  });
});

test('code between backticks is told from the words around it', () => {
  expect(codeParts('preview with `--dry-run`')).toEqual([
    { text: 'preview with ', isCode: false },
    { text: '--dry-run', isCode: true },
  ]);
  expect(codeParts('no code')).toEqual([{ text: 'no code', isCode: false }]);
});
