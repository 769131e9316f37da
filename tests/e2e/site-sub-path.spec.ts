import type { AddressInfo } from 'node:net';
import { serveSite } from '../../src/serve/site-server.ts';
import { pageKinds } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

test.describe('under a path of its own on a host', () => {
  let server: Awaited<ReturnType<typeof serveSite>>;
  let root: string;
  test.beforeAll(async () => {
    server = await serveSite('dist', { port: 0, host: '127.0.0.1', prefix: '/training/image-streams/' });
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/training/image-streams/`;
  });
  test.afterAll(() => server.close());

  test('every kind of page opens, with its styles and fonts', async ({ page, problems }) => {
    for (const path of Object.values(pageKinds)) {
      await page.goto(`${root}en/${path}`);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--sl-font-mono'))).toContain('JetBrains Mono');
      expect(await page.evaluate(() => document.fonts.load('16px "JetBrains Mono"').then((fonts) => fonts.length))).toBeGreaterThan(0);
    }
    expect(problems).toEqual([]);
  });

  test('links, language menu, root page and search lead to pages under it', async ({ page, problems }) => {
    await page.goto(`${root}en/${pageKinds.guide ?? ''}`);
    await page.locator('header lab-language-select select').selectOption({ label: 'Français' });
    await page.waitForURL(`${root}fr/${pageKinds.guide ?? ''}`);
    await page.locator('a.site-title').click();
    await page.waitForURL(`${root}fr/`);
    await expect(page.locator('button[data-open-modal]')).toBeEnabled(); // The page's script has started.
    await page.keyboard.press('Control+k');
    await page.locator('.pagefind-ui__search-input').fill('correcteur');
    await page.locator('.pagefind-ui__result-link').first().click();
    await page.waitForURL(`${root}fr/**`);
    await page.goto(root);
    await page.waitForURL(`${root}fr/`);
    expect(problems).toEqual([]);
  });

  test('an address that is not there leads home, by the language before it or by the page it was reached from', async ({ page }) => {
    await page.goto(`${root}ko/no/such/page`);
    await expect(page.locator('section:visible a')).toHaveAttribute('href', '/training/image-streams/ko/');
    await page.goto(`${root}vi/`);
    await page.evaluate((address) => location.assign(address), `${root}elsewhere`);
    await page.waitForURL(`${root}elsewhere`);
    await expect(page.locator('section:visible a')).toHaveAttribute('href', '/training/image-streams/vi/');
  });
});
