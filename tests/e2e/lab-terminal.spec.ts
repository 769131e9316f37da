import { isConnected, labPage, labPath, openLab } from '../support/lab-page.ts';
import { expect, test } from '../support/site-test.ts';

test('lines typed before the shell has arrived run when it has', async ({ page }) => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/open-lab/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(labPath());
  await page.locator('#lab-input').click();
  await page.keyboard.type('echo early\necho bird\n');
  release();
  await isConnected(page);
  await expect(labPage(page).log).toContainText('early\n');
  await expect(labPage(page).log.locator('.lab-output')).toHaveText(['early', 'bird']);
});

test('pipes, programs that are loaded when typed, Unicode and the exit code work in the page', async ({ page, problems }) => {
  const lab = await openLab(page);
  await lab.type('printf "b\\na\\n" | sort | sed s/a/A/ | awk \'{print NR, $1}\'');
  await lab.type('echo \'{"tags":["1.0"]}\' | jq -r ".tags[]"; echo "a: 1" | yq .a');
  await lab.type('echo "Tiếng Việt 한국어" | grep -o 한국어; false');
  await lab.type('echo $?; x=1; f() { echo "f $x"; }');
  await lab.type('f; buildah ps');
  await expect(lab.log.locator('.lab-output')).toHaveText(['1 A\n2 b', '1.0\n1', '한국어', '1', 'f 1', 'bash: buildah: not available in this terminal']);
  expect(problems).toEqual([]);
});

test('Up and Down walk through the history, Ctrl-R searches it', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type('echo one');
  await lab.type('echo two');
  await page.keyboard.type('unfinished');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(lab.input).toHaveValue('echo one');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(lab.input).toHaveValue('unfinished');
  await page.keyboard.press('Control+u');
  await page.keyboard.press('Control+r');
  await page.keyboard.type('one');
  await expect(lab.prompt).toContainText('echo one');
  await page.keyboard.press('Enter');
  await expect(lab.log.locator('.lab-output')).toHaveText(['one', 'two', 'one']);
});

test('the keys of readline edit the line', async ({ page }) => {
  const lab = await openLab(page);
  await page.keyboard.type('oc get pods');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Alt+f');
  await page.keyboard.press('Control+k');
  await expect(lab.input).toHaveValue('oc');
  await page.keyboard.press('Control+y');
  await expect(lab.input).toHaveValue('oc get pods');
  await page.keyboard.press('Control+c');
  await expect(lab.input).toHaveValue('');
  await expect(lab.log).toContainText('oc get pods^C');
  await page.keyboard.press('Control+l');
  await expect(lab.log).toBeEmpty();
});

test('Tab completes, twice lists, and never holds anyone in the terminal', async ({ page }) => {
  const lab = await openLab(page);
  await page.keyboard.press('Tab');
  await expect(lab.input).not.toBeFocused();
  await lab.input.click();
  await page.keyboard.type('oc desc');
  await page.keyboard.press('Tab');
  await expect(lab.input).toHaveValue('oc describe ');
  await page.keyboard.press('Control+u');
  await page.keyboard.type('oc de');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(lab.log).toContainText(/delete.*describe/);
  await expect(lab.input).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(lab.input).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lab.input).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(lab.input).not.toBeFocused();
});

test('an open quote, a backslash, a loop and a here-document wait for more', async ({ page }) => {
  const lab = await openLab(page);
  for (const line of ['for i in 1 2; do', 'echo "n $i" \\', '; done', 'cat <<EOF', 'kind: x', 'EOF']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await expect(lab.log.locator('.lab-output')).toHaveText(['n 1\nn 2', 'kind: x']);
  await expect(lab.log.locator('.lab-typed').nth(1)).toHaveText('> echo "n $i" \\');
  await page.keyboard.type('echo "open');
  await page.keyboard.press('Enter');
  await expect(lab.prompt).toHaveText('>');
  await page.keyboard.press('Control+c');
  await expect(lab.prompt).toHaveText('[developer@workstation images-review]$');
});

test('several pasted lines run one after the other, prompts and here-documents included', async ({ page }) => {
  const lab = await openLab(page);
  const pasted = '$ echo first\n$ cat <<EOF\n> from here\n> EOF\n$ echo la';
  await lab.input.evaluate((input, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, pasted);
  await expect(lab.log.locator('.lab-output')).toHaveText(['first', 'from here']);
  await expect(lab.input).toHaveValue('echo la');
});

for (const [language, text] of [
  ['vi', 'tiếng'],
  ['ko', '한국어'],
] as const) {
  test(`Enter that ends a composition in ${language} does not run the line`, async ({ page }) => {
    const lab = await openLab(page, language);
    const client = await page.context().newCDPSession(page);
    await page.keyboard.type('echo ');
    await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await lab.input.evaluate((input) => {
      const key = (init: KeyboardEventInit & { keyCode?: number }) =>
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
      key({ isComposing: true });
      key({ keyCode: 229 });
    });
    await expect(lab.log.locator('.lab-output')).toHaveCount(0);
    await client.send('Input.insertText', { text });
    await expect(lab.input).toHaveValue(`echo ${text}`);
    await page.keyboard.press('Enter');
    await expect(lab.log.locator('.lab-output')).toHaveText([text]);
  });
}

test('Ctrl-C stops a line that does not end, and the page lives on', async ({ page }) => {
  const lab = await openLab(page);
  await page.keyboard.type('while true; do oc whoami > /dev/null; sleep 0; done');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+c');
  await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
  await lab.type('echo alive');
  await expect(lab.log.locator('.lab-output').last()).toHaveText('alive');
});

test('huge output is folded, and unfolds when asked', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type('seq 5000');
  const more = page.getByRole('button', { name: 'Show all lines (5000)' });
  await more.click();
  await expect(lab.log).toContainText('4999');
});

test('vi opens the editor of the page, and the terminal goes on when it is closed', async ({ page }) => {
  const lab = await openLab(page);
  await page.keyboard.type('vi notes.txt');
  await page.keyboard.press('Enter');
  await page.getByLabel(/notes\.txt/).fill('written here\n');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(lab.input).toBeFocused();
  await lab.type('cat notes.txt');
  await expect(lab.log.locator('.lab-output')).toHaveText(['written here']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a watch is stopped by a tap', async ({ page }) => {
    const lab = await openLab(page);
    await lab.type('oc tag --scheduled quay.io/myorg/myapp:1.0 app:1.0');
    await page.keyboard.type('oc get is -w');
    const bar = page.locator('.lab-touch');
    await bar.getByRole('button', { name: 'Run', exact: true }).tap();
    await expect(page.locator('.lab-waiting')).not.toBeEmpty();
    await bar.getByRole('button', { name: 'Stop (Ctrl+C)', exact: true }).tap();
    await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
    await expect(lab.log.locator('.lab-output').last()).toHaveText(/\^C$/);
  });

  test('the terminal is a sheet, pieces are inserted by a tap, and nothing is wider than the screen', async ({ page }) => {
    const lab = await openLab(page);
    const bar = page.locator('.lab-touch');
    await bar.getByRole('button', { name: 'oc', exact: true }).tap();
    await bar.getByRole('button', { name: 'get', exact: true }).tap();
    await bar.getByRole('button', { name: 'registry-credentials', exact: true }).tap();
    await expect(lab.input).toHaveValue('oc get registry-credentials');
    await bar.getByRole('button', { name: 'Run', exact: true }).tap();
    await expect(lab.log).toContainText('oc get registry-credentials');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
