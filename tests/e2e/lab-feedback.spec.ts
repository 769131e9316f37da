import type { Locator } from '@playwright/test';
import { isConnected, makeSecret, openLab } from '../support/lab-page.ts';
import { languageCodes } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

const rest = [
  'oc secrets link default registry-credentials --for=pull',
  'oc import-image custom-server --confirm --from=registry.ocp4.example.com:8443/developer/custom-server:1.0.0',
  'oc new-app --name=custom-server -i custom-server',
];

test('the hints are those of the goal that comes next, and each goal keeps how many were read', async ({ page }) => {
  const lab = await openLab(page);
  const hints = page.locator('.lab-panel-hints');
  await page.getByRole('tab', { name: 'Hints' }).click();
  await expect(hints.locator('[data-ladder="credentials"]')).toHaveText("For the goal: The secret registry-credentials holds the registry's login");
  await page.getByRole('button', { name: 'Hint', exact: true }).click();
  await page.getByRole('button', { name: 'Next hint' }).click();
  await expect(hints.locator('.lab-hint')).toHaveCount(2);
  await lab.type(makeSecret);
  await expect(hints.locator('[data-ladder="linked"]')).toBeVisible();
  await expect(hints.locator('.lab-hint')).toHaveCount(0);
  await lab.type('oc delete secret registry-credentials');
  await expect(hints.locator('[data-ladder="credentials"]')).toBeVisible();
  await expect(hints.locator('.lab-hint')).toHaveCount(2);
  await page.reload();
  await isConnected(page);
  await page.getByRole('tab', { name: 'Hints' }).click();
  await expect(hints.locator('.lab-hint')).toHaveCount(2);
});

test('the solution is inserted step by step', async ({ page }) => {
  const lab = await openLab(page);
  await page.getByRole('tab', { name: 'Hints' }).click();
  await page.getByRole('button', { name: 'Show solution' }).click();
  for (const line of [/^oc create secret/, /^oc secrets link/, /^oc import-image/, /^oc new-app/, /^oc get pods/]) {
    await page.getByRole('button', { name: 'Insert next step' }).click();
    await expect(lab.input).toHaveValue(line);
    await page.keyboard.press('Enter');
    await expect(lab.input).toHaveValue('');
    await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
  }
  await expect(page.getByText('Every step was typed.')).toBeVisible();
  await expect(page.locator('.lab-solved')).toBeVisible();
});

for (const language of languageCodes) {
  test(`a goal leads to its sentence, and its feedback to a section of a guide, in ${language}`, async ({ page }) => {
    const lab = await openLab(page, language);
    await lab.type(makeSecret);
    const sentence = page.locator('.lab-text li[data-goal="credentials"]');
    await expect(sentence).toHaveAttribute('data-state', 'holds');
    await expect(sentence.getByRole('img')).toHaveAccessibleName(/.+/);
    await expect(page.locator('.lab-text')).not.toContainText('{#');
    await lab.goal('running').getByRole('link').click();
    await expect(page.locator('.lab-text li[data-goal="running"]')).toBeInViewport();
    await lab.goal('linked').locator('summary').click();
    const link = lab.goal('linked').locator('.lab-why a');
    await expect(link).toHaveAttribute('href', /guides\/[\w-]+\/#[\w-]+$/);
    await link.click();
    await page.waitForURL(new RegExp(`/${language}/guides/.*#`));
    await page.goBack();
    await isConnected(page);
    await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'holds');
  });
}

test('once it is solved, a lab shows other right ways, to copy or to replay', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await openLab(page);
  const ways = page.locator('.lab-ways');
  await expect(ways).toBeHidden();
  for (const line of [makeSecret, ...rest]) await lab.type(line);
  await ways.getByText('A tag of its own, and a trigger set by hand').click();
  const way = ways.locator('[data-way="own-tag"]');
  await expect(way).toContainText('What it leaves different');
  await way.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('oc set triggers deployment/custom-server');
  await way.getByRole('button', { name: 'Replay' }).click();
  await way.getByRole('group', { name: 'Replay' }).getByRole('button', { name: 'Replay' }).click();
  await expect(lab.log).toContainText('oc create deployment custom-server');
  await expect(page.locator('lab-goals [data-state="holds"]')).toHaveCount(5);
  await page.getByRole('tab', { name: 'State' }).click();
  await expect(page.locator('.lab-panel-state')).toContainText('imagestream/custom-server:1.0.0');
  await expect(lab.log).not.toContainText('oc new-app');
});

test('the lab itself answers in the terminal', async ({ page }) => {
  const lab = await openLab(page);
  const output = lab.log.locator('.lab-output');
  await page.keyboard.type('lab st');
  await page.keyboard.press('Tab');
  await expect(lab.input).toHaveValue('lab start ');
  await page.keyboard.press('Enter');
  await expect(output.last()).toContainText('1. Make a secret registry-credentials');
  await lab.type(makeSecret);
  await lab.type('lab grade images-review');
  await expect(output.last()).toContainText("✔ The secret registry-credentials holds the registry's login (Done, 20 of 20 points)");
  await expect(output.last()).toContainText('Score: 20 of 100 points');
  await lab.type('lab finish');
  await expect(output.last()).toHaveText('The lab is left as it is. Reset lab starts it anew.');
  await lab.type('lab sing');
  await expect(output.last()).toHaveText('usage: lab start | lab grade | lab finish');
  await page.reload();
  await isConnected(page);
  await expect(lab.log.locator('.lab-typed')).toHaveCount(1); // they are no part of what is replayed
});

test('what only writers of labs need is not on the page', async ({ page }) => {
  await openLab(page);
  await expect(page.locator('.lab-inspector')).toHaveCount(0);
});

test('the page of a lab says how hard and how long it is, and what prepares for it; so do the path and the list of labs', async ({ page }) => {
  await openLab(page, 'fr');
  await expect(page.locator('.lab-facts')).toContainText('guidé · 15\u00a0minutes');
  await expect(page.locator('.lab-facts a')).toHaveCount(3);
  await page.goto('/ko/');
  await expect(page.locator('[data-lab="images-review"] .station-facts')).toHaveText('안내 있음 · 15분');
  await page.goto('/en/labs/images-review/');
  await expect(page.locator('.course-nav [aria-current="page"] small')).toHaveText('guided · 15 minutes');
});

test('what the lab says wraps between words, on a narrow screen too, and keeps its indent', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await openLab(page, 'ko');
  await lab.type('oc create secret generic registry-credentials --from-literal=username=developer');
  await lab.type('lab grade');
  const said = page.locator('.lab-output-prose').last();
  expect(await brokenWords(said)).toEqual([]);
  expect(await said.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  const why = said.locator('.lab-output-hanging').first();
  expect(await why.evaluate((element) => element.getClientRects()[0]?.height ?? 0)).toBeGreaterThan(40);
  await said.evaluate((element) => {
    Object.assign((element as HTMLElement).style, { lineBreak: 'anywhere', wordBreak: 'normal' });
  });
  expect((await brokenWords(said)).length).toBeGreaterThan(0);
});

/** Words of Korean, and names, that stand on more than one line. */
const brokenWords = (said: Locator) =>
  said.evaluate((element) => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of (texts.currentNode.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
    return broken;
  });
