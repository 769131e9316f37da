import { pathToFileURL } from 'node:url';
import { isConnected, labPage, makeSecret } from '../support/lab-page.ts';
import { download, OfflineSite, openDownload } from '../support/offline-site.ts';
import { languageCodes } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

const lab = 'labs/images-review/';

test.describe.configure({ timeout: 240_000 }); // Megabytes are downloaded, on a machine that may be busy.

test.describe('the site as an app', () => {
  let site: OfflineSite;
  let asked: string[];
  test.beforeEach(async ({ context }) => {
    site = new OfflineSite();
    asked = [];
    await site.start();
    context.on('request', (request) => asked.push(request.url())); // Those of the service worker too.
  });
  test.afterEach(async () => {
    await site.remove();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !/^(?:data|blob):/.test(url) && !url.startsWith(site.root))).toEqual([]);
  });

  test('keeps nothing before its reader asks for it', async ({ page, problems }) => {
    await openDownload(page, site, 'en');
    await page.goto(`${site.root}en/`);
    const kept = await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length, document.cookie]);
    expect(kept).toEqual([0, 0, '']);
    expect(site.asked).not.toContain('sw.js');
    expect(problems).toEqual([]);
  });

  test('downloads a language, and works without the host: pages, search, and a lab with commands that load when they are typed', async ({ page }) => {
    await openDownload(page, site, 'vi');
    const seen = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const values: number[] = [];
          const bar = document.querySelector('.offline-progress progress') as HTMLProgressElement;
          new MutationObserver(() => values.push(bar.value)).observe(bar, { attributes: true });
          navigator.serviceWorker.addEventListener('message', ({ data }) => data.told === 'state' && !data.isBusy && values.length > 0 && resolve(values));
        }),
    );
    await page.locator('.offline-start').click();
    await expect(page.locator('[data-language="vi"]')).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
    expect((await seen).filter((value) => value > 0 && value < 1).length).toBeGreaterThan(3);
    expect(site.asked.filter((path) => /^(?:en|ko|fr|from-disk)\//.test(path))).toEqual([]);
    await site.stop();

    await page.goto(`${site.root}vi/?from=bookmark`);
    await page.locator('.learning-path a').first().click();
    await page.waitForURL('**/vi/guides/**');
    await expect(page.locator('h1')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.locator('.pagefind-ui__search-input').fill('bộ chấm');
    await page.locator('.pagefind-ui__result-link').first().click();
    await page.waitForURL(`${site.root}vi/**`);
    await page.goto(`${site.root}vi/${lab}`);
    await isConnected(page);
    const { type, goal, log } = labPage(page);
    await type(makeSecret);
    await expect(goal('credentials')).toHaveAttribute('data-state', 'holds');
    await type(`echo '{"name":"kept"}' | jq -r .name | sed s/kept/still-here/`);
    await expect(log).toContainText('still-here');
    await type('podman images');
    await expect(log).toContainText('REPOSITORY');
    await page.goto(`${site.root}fr/`);
    await expect(page.locator('section:visible')).toHaveAttribute('lang', 'fr');
    await expect(page.getByRole('link')).toHaveText(['Tiếng Việt']);
    await page.getByRole('link').click();
    await page.waitForURL(`${site.root}vi/`);
    await expect(page.locator('h1')).toBeVisible();
  });

  test('says so when the network is away, and only where the page was downloaded', async ({ page, context }) => {
    await download(page, site, 'ko');
    await page.goto(`${site.root}ko/`);
    await expect(page.locator('.notice-offline')).toBeHidden();
    await context.setOffline(true);
    await expect(page.locator('.notice-offline')).toBeVisible();
    await context.setOffline(false);
    await expect(page.locator('.notice-offline')).toBeHidden();
    await page.goto(`${site.root}en/`);
    await context.setOffline(true);
    await page.waitForTimeout(500);
    await expect(page.locator('.notice-offline')).toBeHidden();
  });

  test('lets an open lab go on in its own version when a new one comes, and changes over with the progress kept', async ({ page, context }) => {
    await download(page, site, 'en');
    await page.goto(`${site.root}en/${lab}`);
    await isConnected(page);
    const { type, log, goal } = labPage(page);
    await type(makeSecret);
    await site.update('en/labs/images-review/index.html', '<h1', '<h1 data-second', 'annotate');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const update = page.locator('.notice-update');
    await expect(update).toBeVisible({ timeout: 60_000 });
    await type('oc annotate secret registry-credentials team=one');
    await expect(log).toContainText('secret/registry-credentials annotated');

    const other = await context.newPage();
    await other.goto(`${site.root}en/${lab}`);
    await expect(other.locator('h1[data-second]')).toHaveCount(0);
    await isConnected(other);
    await expect(other.locator('.notice-update')).toBeVisible();
    await other.locator('.notice-update button').first().click();
    await expect(other.locator('h1[data-second]')).toHaveCount(1, { timeout: 60_000 });
    await isConnected(other);
    await expect(other.locator('lab-goals [data-goal="credentials"]')).toHaveAttribute('data-state', 'holds');
    await expect(other.locator('.lab-log')).toContainText('annotated');
    await site.stop();
    await type('oc autoscale deployment/none --max=2'); // Loaded now, in the page that is still open in the old version.
    await expect(log).toContainText('Error from server (NotFound)');
    await page.reload();
    await expect(page.locator('h1[data-second]')).toHaveCount(1);
    await isConnected(page);
    await expect(goal('credentials')).toHaveAttribute('data-state', 'holds');
  });

  test('keeps the old version when the new one cannot be had whole', async ({ page }) => {
    await download(page, site, 'en');
    await site.update('en/index.html', '<h1', '<h1 data-second', 'annotate');
    site.cutAfter(3); // The worker and the list of its files come, and little more.
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
    await page.waitForTimeout(1000);
    await page.goto(`${site.root}en/`);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('h1[data-second]')).toHaveCount(0);
    await page.goto(`${site.root}en/offline/`);
    await expect(page.locator('.offline-problem')).toHaveText('A new version could not be downloaded. The one you have goes on working.');
    await expect(page.locator('[data-language="en"]')).toHaveAttribute('data-status', 'ready');
  });

  test('tells a download that was cut half-way, and goes on where it stopped', async ({ page }) => {
    await openDownload(page, site, 'fr');
    site.cutAfter(60);
    await page.locator('.offline-start').click();
    const problem = page.locator('.offline-problem');
    await expect(problem).toContainText('Il manque');
    await expect(page.locator('[data-language="fr"]')).toHaveAttribute('data-status', 'partial');
    await site.stop();
    await site.start();
    await openDownload(page, site, 'fr'); // It is told again when the page is opened again.
    await expect(problem).toContainText('Il manque');
    const files = await page.evaluate(async () => (await (await fetch('../../offline-files.json')).json()) as { groups: Record<string, unknown[]> });
    const { length } = ['shell', 'code', 'fr'].flatMap((group) => files.groups[group] ?? []);
    site.asked.length = 0;
    await page.locator('.offline-start').click();
    await expect(page.locator('[data-language="fr"]')).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
    expect(site.asked.length).toBeLessThan(length - 40);
  });

  test('tells that the browser is full, with what is missing', async ({ page, context }) => {
    await openDownload(page, site, 'en');
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.root).origin, quotaSize: 2_000_000 });
    await page.locator('.offline-start').click();
    await expect(page.locator('.offline-problem')).toContainText(/no room left.* Missing: \d/, { timeout: 60_000 });
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.root).origin });
    await page.locator('.offline-start').click();
    await expect(page.locator('[data-language="en"]')).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
  });

  test('tells what the browser has removed since, and lets everything go when asked', async ({ page }) => {
    await download(page, site, 'en');
    await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]!);
      const files = (await cache.keys()).filter(({ url }) => url.includes('/.kept/file/'));
      for (const file of files.slice(0, 40)) await cache.delete(file);
    });
    await openDownload(page, site, 'en');
    await expect(page.locator('.offline-problem')).toContainText('The browser has removed parts of the download.');
    await page.locator('.offline-remove').click();
    await expect(page.locator('[data-language="en"]')).toHaveAttribute('data-status', 'none');
    const kept = () => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
    await expect.poll(kept).toEqual([0, 0]);
    await page.locator('.offline-start').click();
    await expect(page.locator('[data-language="en"]')).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
    await site.stop();
    await page.goto(`${site.root}en/`);
    await expect(page.locator('h1')).toBeVisible();
  });

  test('a command whose code does not come says so; its line counts as not typed, and works when the network is back', async ({ page }) => {
    await page.goto(`${site.root}ko/${lab}`);
    await isConnected(page);
    const { type, log } = labPage(page);
    await type(makeSecret);
    await site.stop();
    for (const line of ['oc annotate secret registry-credentials team=one', 'oc whoami && podman images', 'echo {} | jq .']) {
      const said = log.getByText('이 줄은 입력하지 않은 것으로 처리됩니다');
      const before = await said.count();
      await type(line);
      await expect(said).toHaveCount(before + 1);
    }
    await expect(log).not.toContainText('dynamically imported');
    await site.start();
    await type('oc annotate secret registry-credentials team=one');
    await expect(log).toContainText('secret/registry-credentials annotated');
    await type('echo {} | jq -c .');
    await page.reload();
    await isConnected(page);
    await expect(log).toContainText('annotated');
    await expect(log).not.toContainText('이 줄은');
  });
});

