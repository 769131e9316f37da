import type { Page } from '@playwright/test';
import english from '../../content/i18n/en.json' with { type: 'json' };
import french from '../../content/i18n/fr.json' with { type: 'json' };
import korean from '../../content/i18n/ko.json' with { type: 'json' };
import vietnamese from '../../content/i18n/vi.json' with { type: 'json' };
import { isConnected, labPage, labPath, openLab } from '../support/lab-page.ts';
import { expect, test as siteTest } from '../support/site-test.ts';

const strings = { en: english, fr: french, ko: korean, vi: vietnamese };
type Language = keyof typeof strings;

/** Each calls `owned` where it is taken for markup or code. */
const payloads: readonly string[] = [
  '<img src=x onerror=owned()>',
  '"><svg/onload=owned()>',
  '</script><script>owned()</script>',
  '</textarea><iframe srcdoc="<script>parent.owned()</script>">',
  '<a href="javascript:owned()">here</a>',
  '<style>*{display:none}</style>',
  '{{constructor.constructor("owned()")()}}',
  '\u202ecod.exe <b onclick=owned()>',
];

/** What is in a page only where a payload was taken for markup, or has run. */
const madeOfPayloads = '[data-owned], [onerror], [onload], [onclick], img[src=x], [srcdoc], a[href^="javascript:"], body style';

/** The site's test, which ends with a look at what was made of the payloads. */
const test = siteTest.extend<{ safe: undefined }>({
  safe: [
    async ({ page, problems }, use) => {
      page.on('dialog', (dialog) => {
        problems.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.addInitScript(() => {
        (window as unknown as { owned(): void }).owned = () => document.documentElement.setAttribute('data-owned', '');
      });
      await use(undefined);
      await expect(page.locator(madeOfPayloads)).toHaveCount(0);
      expect(problems.filter((problem) => !/^(?:404 |Failed to load resource.*404)/.test(problem))).toEqual([]);
    },
    { auto: true },
  ],
});

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const paste = (page: Page, text: string) =>
  page.locator('#lab-input').evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const goesOn = async (page: Page) => {
  await labPage(page).type('echo still here');
  await expect(labPage(page).log).toContainText('still here');
};

test('what is typed, printed and pasted is text', async ({ page }) => {
  const lab = await openLab(page);
  for (const payload of payloads) {
    await lab.type(`echo ${quoted(payload)}`);
    await expect(lab.log.locator('.lab-output').last()).toHaveText(payload, { useInnerText: false });
  }
  await paste(page, `${payloads.map((payload) => `printf '%s\\n' ${quoted(payload)}`).join('\n')}\n`);
  await expect(lab.log.locator('.lab-output').last()).toHaveText(payloads.at(-1) ?? '');
  await lab.type('oc get "<img src=x onerror=owned()>"; oc "<svg/onload=owned()>"; "<b onclick=owned()>"');
  await expect(lab.log).toContainText('bash: <b onclick=owned()>: command not found');
  await lab.type("printf '\\033]0;title\\007\\033[31mred\\033[0m\\001\\000.\\n'");
  await expect(lab.log.locator('.lab-output').last()).toHaveText('red.');
  await goesOn(page);
});

test('what the cluster holds is text in the panels and in the feedback', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type('oc create secret generic registry-credentials --from-literal=a="<img src=x onerror=owned()>"');
  await lab.type('oc create imagestream web && oc annotate is/web "note=<img src=x onerror=owned()>" && oc describe is/web | head -5');
  await lab.type('oc label secret registry-credentials constructor=a toString=b; oc get secret registry-credentials --show-labels --no-headers');
  await expect(lab.log.locator('.lab-output').last()).toContainText('constructor=a,toString=b');
  await page.locator('.lab-check').click();
  await goesOn(page);
});

test('names and contents of files are text, and a name that no file can have is told', async ({ page }) => {
  const lab = await openLab(page);
  await page.getByRole('tab', { name: english['lab.tabs.files'] }).click();
  for (const payload of payloads.filter((each) => !each.includes('/'))) {
    await page.locator('#lab-file-name').fill(payload);
    await page.locator('.lab-new-file button').click();
    await expect(page.locator('.lab-editor label')).toContainText(payload.trim());
    await page.locator('#lab-editor-text').fill(payloads.join('\n'));
    await page.locator('.lab-editor .lab-button-main').click();
    await expect(page.locator('.lab-files button', { hasText: payload.trim() })).toHaveCount(1);
  }
  await page.locator('.lab-files button').first().click();
  await expect(page.locator('#lab-editor-text')).toHaveValue(payloads.join('\n'));
  await page.locator('.lab-editor .lab-buttons button').last().click();
  await page.locator('#lab-file-name').fill('/home');
  await page.locator('.lab-new-file button').click();
  await expect(lab.log.locator('.lab-note')).toHaveText(english['lab.files.failed'].replace('{file}', '/home'));
  await goesOn(page);
});

const keep = (page: Page, entries: Readonly<Record<string, string>>) =>
  page.addInitScript((kept) => {
    if (sessionStorage.getItem('kept')) return;
    sessionStorage.setItem('kept', '1');
    for (const [key, text] of Object.entries(kept)) localStorage.setItem(`imagestream-labs/${key}`, text);
  }, entries);

const progressOf = (...entries: readonly unknown[]) =>
  JSON.stringify({ version: 1, value: JSON.stringify({ version: 1, exercise: 'images-review', entries, hintsShown: {}, solutionShown: false }) });

test('saved progress with hostile commands is replayed as text', async ({ page }) => {
  const lines = payloads.map((payload) => ({ line: `echo ${quoted(payload)}` }));
  await keep(page, { 'lab/images-review': progressOf(...lines, { file: '<img src=x onerror=owned()>', text: payloads[0] }), 'lab/other': 'mine' });
  await page.goto(labPath());
  await isConnected(page);
  await expect(labPage(page).log.locator('.lab-output')).toHaveText([...payloads]);
  expect(await page.evaluate(() => localStorage.getItem('imagestream-labs/lab/other'))).toBe('mine');
  await goesOn(page);
});

for (const language of ['en', 'fr', 'ko', 'vi'] as const satisfies readonly Language[]) {
  test(`saved progress that cannot be read is put aside, and that is said (${language})`, async ({ page }) => {
    const kinds = [
      '{"version":1',
      '"<img src=x onerror=owned()>"',
      '{"version":{"toString":1},"value":1}',
      progressOf({ line: 5 }),
      progressOf({ file: 'a\0b', text: '' }),
    ];
    const kind = kinds[Object.keys(strings).indexOf(language)] ?? '';
    await keep(page, {
      'lab/images-review': kind,
      'marks/images-review': '{"version":1,"value":{"seconds":1e999,"solved":"<b>"}}',
      language: kind,
      'lab/other': 'mine',
    });
    await page.goto(labPath(language));
    await isConnected(page);
    const said = strings[language]['lab.terminal.unreadable'].replace(/\{name\}.*/, '').trim();
    await expect(labPage(page).log.locator('.lab-note')).toContainText(said);
    expect(await page.evaluate(() => localStorage.getItem('imagestream-labs/lab/other'))).toBe('mine');
    await goesOn(page);
  });
}

test('a lab that is busy with its saved progress can be reset', async ({ page }) => {
  await keep(page, { 'lab/images-review': progressOf(...Array.from({ length: 5000 }, () => ({ line: 'for i in $(seq 2000); do :; done' }))) });
  await page.goto(labPath());
  await page.locator('.lab-log .lab-typed').first().waitFor();
  await page.locator('.lab-reset').click();
  await page.locator('.lab-question button').first().click();
  await isConnected(page);
  await expect(labPage(page).log.locator('.lab-typed')).toHaveCount(0);
  await goesOn(page);
});

test('what is looked for is text', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('Control+k');
  const input = page.locator('.pagefind-ui__search-input');
  for (const payload of payloads) {
    await input.fill(payload);
    await expect(page.locator('.pagefind-ui__message')).toContainText(payload.slice(0, 8));
  }
});

