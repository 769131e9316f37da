import AxeBuilder from '@axe-core/playwright';
import { type ExamSite, startExamSite } from '../support/exam-site.ts';
import { isConnected, labPage } from '../support/lab-page.ts';
import { expect, test } from '../support/site-test.ts';

/** An exam, on a site of its own: the lab is a fixture, and the server `astro dev`. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let site: ExamSite;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  site = await startExamSite(Number(process.env.PORT ?? 4329) + 1);
  const page = await browser.newPage(); // all that the page asks for is compiled before the first test
  await page.goto(`${site.address}/en/labs/mini-exam/`);
  await isConnected(page);
  await page.close();
});
test.afterAll(() => site?.close());

const importWeb = 'oc import-image web:1.0 --confirm --from=quay.io/myorg/myapp:1.0';

async function openExam(page: Parameters<typeof isConnected>[0], language = 'en') {
  await page.goto(`${site.address}/${language}/labs/mini-exam/`);
  await isConnected(page);
  return { ...labPage(page), output: page.locator('.lab-log .lab-output'), report: page.locator('.lab-exam-report'), time: page.locator('.lab-time') };
}

test('an exam begins when it is started: before, there are no tasks and no commands', async ({ page }) => {
  const exam = await openExam(page);
  await expect(page.getByText('2 tasks, 20 minutes. 70 of 100 points are needed to pass.')).toBeVisible();
  await expect(page.locator('.lab-text')).toBeHidden();
  await exam.type('oc whoami');
  await expect(exam.output.last()).toHaveText('The exam has not begun yet. Type lab start.');
  await exam.type('lab start');
  await expect(exam.output.last()).toContainText('1. Import an image (points: 60)');
  await expect(page.getByRole('heading', { name: 'Let short names resolve' })).toBeVisible();
  await exam.type('oc whoami');
  await expect(exam.output.last()).toHaveText('developer');
});

test('an exam has no hints, no solution, no goals, and says nothing before its end; what happens by itself is told', async ({ page }) => {
  const exam = await openExam(page);
  await page.getByRole('button', { name: 'Start exam' }).click();
  await expect(exam.input).toBeFocused();
  await exam.type(importWeb);
  await expect(page.locator('.lab-news')).toHaveText('Meanwhile: The registry published another build.');
  await exam.type('lab grade');
  await expect(exam.output.last()).toHaveText('An exam is graded at its end. Type lab finish first.');
  await exam.type('oc import-image other');
  await expect(page.locator('.lab-aside')).toHaveCount(0);
  await expect(page.locator('[data-tab="hints"], lab-goals, .lab-ways')).toHaveCount(0);
  await expect(page.locator('.lab-text .lab-goal-mark').first()).toBeHidden();
  await expect(exam.report).toBeHidden();
  await page.reload();
  await isConnected(page);
  await expect(page.locator('.lab-news')).toHaveText('Meanwhile: The registry published another build.');
});

test('the clock is kept over a reload, and can be paused and hidden', async ({ page }) => {
  const exam = await openExam(page);
  await exam.type('lab start');
  await expect(exam.time).toContainText(/Time left: 19:5\d/);
  await page.getByRole('button', { name: 'Pause' }).click();
  const left = await exam.time.textContent();
  await exam.type('oc whoami');
  await expect(exam.output.last()).toHaveText('The clock is paused. Choose Continue, or type lab start, to go on.');
  await page.reload();
  await isConnected(page);
  await expect(exam.time).toHaveText(left ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await exam.time.click();
  await expect(exam.time).toHaveText('Show the time');
  await exam.type('oc whoami');
  await expect(exam.output.last()).toHaveText('developer');
});

test('Finish asks first, then grades by task; the report is one printed page, survives a reload, and a reset ends it', async ({ page }) => {
  const exam = await openExam(page);
  await exam.type('lab start');
  await exam.type(importWeb);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('group', { name: 'Finish' }).getByRole('button', { name: 'Finish' }).click();
  await expect(exam.report.getByRole('heading', { name: 'Result: Not passed' })).toBeFocused();
  await expect(exam.report.getByRole('row')).toHaveText(['Import an image60 of 60 points', 'Let short names resolve0 of 40 points']);
  await expect(exam.report.locator('[data-missed="local"]')).toContainText('The image stream web does not take part in the lookup of short names.');
  await expect(page.locator('.lab-text li[data-goal="imported"]')).toHaveAttribute('data-state', 'holds');
  await exam.type('oc set image-lookup web');
  await expect(exam.output.last()).toHaveText('The exam is over. Reset lab starts it anew.');
  await page.locator('.lab-exam-missed').evaluate((task) => {
    task.append(task.lastElementChild!.cloneNode(true));
    for (let tasks = 1; tasks < 6; tasks += 1) task.after(task.cloneNode(true)); // as many as an exam has
  });
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.reload();
  await isConnected(page);
  await expect(exam.report).toContainText('Score: 60 of 100 points');
  await page.getByRole('button', { name: 'Reset lab' }).click();
  await page.getByRole('group', { name: 'Reset lab' }).getByRole('button', { name: 'Reset lab' }).click();
  await expect(page.getByRole('button', { name: 'Start exam' })).toBeVisible();
  await expect(exam.report).toBeHidden();
});

test('lab finish in the terminal prints the report; who has the points has passed', async ({ page }) => {
  const exam = await openExam(page);
  for (const line of ['lab start', importWeb, 'oc set image-lookup web', 'lab finish']) await exam.type(line);
  await expect(exam.output.last()).toContainText('Result: Passed');
  await expect(exam.report).toContainText('Score: 100 of 100 points');
  await expect(exam.report.locator('.lab-exam-missed')).toHaveCount(0);
});

test('when time is up, what runs is stopped and the exam is graded', async ({ page }) => {
  await page.clock.install();
  const exam = await openExam(page);
  await exam.type('lab start');
  await exam.type(importWeb);
  await page.clock.fastForward('10:30');
  await expect(page.locator('.lab-announcer')).toHaveText(/^Time left: /);
  await page.keyboard.type('while true; do oc whoami; sleep 5; done\n');
  await page.clock.fastForward('10:00');
  await expect(page.locator('.lab-announcer')).toHaveText('Time is up. Result: Not passed');
  await expect(exam.report).toContainText('Score: 60 of 100 points');
  await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`an exam has no barrier that axe can find, before, while and after, in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const exam = await openExam(page, 'fr');
    const barriers = async () => {
      const axe = new AxeBuilder({ page })
        .include('lab-workspace')
        .exclude('.lab-inspector')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']);
      return (await axe.analyze()).violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]);
    };
    expect(await barriers()).toEqual([]);
    await exam.type('lab start');
    expect(await barriers()).toEqual([]);
    await exam.type('lab finish');
    await expect(exam.report).toBeVisible();
    expect(await barriers()).toEqual([]);
  });
}

test('who writes a lab sees the raw results while it is edited', async ({ page }) => {
  const exam = await openExam(page);
  const row = page.locator('.lab-inspector tr').first();
  await expect(row).toHaveText('importeddoes not holdmistake:stream-missing0/60');
  for (const line of ['lab start', importWeb]) await exam.type(line);
  await expect(row).toHaveText('importedholds60/60');
});
