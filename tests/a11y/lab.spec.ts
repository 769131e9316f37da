import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { makeSecret, openLab } from '../support/lab-page.ts';
import { languageCodes } from '../support/site-pages.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe reports and is none. */
const notBarriers = {
  'label-content-name-mismatch': 'The shortcut shown in the search button is not part of its label (WCAG 2.5.3); `aria-keyshortcuts` names it.',
  'landmark-unique': 'Expressive Code makes a region of each block that scrolls, all with the same name.',
};

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });
    for (const language of languageCodes) {
      test(`the lab in ${language} has no barrier that axe can find, in the ${theme} theme`, async ({ page }) => {
        const barriers = async () => {
          const { violations } = await new AxeBuilder({ page }).disableRules(Object.keys(notBarriers)).withTags(standards).analyze();
          return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]);
        };
        const lab = await openLab(page, language);
        await lab.type(makeSecret);
        await lab.type('oc get sekrets; podman ps; cat <<< "sha256:0123456789abcdef"');
        await page.locator('.lab-why summary').first().click();
        expect(await barriers()).toEqual([]);
        await page.locator('[data-tab="hints"]').click();
        await page.locator('.lab-next-hint').click();
        await page.locator('.lab-show-solution').click();
        expect(await barriers()).toEqual([]);
        await page.locator('.lab-reset').click();
        await page.locator('[data-tab="files"]').click();
        expect(await barriers()).toEqual([]);
      });
    }
  });
}
