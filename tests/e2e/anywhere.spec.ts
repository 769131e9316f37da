import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveSite } from '../../src/serve/site-server.ts';
import { takeCourse } from '../support/course-journey.ts';
import { cutNetwork } from '../support/cut-network.ts';
import { expect, test } from '../support/site-test.ts';

/** One built site, wherever somebody puts it, with the network cut: nothing is asked for but its own files. */
test.describe('on a static host, under a path of its own', () => {
  test('the course can be taken', async ({ page, context, problems }) => {
    const server = await serveSite('dist', { port: 0, host: '127.0.0.1', prefix: '/training/image-streams/' });
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/training/image-streams/`;
    const outside = await cutNetwork(context, root);
    await takeCourse(page, root);
    expect([...problems, ...outside]).toEqual([]);
    server.close();
  });
});

test.describe('on a local network without https', () => {
  test('the course can be taken, though the browser trusts the address with little', async ({ page, context, problems }) => {
    const server = await serveSite('dist', { port: 0, host: '127.0.0.1' });
    const root = `http://classroom.test:${(server.address() as AddressInfo).port}/`;
    const outside = await cutNetwork(context, root);
    await takeCourse(page, root);
    expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, crypto.subtle])).toEqual([false, false, undefined]);
    expect([...problems.filter((problem) => !problem.includes(root)), ...outside]).toEqual([]);
    server.close();
  });
});

test.describe('opened from a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'Học %20 image streams '));
  test.beforeAll(() => cpSync('dist', folder, { recursive: true }));
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test('the course can be taken', async ({ page, context, problems }) => {
    const root = `${pathToFileURL(folder).href}/`;
    const outside = await cutNetwork(context, root);
    await takeCourse(page, `${root}index.html`);
    expect([...problems.filter((problem) => !problem.includes(root)), ...outside]).toEqual([]);
  });
});

test('a page that breaks its policy is noticed', async ({ page, violations }) => {
  await page.goto('/en/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.broken = true';
    document.head.append(script);
    document.body.setAttribute('style', 'color: red');
  });
  await expect.poll(() => violations.map((violation) => violation.split(' ')[0])).toEqual(['script-src-elem', 'style-src-attr']);
  violations.length = 0;
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
});

test('a request that leaves the site is noticed', async ({ page, context, baseURL }) => {
  const outside = await cutNetwork(context, `${baseURL}/en/`);
  await page.goto('/en/');
  await page.evaluate(() => fetch('/ko/').catch(() => undefined));
  expect(outside).toContain(`${baseURL}/ko/`);
});
