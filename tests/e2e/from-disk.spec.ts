import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { classicScript } from '../support/classic-script.ts';
import { labPage, makeSecret } from '../support/lab-page.ts';
import { expect, test } from '../support/site-test.ts';

test.describe('a lab opened from a disk, its script one classic file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-from-disk-'));
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test('runs commands and judges goals', async ({ page }) => {
    const html = readFileSync('dist/vi/labs/images-review/index.html', 'utf8');
    const lab = '<script defer src="lab.js"></script>';
    cpSync('dist/_astro', join(folder, '_astro'), { recursive: true });
    writeFileSync(join(folder, 'lab.js'), await classicScript('src/site/lab/define-elements.ts'));
    writeFileSync(join(folder, 'lab.html'), html.replaceAll('../../../', './').replace(/<script type="module"[^>]*LabWorkspace[^>]*><\/script>/, lab));
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(join(folder, 'lab.html')).href);
    await page.locator('lab-workspace[data-connected]').waitFor({ state: 'attached' });
    const { type, goal, log } = labPage(page);
    await type(makeSecret);
    await expect(log).toContainText('secret/registry-credentials created');
    await expect(goal('credentials')).toHaveAttribute('data-state', 'holds');
    expect(errors).toEqual([]);
  });
});