test.describe('the page of the download', () => {
  for (const [name, spoil] of [
    ['at an address without a secure context', () => Object.defineProperty(window, 'isSecureContext', { value: false })],
    [
      'in a window that keeps nothing',
      () =>
        Object.defineProperty(window, 'caches', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        }),
    ],
  ] as const) {
    test(`says why there is none ${name}`, async ({ page, problems }) => {
      await page.addInitScript(spoil);
      for (const language of languageCodes) {
        await page.goto(`/${language}/offline/`);
        await expect(page.locator('.offline-state')).not.toBeEmpty();
        await expect(page.locator('.offline-desk')).toBeHidden();
      }
      expect(problems).toEqual([]);
    });
  }

  test('says that a site on a disk is there already', async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL('dist/en/offline/index.html').href);
    await expect(page.locator('.offline-state')).toContainText('opened from a disk');
    expect(errors).toEqual([]);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('says what needs them', async ({ page }) => {
      await page.goto('/en/offline/');
      await expect(page.locator('.offline-state')).toContainText('needs scripts');
    });
  });

  test('leads from every page, and each language is an app of its own', async ({ page, problems }) => {
    for (const language of languageCodes) {
      await page.goto(`/${language}/`);
      const href = await page.locator('link[rel="manifest"]').getAttribute('href');
      const manifest = await page.evaluate(async (address) => (await fetch(address ?? '')).json(), href);
      expect(manifest).toMatchObject({ lang: language, start_url: './', scope: '../', display: 'standalone' });
      await expect(page.locator('meta[name="theme-color"]')).toHaveCount(2);
      await page.locator('.site-foot a').click();
      await page.waitForURL(`**/${language}/offline/`);
      await expect(page.locator('.offline-desk')).toBeVisible();
    }
    expect(problems).toEqual([]);
  });
});
