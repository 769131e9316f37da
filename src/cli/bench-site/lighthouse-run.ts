import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { categories, type LighthouseReport } from './lighthouse-result.ts';

const run = promisify(execFile);
const program = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');

/** The browser that the browser tests use: the system's, else Playwright's own. */
const browser = [process.env.CHROME_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()].find(
  existsSync,
);

const flags = ['--headless=new', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

/** Loads a page once as a mobile phone would, in a browser of its own. */
export async function runLighthouse(address: string): Promise<LighthouseReport> {
  if (browser === undefined) throw new Error('There is no Chromium: install one, or name it in CHROME_PATH.');
  const options = ['--output=json', '--quiet', '--no-enable-error-reporting', `--only-categories=${categories.join(',')}`, `--chrome-flags=${flags.join(' ')}`];
  const { stdout } = await run(process.execPath, [program, address, ...options], { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}
