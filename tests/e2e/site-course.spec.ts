import type { Page } from '@playwright/test';
import { coursePages, languageCodes, pageKinds } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

/** Presses Tab until the element that `selector` names has the focus, as often as a page has links. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

for (const language of languageCodes) {
  test(`a guide in ${language} is two activations of the keyboard away from the root page`, async ({ page, problems }) => {
    await page.goto('/#choose');
    await tabTo(page, `a[hreflang="${language}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${language}/`);
    const [last = ''] = coursePages.filter((name) => name.startsWith('guides/')).slice(-1);
    await tabTo(page, `.learning-path a[href$="${last}/"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${language}/${last}/`);
    await expect(page.locator('h1')).toBeVisible();
    expect(problems).toEqual([]);
  });

  test(`the map of the course in ${language} leads to every page of it, in the course's order`, async ({ page }) => {
    await page.goto(`/${language}/`);
    const addresses = await page.locator('.learning-path a').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    const pages = addresses.filter((address) => !address.includes('/labs/'));
    expect(pages).toEqual(coursePages.map((name) => `/${language}/${name}/`));
    expect(addresses.filter((address) => address.includes('/labs/'))).not.toEqual([]);
  });

  test(`a guide in ${language} says what it teaches, and ends with a question that the keyboard unfolds`, async ({ page, problems }) => {
    await page.goto(`/${language}/${pageKinds.guide}`);
    expect(await page.locator('.guide-head .guide-objectives li').count()).toBeGreaterThan(1);
    await expect(page.locator('.guide-minutes')).toHaveText(/\d/);
    await expect(page.locator('.sl-markdown-content')).not.toContainText(/:::|\{#/);
    const answer = page.locator('.self-check-answer');
    await expect(answer).toBeHidden();
    await page.locator('.self-check summary').focus();
    await page.keyboard.press('Enter');
    await expect(answer).toBeVisible();
    await page.keyboard.press('Space');
    await expect(answer).toBeHidden();
    expect(problems).toEqual([]);
  });
}

test('the headings of a guide have the same ids in every language', async ({ page }) => {
  const ids: string[][] = [];
  for (const language of languageCodes) {
    await page.goto(`/${language}/${pageKinds.guide}`);
    ids.push(await page.locator('.sl-markdown-content :is(h2, h3)').evaluateAll((headings) => headings.map(({ id }) => id)));
    expect(await page.locator('starlight-toc a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(`#${ids.at(-1)?.[0]}`);
  }
  expect(ids[0]?.length).toBeGreaterThan(0);
  for (const others of ids) expect(others).toEqual(ids[0]);
});

test('the answer to the question is on paper, unfolded or not', async ({ page }) => {
  await page.goto(`/en/${pageKinds.guide}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.self-check-answer')).toBeVisible();
});

test('the sidebar shows the section of the page, and leads to the others', async ({ page }) => {
  await page.goto(`/en/${pageKinds.guide}`);
  const sidebar = page.locator('#starlight__sidebar');
  await expect(sidebar.locator('ul ul')).toHaveCount(1);
  await expect(sidebar.locator('ul ul [aria-current="page"]')).toBeVisible();
  await sidebar.getByRole('list', { name: 'Guides' }).getByRole('link', { name: 'Operate' }).click();
  await expect(sidebar.locator('ul ul [aria-current="page"]')).toHaveText(await page.locator('h1').innerText());
  await sidebar.getByRole('list', { name: 'Labs' }).getByRole('link', { name: 'Triggers' }).click();
  await expect(page.locator('#labs-triggers')).toBeInViewport();
});
