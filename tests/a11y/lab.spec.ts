import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeSecret, openLab } from '../support/lab-page.ts';
import { languageCodes } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const rest = [
  'oc secrets link default registry-credentials --for=pull',
  'oc import-image custom-server --confirm --from=registry.ocp4.example.com:8443/developer/custom-server:1.0.0',
  'oc new-app --name=custom-server -i custom-server',
];

/** What axe reports and is none. */
const notBarriers = {
  'label-content-name-mismatch': 'The shortcut shown in the search button is not part of its label (WCAG 2.5.3); `aria-keyshortcuts` names it.',
  'landmark-unique': 'Expressive Code makes a region of each block that scrolls, all with the same name.',
};

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });
    test.setTimeout(120_000); // axe looks at the page three times
    for (const language of languageCodes) {
      test(`the lab in ${language} has no barrier that axe can find, in the ${theme} theme`, async ({ page }) => {
        const lab = await openLab(page, language);
        await lab.type(makeSecret);
        await lab.type('oc get sekrets; podman ps; cat <<< "sha256:0123456789abcdef"');
        await page.locator('.lab-why summary').first().click();
        expect(await barriersOn(page)).toEqual([]);
        await page.locator('[data-tab="hints"]').click();
        await page.locator('.lab-next-hint').click();
        await page.locator('.lab-show-solution').click();
        expect(await barriersOn(page)).toEqual([]);
        await page.locator('.lab-reset').click();
        await page.locator('[data-tab="files"]').click();
        expect(await barriersOn(page)).toEqual([]);
      });
    }

    test(`a solved lab with its other ways has no barrier that axe can find, in the ${theme} theme`, async ({ page }) => {
      const lab = await openLab(page);
      for (const line of [makeSecret, ...rest]) await lab.type(line);
      await page.locator('.lab-way summary').first().click();
      await page.locator('.lab-way').first().getByRole('button', { name: 'Replay' }).click();
      expect(await barriersOn(page)).toEqual([]);
    });
  });
}

async function barriersOn(page: Page): Promise<readonly (readonly string[])[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(Object.keys(notBarriers)).withTags(standards).analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]);
}
