import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveSite } from '../../src/serve/site-server.ts';
import { writeOfflineFiles } from '../../src/site/build/offline-manifest.ts';
import { expect } from './site-test.ts';

const prefix = '/training/image-streams/';

/** A copy of the built site on a host of its own, below the host's root. The host can go away, answer no more after so many requests, and come back. */
export class OfflineSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'offline-site-'));
  /** Paths below the site's root that were asked for. */
  readonly asked: string[] = [];
  #server: Server | undefined;
  #port = 0;
  #left = Number.POSITIVE_INFINITY;

  constructor() {
    cpSync('dist', this.folder, { recursive: true });
  }

  get root(): string {
    return `http://127.0.0.1:${this.#port}${prefix}`;
  }

  async start(): Promise<void> {
    this.#left = Number.POSITIVE_INFINITY;
    this.#server = await serveSite(this.folder, { port: this.#port, host: '127.0.0.1', prefix });
    this.#port = (this.#server.address() as AddressInfo).port;
    this.#server.prependListener('request', (request: IncomingMessage) => {
      this.asked.push((request.url ?? '').slice(prefix.length));
      this.#left -= 1;
      if (this.#left < 0) request.socket.destroy();
    });
  }

  /** The network goes away after that many more requests. */
  cutAfter(requests: number): void {
    this.#left = requests;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Puts a new version in place: a page says something else, and the code of one command has another name, as after a build. */
  async update(page: string, from: string, to: string, command: string): Promise<void> {
    const code = join(this.folder, '_astro');
    const old = readdirSync(code).find((file) => file.startsWith(`${command}.`)) ?? '';
    expect(old).not.toBe('');
    renameSync(join(code, old), join(code, `${command}.version-2.js`));
    for (const file of readdirSync(code).filter((name) => name.endsWith('.js'))) replace(join(code, file), old, `${command}.version-2.js`);
    replace(join(this.folder, page), from, to);
    await writeOfflineFiles(this.folder);
  }
}

function replace(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
}

/** Opens the page of the download in a language, and waits until it offers something. */
export async function openDownload(page: Page, site: OfflineSite, language: string): Promise<void> {
  await page.goto(`${site.root}${language}/offline/`);
  await expect(page.locator('.offline-desk')).toBeVisible();
}

/** Downloads the page's own language, and waits until it is ready. */
export async function download(page: Page, site: OfflineSite, language: string): Promise<void> {
  await openDownload(page, site, language);
  await page.locator('.offline-start').click();
  await expect(page.locator(`[data-language="${language}"]`)).toHaveAttribute('data-status', 'ready', { timeout: 60_000 });
}