test('what an address holds beside a page’s name does nothing', async ({ page }) => {
  for (const payload of payloads) {
    const text = encodeURIComponent(payload);
    await page.goto(`/en/?q=${text}&lang=${text}#${payload}`);
    await page.goto(`${labPath()}?exercise=${text}#:~:text=${text}`);
    await isConnected(page);
    await page.goto(`/?next=//example.com#${text}`);
    await page.waitForURL(/\/en\/$/);
  }
});

test('an address that is not there leads to pages of this site alone', async ({ page, baseURL }) => {
  const addresses = [
    '//example.com/en/x',
    '///example.com/vi/',
    '/nothing/en/../<img src=x onerror=owned()>/',
    ...payloads.map((payload) => `/en/${encodeURIComponent(payload)}/`),
  ];
  for (const address of addresses) {
    await page.goto(`${baseURL}${address}`);
    const hrefs = await page.locator('section a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs).toHaveLength(4);
    for (const href of hrefs) expect(new URL(href).origin).toBe(new URL(String(baseURL)).origin);
    await expect(page.locator('section:visible h1')).toHaveCount(1);
  }
});

siteTest('markup made of a payload is found', async ({ page, violations }) => {
  await page.goto('/en/');
  const found = await page.evaluate(
    ([texts, selector]) =>
      texts.filter((text) => {
        const place = document.createElement('div');
        document.body.append(place);
        place.innerHTML = text;
        const isFound = document.querySelector(selector) !== null;
        place.remove();
        return isFound;
      }),
    [payloads, madeOfPayloads] as const,
  );
  expect(found).toEqual(payloads.filter((payload) => /</.test(payload.replaceAll(/<.?script>/g, ''))));
  await expect.poll(() => violations).not.toEqual([]);
  violations.length = 0;
});
