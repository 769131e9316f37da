import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, serveSiteFrom } from '../../../src/serve/site-server.ts';

const page = `<p>${'Image streams. '.repeat(50)}</p>`;
const files: Readonly<Record<string, string>> = {
  'site/index.html': page,
  'site/404.html': '<p>Not here</p>',
  'site/en/guides/index.html': '<p>Guides</p>',
  'site/vi/học.html': '<p>Học</p>',
  'site/_astro/page.Ab12_-x9.js': 'let page;',
  'site/sw.js': 'let worker;',
  'site/a.css': 'a{}',
  'site/a.json': '{}',
  'site/a.wasm': 'w',
  'site/a.woff2': 'f',
  'site/a.svg': '<svg/>',
  'site/a.png': 'p',
  'site/app.webmanifest': '{}',
  'site/pagefind/en.pf_meta': 'm',
  'site/pagefind/en.pf_index': 'i',
  'site/pagefind/en.pf_fragment': 'f',
  'site/LICENSE': 'license',
  'site/empty/.keep': '',
  'site/.env': 'hidden',
  'site/.git/HEAD': 'hidden',
  'site/en/.well-known/a.html': 'hidden',
  'secret.txt': 'secret',
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

let folder = '';
let server: Server;
let under: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'served-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/linked.txt'));
  symlinkSync(folder, join(folder, 'site/linked'));
  server = await serveSite(join(folder, 'site'), { port: 0, host: '127.0.0.1' });
  under = await serveSite(join(folder, 'site'), { port: 0, host: '127.0.0.1', prefix: '/a/b/' });
});
afterAll(() => {
  server.close();
  under.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a path exactly as it is written: `fetch` would tidy it first. */
function ask(
  path: string,
  { method = 'GET', headers = {}, from = server }: { method?: string; headers?: Record<string, string>; from?: Server } = {},
): Promise<Answer> {
  const { port } = from.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end();
  });
}

describe('what is there', () => {
  it('is served with its type', async () => {
    const types = {
      '/': 'text/html; charset=utf-8',
      '/en/guides/': 'text/html; charset=utf-8',
      '/vi/h%E1%BB%8Dc.html': 'text/html; charset=utf-8',
      '/sw.js': 'text/javascript; charset=utf-8',
      '/a.css': 'text/css; charset=utf-8',
      '/a.json': 'application/json',
      '/a.wasm': 'application/wasm',
      '/a.woff2': 'font/woff2',
      '/a.svg': 'image/svg+xml',
      '/a.png': 'image/png',
      '/app.webmanifest': 'application/manifest+json',
      '/pagefind/en.pf_meta': 'application/octet-stream',
      '/pagefind/en.pf_index': 'application/octet-stream',
      '/pagefind/en.pf_fragment': 'application/octet-stream',
      '/LICENSE': 'text/plain; charset=utf-8',
    };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers } = await ask(path);
      expect([path, status, headers['content-type'], headers['x-content-type-options']]).toEqual([path, 200, type, 'nosniff']);
    }
  });

  it('is kept for ever only where its name tells its content', async () => {
    const kept = async (path: string) => (await ask(path)).headers['cache-control'];
    expect(await kept('/_astro/page.Ab12_-x9.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/sw.js', '/a.css', '/pagefind/en.pf_meta', '/nowhere']) expect(await kept(path)).toBe('no-cache');
  });

  it('is packed as the browser takes it, unless it is packed already', async () => {
    const packed = async (path: string, accepted: string) => {
      const { headers, body } = await ask(path, { headers: { 'accept-encoding': accepted } });
      return [headers['content-encoding'], Number(headers['content-length']) === body.length, body] as const;
    };
    const [br, , byBrotli] = await packed('/', 'gzip, deflate, br');
    const [gzip, , byGzip] = await packed('/', 'br;q=0, gzip;q=0.5');
    expect([br, brotliDecompressSync(byBrotli).toString()]).toEqual(['br', page]);
    expect([gzip, gunzipSync(byGzip).toString()]).toEqual(['gzip', page]);
    expect((await packed('/', 'identity')).slice(0, 2)).toEqual([undefined, true]);
    expect((await packed('/a.woff2', 'br'))[0]).toBeUndefined();
    expect((await packed('/pagefind/en.pf_meta', 'br'))[0]).toBeUndefined();
  });

  it('is sent anew only once it has changed, and is never the old one', async () => {
    const headers = { 'accept-encoding': 'br' };
    const { etag = '' } = (await ask('/a.json', { headers })).headers;
    const again = await ask('/a.json', { headers: { ...headers, 'if-none-match': etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const old = new Date(1980, 0, 1);
    utimesSync(join(folder, 'site/a.json'), old, old);
    const before = (await ask('/a.json', { headers })).headers.etag ?? '';
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(folder, 'site/a.json'), '[]');
    utimesSync(join(folder, 'site/a.json'), old, old); // As an archive of another version would leave it: of the same size and time.
    const changed = await ask('/a.json', { headers: { ...headers, 'if-none-match': before } });
    expect([changed.status, brotliDecompressSync(changed.body).toString()]).toEqual([200, '[]']);
  });

  it('can be asked for without its body', async () => {
    const { status, headers, body } = await ask('/', { method: 'HEAD' });
    expect([status, Number(headers['content-length']), body.length]).toEqual([200, Buffer.byteLength(page), 0]);
  });

  it('has a slash at its end where it is a folder', async () => {
    const { status, headers } = await ask('/en/guides?q=1');
    expect([status, headers.location]).toEqual([301, './guides/?q=1']);
    expect((await ask('/en')).status).toBe(404);
  });
});

