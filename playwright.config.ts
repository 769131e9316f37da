import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** The system's Chromium where there is one, else Playwright's own download. Nothing downloads a browser at install time. */
const systemBrowser = process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;
const port = Number(process.env.PORT ?? 4329);
/** A name of this machine that browsers do not trust as they trust localhost: as plain http on a local network. */
const untrusted = '--host-resolver-rules=MAP classroom.test 127.0.0.1';
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu'];

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  fullyParallel: true,
  workers: process.env.CI ? 2 : undefined,
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  expect: { timeout: 20_000 }, // a busy machine is slow, not wrong
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    ...devices['Desktop Chrome'],
    launchOptions: { ...(systemBrowser && { executablePath: systemBrowser }), args: [...quiet, untrusted, ...(isRoot ? ['--no-sandbox'] : [])] },
  },
  webServer: {
    command: `node src/cli/serve.ts dist --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/en/`,
    reuseExistingServer: !process.env.CI,
  },
});
