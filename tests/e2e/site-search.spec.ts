import { expect, test } from '../support/site-test.ts';

/** A word of the home page in each language, as a reader would type it. */
const words = { vi: 'trinh duyet', en: 'grader', ko: '채점기', fr: 'correcteur' } as const;

for (const [language, word] of Object.entries(words)) {
  test(`search finds “${word}” on the pages in ${language}`, async ({ page, problems }) => {
    await page.goto(`/${language}/`);
    await expect(page.locator('button[data-open-modal]')).toBeEnabled(); // The page's script has started.
    await page.keyboard.press('Control+k');
    await page.locator('.pagefind-ui__search-input').fill(word);
    const result = page.locator('.pagefind-ui__result-link').first();
    await expect(result).toBeVisible();
    await expect(result).toHaveAttribute('href', new RegExp(`/${language}/`));
    expect(problems).toEqual([]);
  });
}
