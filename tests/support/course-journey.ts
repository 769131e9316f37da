import type { Page } from '@playwright/test';
import { isConnected, labPage, makeSecret } from './lab-page.ts';
import { expect } from './site-test.ts';

/**
 * What a reader does with the site wherever it stands: comes in by its front page, reads a guide, changes the language, searches, and works
 * in a lab with commands that are loaded when they are typed. `start` is the address that they open; every page after it is reached by links.
 */
export async function takeCourse(page: Page, start: string): Promise<void> {
  await page.goto(start);
  await page.waitForURL(/\/en\/(?:index\.html)?$/);
  await page.locator('.home-actions a').first().click();
  await page.waitForURL(/\/en\/guides\/[^/]+\/(?:index\.html)?$/);
  expect(await page.evaluate(() => document.fonts.load('16px "JetBrains Mono"').then((fonts) => fonts.length))).toBeGreaterThan(0);
  await page.locator('header lab-language-select select').selectOption({ label: 'Français' });
  await page.waitForURL(/\/fr\/guides\/[^/]+\/(?:index\.html)?$/);
  await searchFor(page, 'registre privé');
  await page.waitForURL(/\/fr\/.+/);
  await page.locator('a.site-title').click();
  await page.waitForURL(/\/fr\/(?:index\.html)?$/);
  await page.locator('main a[href*="labs/images-review/"]').first().click();
  await workInLab(page);
}

async function searchFor(page: Page, words: string): Promise<void> {
  await expect(page.locator('button[data-open-modal]')).toBeEnabled(); // The page's script has started.
  await page.keyboard.press('Control+k');
  await page.locator('.pagefind-ui__search-input').fill(words);
  await page.locator('.pagefind-ui__result-link').first().click();
}

/** Does a goal of the lab on the page, and asks with tools that come later; what was done is there after the page was loaded again. */
export async function workInLab(page: Page): Promise<void> {
  await isConnected(page);
  const { type, goal, log } = labPage(page);
  await type(makeSecret);
  await expect(log).toContainText('secret/registry-credentials created');
  await expect(goal('credentials')).toHaveAttribute('data-state', 'holds');
  await type("oc get secret registry-credentials -o json | jq -r .type | sed 's/^/type: /'");
  await expect(log).toContainText('type: kubernetes.io/dockerconfigjson');
  await type('podman --version | grep -o podman');
  await page.reload();
  await isConnected(page);
  await expect(goal('credentials')).toHaveAttribute('data-state', 'holds');
}
