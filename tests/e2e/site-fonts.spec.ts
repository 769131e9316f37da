import { expect, test } from '../support/site-test.ts';

for (const [language, files] of [
  ['en', ['latin']],
  ['fr', ['latin']],
  ['ko', ['latin']],
  ['vi', ['latin', 'vietnamese']],
] as const) {
  test(`code in ${language} is shown in our font, and no letters are loaded but its own`, async ({ page }) => {
    const loaded = new Set<string>();
    page.on('request', (request) => {
      const [, name] = /jetbrains-mono-([a-z]+)-.*\.woff2$/.exec(request.url()) ?? [];
      if (name) loaded.add(name);
    });
    await page.goto(`/${language}/reference/commands/tag/`);
    await page.evaluate(() => document.fonts.ready);
    expect([...loaded].sort()).toEqual(files);
    expect(await page.evaluate(() => document.fonts.check('1em "JetBrains Mono"', 'oc tag'))).toBe(true);
  });
}
