import { keptOf, needless, noteRequests } from '../support/kept-by-browser.ts';
import { isConnected, labPage, openLab } from '../support/lab-page.ts';
import { pageKinds } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

test('a reader of all kinds of pages, who does a lab, searches, and changes theme and language, leaves progress and choices behind, and nothing else', async ({
  page,
  context,
  baseURL,
}) => {
  const requests = noteRequests(context);
  await page.goto('/#choose');
  await page.getByRole('link', { name: 'English' }).click();
  for (const path of Object.values(pageKinds)) await page.goto(`/en/${path}`);
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  await page.keyboard.press('Control+k');
  await page.locator('.pagefind-ui__search-input').fill('image stream');
  await expect(page.locator('.pagefind-ui__result').first()).toBeVisible();
  await page.goto('/nothing/here/');
  const lab = await openLab(page);
  await lab.type('oc whoami');
  await page.reload();
  await isConnected(page);
  await expect(labPage(page).log).toContainText('developer');
  await page.locator('lab-language-select select').first().selectOption({ label: 'Français' });
  await page.waitForURL(/\/fr\//);
  await isConnected(page);
  const kept = await keptOf(page, requests);
  expect(needless(kept, String(baseURL))).toEqual([]);
  expect(kept.localStorage).toEqual(
    expect.arrayContaining(['imagestream-labs/lab/images-review', 'imagestream-labs/marks/images-review', 'imagestream-labs/language', 'starlight-theme']),
  );
  expect(kept).toMatchObject({ cookies: [], databases: [], caches: [], workers: [] });
});

test('whatever else a page keeps or asks for is found', async ({ page, context, baseURL }) => {
  const requests = noteRequests(context);
  const html = '<!doctype html><title>planted</title>';
  await page.route('**/planted/', (route) => route.fulfill({ body: html, contentType: 'text/html', headers: { 'set-cookie': 'fromServer=1' } }));
  await page.route('https://elsewhere.example/**', (route) => route.fulfill({ body: '' }));
  await page.goto('/planted/');
  await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: that is what is planted
    document.cookie = 'visitor=1';
    localStorage.setItem('visits', '1');
    sessionStorage.setItem('visit', '1');
    await new Promise((resolve) => indexedDB.open('visitors').addEventListener('success', resolve));
    await caches.open('pages');
    await fetch('https://elsewhere.example/count', { mode: 'no-cors' });
  });
  expect([...needless(await keptOf(page, requests), String(baseURL))].sort()).toEqual([
    'caches: pages',
    'cookies: fromServer',
    'cookies: visitor',
    'databases: visitors',
    'localStorage: visits',
    'requests: https://elsewhere.example/count',
    'sessionStorage: visit',
  ]);
});

test('a worker that nobody asked for is found', () => {
  const nothing = { cookies: [], localStorage: [], sessionStorage: [], databases: [], caches: [], requests: ['http://a/b', 'data:,'] };
  expect(needless({ ...nothing, workers: ['http://a/'] }, 'http://a')).toEqual(['workers: http://a/']);
});
