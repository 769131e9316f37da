import { openLab } from '../support/lab-page.ts';
import { expect, test } from '../support/site-test.ts';

const scheduled = 'oc tag --scheduled quay.io/myorg/myapp:1.0 app:1.0';

test('a watch shows what happens while it runs, until Ctrl-C; a reload brings it back as it was', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type(scheduled);
  await page.keyboard.type('oc get is -w');
  await page.keyboard.press('Enter');
  await expect(lab.log).toContainText('IMAGE REPOSITORY');
  await expect(page.locator('lab-terminal[data-running]')).toHaveCount(1);
  await page.keyboard.press('Control+c');
  await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
  await lab.type('echo $?');
  await expect(lab.log.locator('.lab-output').last()).toHaveText('130');
  await page.reload();
  await expect(lab.log).toContainText('IMAGE REPOSITORY');
  await expect(lab.log.locator('.lab-output').last()).toHaveText('130');
});

test('nothing is printed twice', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type('oc create deployment web --image=quay.io/nope/nope:1 -o name; timeout 1h oc rollout status deploy/web --timeout=20s; oc whoami');
  await expect(lab.log.locator('.lab-output').last()).toContainText('developer');
  const output = await lab.log.locator('.lab-output').allTextContents();
  expect(output.join('\n').match(/deployment.apps\/web/g)).toHaveLength(1);
});

test('any key skips the wait, and the page says so while there is one', async ({ page }) => {
  await page.clock.install();
  const lab = await openLab(page);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000)); // from here on, no wait ends by itself
  const waiting = page.locator('.lab-waiting');
  await page.keyboard.type('sleep 1h; oc whoami');
  await page.keyboard.press('Enter');
  await expect(waiting).toHaveText('Press any key to skip the wait, Ctrl+C to stop.');
  await expect(lab.prompt).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(lab.log.locator('.lab-output')).toHaveText(['developer']);
  await expect(waiting).toBeEmpty();
  await expect(lab.prompt).toBeVisible();
});

test('what a watch adds goes on where the last piece ended', async ({ page }) => {
  const lab = await openLab(page);
  await lab.type('oc create deployment web --image=quay.io/myorg/myapp:1.0 -o name; timeout 9 oc get pods -w');
  await expect(lab.log.locator('.lab-output-table')).toHaveText(/^deployment.*\nNAME.*\nweb-.* 0\/1 .*\nweb-.* 1\/1 .*$/);
  await lab.type('oc scale deploy web --replicas=2 -o name; timeout 9 oc get deploy -w -o jsonpath={.status.readyReplicas}:');
  await expect(lab.log.locator('.lab-output').last()).toHaveText('deployment.apps/web\n1:2:');
});

test('errors stand where they came among the output, after a reload too', async ({ page }) => {
  const lab = await openLab(page);
  const expected = [
    'Error from server (NotFound): imagestreams.image.openshift.io "nope" not found',
    'developer',
    'error: the server doesn\'t have a resource type "sekret"',
  ];
  await lab.type('oc get is nope; oc whoami; oc get sekret');
  await expect(lab.log.locator('.lab-output')).toHaveText(expected);
  await page.reload();
  await expect(lab.log.locator('.lab-output')).toHaveText(expected);
});

test('a watch ends by itself when nothing is left to happen, and says so', async ({ page }) => {
  const lab = await openLab(page, 'vi');
  await lab.type('oc get pods -w');
  await expect(lab.log.locator('.lab-output').last()).toContainText('không còn gì sắp xảy ra');
});
