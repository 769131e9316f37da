// A plain static file server, as a learner's host would be: `node serve-static.mjs FOLDER PORT [PREFIX]`. Folders serve index.html, the rest 404.html.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Serves `folder` under `prefix` (`/`, `/a/b/`); resolves with the server once it listens. Port 0 picks a free one. */
export function serveStatic(folder, port = 0, prefix = '/') {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(prefix) ? fileAt(folder, path.slice(prefix.length)) : undefined;
    if (file === 'redirect') {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    const found = file ?? join(folder, '404.html');
    if (!existsSync(found)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function fileAt(folder, path) {
  const file = join(folder, normalize(`/${path}`));
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  if (path !== '' && !path.endsWith('/')) return 'redirect';
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', port = '4331', prefix = '/'] = process.argv.slice(2);
  await serveStatic(folder, Number(port), prefix);
  console.log(`http://127.0.0.1:${port}${prefix}`);
}
