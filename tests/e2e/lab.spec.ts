import { isConnected, labPage, makeSecret, openLab } from '../support/lab-page.ts';
import { languageCodes } from '../support/site-pages.ts';
import { expect, test } from '../support/site-test.ts';

for (const language of languageCodes) {
  test(`the lab in ${language} answers, judges and says what is missing`, async ({ page, problems }) => {
    const lab = await openLab(page, language);
    await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'not-yet');
    await lab.goal('credentials').locator('summary').click();
    await expect(lab.goal('credentials').locator('dl')).toContainText('registry-credentials');
    await lab.type('oc get sekrets');
    await expect(lab.log.locator('.lab-output-err')).toHaveText('error: the server doesn\'t have a resource type "sekrets"');
    await lab.type(makeSecret);
    await expect(lab.log).toContainText('secret/registry-credentials created');
    await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'holds');
    await expect(page.locator('.lab-announcer')).not.toBeEmpty();
    await expect(page.locator('.lab-panel-state')).toContainText('secret/registry-credentials');
    expect(problems).toEqual([]);
  });
}

test('a reload brings back commands, history and goals by running the commands again', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type('echo hello');
  await lab.type(makeSecret);
  await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'holds');
  await page.reload();
  await isConnected(page);
  await expect(lab.log).toContainText('hello');
  await expect(lab.log).toContainText('secret/registry-credentials created');
  await expect(lab.log).toContainText('Commands from last time, run again: 2');
  await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'holds');
  await lab.input.click();
  await page.keyboard.press('ArrowUp');
  await expect(lab.input).toHaveValue(makeSecret);
});

for (const [what, stored] of [
  ['no JSON at all', '{broken'],
  ['progress of a version that is not known', JSON.stringify({ version: 1, value: JSON.stringify({ version: 99 }) })],
  ['a stamp that is not known', JSON.stringify({ version: 99, value: 'x' })],
] as const) {
  test(`saved progress that is ${what} is set aside, named and kept`, async ({ page }) => {
    const name = 'imagestream-labs/lab/images-review';
    await page.goto('/en/');
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [name, stored] as const);
    const lab = await openLab(page);
    await expect(lab.log).toContainText('The saved progress could not be read.');
    const kept = await page.evaluate(
      (text) =>
        Object.entries(localStorage)
          .filter(([, value]) => value === text || value.includes('99'))
          .map(([key]) => key),
      stored,
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toBe(name);
    await expect(lab.log).toContainText(kept[0] ?? '');
    await lab.type('echo works');
    await expect(lab.log.locator('.lab-output').last()).toHaveText('works');
  });
}

test('the lab works where the browser stores nothing, and says that it does not', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const lab = await openLab(page);
  await lab.type('echo works');
  await expect(lab.log.locator('.lab-output')).toHaveText(['works']);
  await expect(page.locator('.lab-save-failed')).toBeVisible();
});

test('the lab works where the storage is full, and says that it saves nothing', async ({ page, problems }) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(...entry) {
      if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');
      set.apply(this, entry);
    };
  });
  const lab = await openLab(page);
  await lab.type('echo works');
  await expect(lab.log.locator('.lab-output')).toHaveText(['works']);
  await expect(page.locator('.lab-save-failed')).toBeVisible();
  await page.getByRole('combobox').first().selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(problems).toEqual([]);
});

test('what a reset ended leaves no trace in the lab that starts anew', async ({ page }) => {
  const lab = await openLab(page);
  await page.keyboard.type('while true; do oc get pods; sleep 5; done');
  await page.keyboard.press('Enter');
  await expect(page.locator('lab-terminal[data-running]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Reset lab' }).click();
  await page.locator('.lab-question').getByRole('button').first().click();
  await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
  await expect(lab.log).toBeEmpty();
  await lab.type('oc whoami');
  await page.reload();
  await isConnected(page);
  await expect(lab.log.locator('.lab-typed')).toHaveText([/oc whoami/]);
});

test('reset asks first, then starts the lab anew', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type(makeSecret);
  await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'holds');
  const reset = page.getByRole('button', { name: 'Reset lab' });
  await reset.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'holds');
  await reset.click();
  await page.getByRole('group', { name: 'Reset lab' }).getByRole('button', { name: 'Reset lab' }).click();
  await expect(lab.goal('credentials')).toHaveAttribute('data-state', 'not-yet');
  await expect(lab.log).toBeEmpty();
  await page.reload();
  await isConnected(page);
  await expect(lab.log).toBeEmpty();
});

test('three hints and the solution open one by one, stay open, and solve nothing', async ({ page }) => {
  const lab = await openLab(page);
  await page.getByRole('tab', { name: 'Hints' }).click();
  await page.getByRole('button', { name: 'Hint', exact: true }).click();
  await page.getByRole('button', { name: 'Next hint' }).click();
  await page.getByRole('button', { name: 'Next hint' }).click();
  await expect(page.getByText('No more hints')).toBeVisible();
  await page.getByRole('button', { name: 'Show solution' }).click();
  await expect(page.getByText('Seeing the solution does not mark the lab as solved.')).toBeVisible();
  await expect(page.locator('[data-state="holds"]')).toHaveCount(0);
  await page.reload();
  await isConnected(page);
  await page.getByRole('tab', { name: 'Hints' }).click();
  await expect(page.locator('.lab-solution')).toBeVisible();
  await page.locator('.lab-panel-hints .lab-solution button').first().click();
  await expect(labPage(page).input).toHaveValue(/^oc create secret/);
  await expect(lab.input).toBeFocused();
});

test('the whole lab is solved with the keyboard alone, with a mistake on the way', async ({ page }) => {
  await page.goto('/en/labs/images-review/');
  await isConnected(page);
  const lab = labPage(page);
  for (let presses = 0; presses < 80 && !(await lab.input.evaluate((input) => input === document.activeElement)); presses += 1)
    await page.keyboard.press('Tab');
  await expect(lab.input).toBeFocused();
  await lab.type('oc import-image custom-server --from=registry.ocp4.example.com:8443/developer/custom-server:1.0.0');
  await expect(lab.goal('imported')).toHaveAttribute('data-state', 'not-yet');
  await lab.type(makeSecret);
  await lab.type('oc secrets link default registry-credentials --for=pull');
  await lab.type('oc import-image custom-server --confirm --from=registry.ocp4.example.com:8443/developer/custom-server:1.0.0');
  await lab.type('oc new-app --name=custom-server -i images-review/custom-server');
  await lab.type('oc get pods');
  await expect(page.locator('lab-goals [data-state="holds"]')).toHaveCount(5);
  await expect(page.locator('.lab-text [data-state="holds"]')).toHaveCount(5);
  await expect(page.getByText('Lab solved').first()).toBeVisible();
});

test('a file is made, edited and used', async ({ page }) => {
  const lab = await openLab(page);
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByLabel('Name of a new file').fill('stream.yaml');
  await page.getByRole('button', { name: 'New file' }).click();
  await page.getByLabel('Edit stream.yaml').fill('kind: ImageStream\n');
  await page.getByRole('button', { name: 'Save' }).click();
  await lab.type('cat stream.yaml');
  await expect(lab.log.locator('.lab-output')).toHaveText(['kind: ImageStream']);
  await page.getByRole('button', { name: 'stream.yaml' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'stream.yaml' })).toBeVisible();
});

test('the divider is moved by keyboard, and its place is remembered', async ({ page }) => {
  await openLab(page);
  const divider = page.getByRole('separator', { name: 'Width of the task' });
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '44');
  await page.reload();
  await expect(divider).toHaveAttribute('aria-valuenow', '44');
});
