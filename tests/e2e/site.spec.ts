import { languageCodes, languages, pageKinds } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

for (const language of languageCodes) {
  for (const [kind, path] of Object.entries(pageKinds)) {
    test(`the ${kind} page in ${language} opens without an error`, async ({ page, problems }) => {
      await page.goto(`/${language}/${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /social\.png$/);
      expect(await page.locator('link[rel="alternate"][hreflang]').evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')))).toEqual([
        ...languageCodes,
        'x-default',
      ]);
      const twins = await page.locator('link[rel="alternate"][hreflang]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(twins).toEqual([...languageCodes, 'en'].map((code) => new URL(`/${code}/${path}`, page.url()).href));
      expect(problems).toEqual([]);
    });

    test(`the ${kind} page in ${language} fits a phone`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(`/${language}/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
  }
}

test('the language menu keeps the page, and the choice is remembered', async ({ page, problems }) => {
  const path = pageKinds.guide ?? '';
  await page.goto(`/en/${path}`);
  await page.locator('header lab-language-select select').selectOption({ label: languages.ko });
  await page.waitForURL(`**/ko/${path}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.goto('/');
  await page.waitForURL('**/ko/');
  expect(problems).toEqual([]);
});

test('the four languages on the home page are links in their own words', async ({ page }) => {
  await page.goto('/en/');
  const links = page.locator('.home-languages a');
  await expect(links).toHaveText(Object.values(languages));
  await links.last().click();
  await page.waitForURL('**/fr/');
});

test.describe('the root page', () => {
  for (const [locale, language] of [
    ['vi-VN', 'vi'],
    ['fr-CA', 'fr'],
    ['de-DE', 'en'],
  ] as const) {
    test.describe(locale, () => {
      test.use({ locale });
      test(`sends a reader of ${locale} to ${language}`, async ({ page }) => {
        await page.goto('/');
        await page.waitForURL(`**/${language}/`);
      });
    });
  }

  test('lets a reader choose', async ({ page }) => {
    await page.goto('/#choose');
    await page.getByRole('link', { name: languages.vi }).click();
    await page.waitForURL('**/vi/');
    await page.goto('/');
    await page.waitForURL('**/vi/');
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('offers the four languages', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('link')).toHaveText(Object.values(languages));
    });
  });
});

test.describe('an address that is not there', () => {
  for (const language of languageCodes) {
    test(`is answered in ${language} under /${language}/`, async ({ page }) => {
      const response = await page.goto(`/${language}/guides/no-such-page/`);
      expect(response?.status()).toBe(404);
      await expect(page.locator('section:visible')).toHaveAttribute('lang', language);
      await page.getByRole('link').click();
      await page.waitForURL(`**/${language}/`);
    });
  }

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('is answered in all four languages', async ({ page }) => {
      await page.goto('/no-such-page');
      await expect(page.locator('section:visible')).toHaveCount(languageCodes.length);
    });
  });
});

test('a console block copies its commands alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/');
  const block = page.locator('.expressive-code').first();
  await block.hover();
  await block.locator('.copy button').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('oc import-image keycloak:20.0.2 \\\n  --from=quay.io/keycloak/keycloak:20.0.2 --confirm');
});

test('the theme can be chosen, also where the browser blocks storage', async ({ page, problems }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('/en/');
  for (const theme of ['dark', 'light']) {
    await page.locator('header starlight-theme-select select').selectOption(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  expect(problems).toEqual([]);
});
