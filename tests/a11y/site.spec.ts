import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { languageCodes, pageKinds } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe reports and is none. */
const notBarriers = {
  'landmark-unique': 'Expressive Code makes a region of each block that scrolls, all with the same name.',
  'label-content-name-mismatch': 'The shortcut shown in the search button is not part of its label (WCAG 2.5.3); `aria-keyshortcuts` names it.',
};

const pages = [
  ...languageCodes.flatMap((language) => Object.entries(pageKinds).map(([kind, path]) => [`the ${kind} page in ${language}`, `/${language}/${path}`] as const)),
  ['the root page', '/#choose'] as const,
  ['the page of an address that is not there', '/no-such-page'] as const,
];

/** Expressive Code lets the keyboard scroll its wide blocks once the page is idle. */
const blocksAreReady = (page: Page) =>
  expect
    .poll(() =>
      page
        .locator('.expressive-code pre')
        .evaluateAll((blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth && !block.hasAttribute('tabindex')).length),
    )
    .toBe(0);

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });
    for (const [name, path] of pages) {
      test(`${name} has no barrier that axe can find, in the ${theme} theme`, async ({ page }) => {
        await page.goto(path);
        await blocksAreReady(page);
        for (const question of await page.locator('.self-check summary').all()) await question.click();
        const { violations } = await new AxeBuilder({ page }).disableRules(Object.keys(notBarriers)).withTags(standards).analyze();
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([]);
      });
    }
  });
}
