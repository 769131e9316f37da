import { expect, test } from '../support/site-test.ts';

/** As readers type them: without tones, a reference of their own, a compound in one piece with its particle. */
const queries = [
  ['vi', 'trinh duyet'],
  ['vi', 'duoc'],
  ['en', 'grader'],
  ['en', 'registry.ocp4.example.com:8443/developer/custom-server'],
  ['en', '--for=pull'],
  ['ko', '채점기'],
  ['ko', '이미지스트림은'],
  ['ko', '시크릿을'],
  ['fr', 'correcteur'],
] as const;

for (const [language, query] of queries) {
  test(`search finds “${query}” on the pages in ${language}`, async ({ page, problems }) => {
    await page.goto(`/${language}/`);
    await expect(page.locator('button[data-open-modal]')).toBeEnabled(); // The page's script has started.
    await page.keyboard.press('Control+k');
    const input = page.locator('.pagefind-ui__search-input');
    await expect(input).toBeFocused();
    await page.keyboard.type(query);
    const result = page.locator('.pagefind-ui__result').first();
    await expect(result.locator('.pagefind-ui__result-link').first()).toHaveAttribute('href', new RegExp(`/${language}/`));
    await expect(result.locator('.pagefind-ui__result-excerpt').first()).not.toBeEmpty();
    await expect(result).not.toContainText(/aliases/i);
    expect(problems).toEqual([]);
  });
}

test('nothing of the search is loaded before it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/en/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => /pagefind|ui-core/.test(address))).toEqual([]);
});
