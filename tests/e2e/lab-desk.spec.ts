import { isConnected, makeSecret, openLab } from '../support/lab-page.ts';
import { languageCodes } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

const linkForPulls = 'oc secrets link default registry-credentials --for=pull';
const importImage = 'oc import-image custom-server --confirm --from=registry.ocp4.example.com:8443/developer/custom-server:1.0.0';
const deploy = 'oc new-app --name=custom-server -i custom-server';

test('a command is folded and copied with what it printed, by mouse and by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page);
  await lab.type('echo one');
  await lab.type('echo two');
  const outputs = lab.log.locator('.lab-output');
  await lab.log.locator('.lab-block').first().hover();
  await page.getByRole('toolbar', { name: 'Command 1' }).getByRole('button', { name: 'Fold' }).click();
  await expect(outputs.first()).toBeHidden();
  await page.getByRole('toolbar', { name: 'Command 1' }).getByRole('button', { name: 'Unfold' }).click();
  await expect(outputs.first()).toBeVisible();
  await lab.type('echo three');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('toolbar', { name: 'Command 2' })).toBeVisible();
  await expect(outputs.nth(1)).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('[developer@workstation images-review]$ echo two\ntwo\n');
});

for (const language of languageCodes) {
  test(`an error leads to the guide that explains it, once, in ${language}`, async ({ page }) => {
    const lab = await openLab(page, language);
    await lab.type('oc import-image other-server');
    await lab.type('oc import-image another-server');
    const lines = lab.log.locator('.lab-aside');
    await expect(lines).toHaveCount(1);
    await lines.getByRole('link').click();
    await page.waitForURL(`**/${language}/guides/import-an-image/#confirm`);
  });
}

test('a lab is solved by its goals, not by its solution, and the path shows it, also after a reset', async ({ page }) => {
  const lab = await openLab(page);
  const mark = page.locator('[data-lab="images-review"] .station-progress');
  await page.getByRole('tab', { name: 'Hints' }).click();
  await page.getByRole('button', { name: 'Show solution' }).click();
  await page.goto('/en/');
  await expect(mark).toHaveText('Started');
  await openLab(page);
  for (const line of [makeSecret, linkForPulls, importImage, deploy]) await lab.type(line);
  await expect(page.locator('.lab-solved')).toBeVisible();
  await page.getByRole('button', { name: 'Reset lab' }).click();
  await page.getByRole('group', { name: 'Reset lab' }).getByRole('button', { name: 'Reset lab' }).click();
  await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'not-yet');
  await page.goto('/en/');
  await expect(mark).toHaveText('Solved');
});

test('the time goes on, is kept over a reload, and can be hidden for good', async ({ page }) => {
  await openLab(page);
  const time = page.locator('.lab-time');
  await expect(time).toContainText(/Time: 0:0[1-9]/);
  await page.reload();
  await expect(time).toContainText(/Time: 0:0[1-9]/);
  await time.click();
  await expect(time).toHaveText('Show the time');
  await page.reload();
  await isConnected(page);
  await expect(time).toHaveText('Show the time');
});

test('a console session of a guide leads to the lab', async ({ page }) => {
  await page.goto('/ko/guides/import-an-image/');
  await page.locator('.try-it').first().click();
  await page.waitForURL('**/ko/labs/images-review/');
});

test('the task reads like a guide: room between its parts, names kept whole', async ({ page }) => {
  await openLab(page);
  const paragraphs = page.locator('.lab-text .sl-markdown-content > p');
  const [first, second] = await paragraphs.evaluateAll((all) => all.map((paragraph) => paragraph.getBoundingClientRect()));
  expect((second?.top ?? 0) - (first?.bottom ?? 0)).toBeGreaterThanOrEqual(12);
  await expect(page.locator('.lab-text code.name').first()).toHaveCSS('white-space-collapse', 'collapse');
  await expect(page.locator('.lab-text code.name').first()).toHaveCSS('text-wrap-mode', 'nowrap');
});