describe('what is not there', () => {
  it('is answered with the page of the site, and told to be missing', async () => {
    for (const path of ['/nowhere', '/en/', '/empty/', '/en/guides/index.html/', '/index.html%00.txt', '/a:b']) {
      const { status, headers, body } = await ask(path);
      expect([path, status, headers['content-type'], body.toString()]).toEqual([path, 404, 'text/html; charset=utf-8', '<p>Not here</p>']);
    }
  });

  it('is everything hidden', async () => {
    for (const path of ['/.env', '/.git/HEAD', '/%2egit/HEAD', '/en/.well-known/a.html', '/.']) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  it('is everything outside the folder', async () => {
    const ways = ['/../secret.txt', '/en/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/en/..\\..\\secret.txt'];
    const others = [
      '//secret.txt',
      '/%2fsecret.txt',
      '//etc/passwd',
      '/linked.txt',
      '/linked/secret.txt',
      `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
    ];
    for (const path of [...ways, ...others]) {
      const { status, body } = await ask(path);
      expect([path, status, body.toString().includes('secret')]).toEqual([path, 404, false]);
    }
  });

  it('never leads to another host', async () => {
    for (const path of ['//evil.test', '//evil.test/%2e%2e', '/%2f%2fevil.test', '/\\evil.test']) {
      const { status, headers } = await ask(path);
      expect([path, status, headers.location]).toEqual([path, 404, undefined]);
    }
  });
});

describe('what is asked wrongly', () => {
  it('is refused', async () => {
    expect((await ask('/%E0%A4%A')).status).toBe(400);
    expect((await ask('http://elsewhere.test/')).status).toBe(400);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask('/', { method });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
    }
  });

  it('does not stop the server', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('not http at all\r\n\r\n'));
      socket.on('close', () => resolve()).resume();
    });
    expect((await ask('/')).status).toBe(200);
  });
});

describe('a site under a path', () => {
  it('is there and nowhere else', async () => {
    const status = async (path: string) => (await ask(path, { from: under })).status;
    expect(await Promise.all(['/a/b/', '/a/b/en/guides/', '/a/b', '/', '/a/', '/en/guides/', '/a/bc'].map(status))).toEqual([
      200, 200, 301, 404, 404, 404, 404,
    ]);
    expect((await ask('/a/b', { from: under })).headers.location).toBe('./b/');
  });
});

describe('a port that is taken', () => {
  it('is an error where it was asked for, and else passed over', async () => {
    const { port } = server.address() as AddressInfo;
    const place = { port, host: '127.0.0.1' };
    await expect(serveSite(join(folder, 'site'), place)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const next = await serveSiteFrom(join(folder, 'site'), place);
    expect((next.address() as AddressInfo).port).toBeGreaterThan(port);
    next.close();
    await expect(serveSiteFrom(join(folder, 'site'), place, 1)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
