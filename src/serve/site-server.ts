import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { contentTypeOf } from './content-types.ts';
import { acceptedPacking, packedFiles } from './packed-files.ts';
import { type Found, siteFile } from './site-file.ts';

/** Where a site is served: `prefix` is the path it stands at, `/` or `/a/b/`. */
export interface Place {
  readonly port: number;
  readonly host?: string;
  readonly prefix?: string;
}

/** Bundled files have a hash of what is in them in their names: the same name never means anything else. */
const neverChanges = (path: string) => /(?:^|\/)_astro\/[^/]+[.-][\w-]{5,}\.\w+$/.test(path);

/** A server for the files of a folder, as they are on a static host: no listings, `404.html` for what is not there. */
export function siteServer(folder: string, prefix = '/'): Server {
  const read = packedFiles();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const path = pathOf(request.url ?? '');
    if (path === undefined) return void response.writeHead(400).end();
    const found = path.startsWith(prefix) ? await siteFile(folder, path.slice(prefix.length)) : undefined;
    if (found === 'add a slash' || (found === undefined && `${path}/` === prefix)) return redirect(request, response, path);
    if (found !== undefined) return send(request, response, 200, found, neverChanges(path));
    const lost = await siteFile(folder, '404.html');
    if (typeof lost === 'object') return send(request, response, 404, lost, false);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
  }

  async function send(request: IncomingMessage, response: ServerResponse, status: number, found: Exclude<Found, string | undefined>, immutable: boolean) {
    const { type, packs } = contentTypeOf(found.file);
    const packing = packs ? acceptedPacking(String(request.headers['accept-encoding'] ?? '')) : undefined;
    const etag = `W/"${found.version}"`;
    const headers = {
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-type': type,
      etag,
      'x-content-type-options': 'nosniff',
      ...(packs && { vary: 'accept-encoding' }),
    };
    if (status === 200 && request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    const body = await read(found.file, found.version, packing);
    response.writeHead(status, { ...headers, 'content-length': body.length, ...(packing && { 'content-encoding': packing }) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('The file cannot be read\n');
    });
  });
}

/** The path of a request as people write it; nothing where it is not one. */
function pathOf(url: string): string | undefined {
  try {
    return url.startsWith('/') ? decodeURIComponent(url.split('?')[0] ?? '') : undefined;
  } catch {
    return undefined;
  }
}

/** To the same folder with a `/`, from which its relative addresses lead to the right place. Named from the folder above: no other host can be meant. */
function redirect(request: IncomingMessage, response: ServerResponse, path: string): void {
  const [, query] = (request.url ?? '').split(/(?=\?)/);
  response.writeHead(301, { location: `./${encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))}/${query ?? ''}`, 'cache-control': 'no-cache' }).end();
}

/** Serves a folder; resolves with the server once it listens. Port 0 picks a free one. Without a host it listens on every address of this computer. */
export function serveSite(folder: string, { port, host, prefix }: Place): Promise<Server> {
  const server = siteServer(folder, prefix);
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen({ port, host }, () => resolve(server.off('error', reject)));
  });
}

/** Serves a folder at the first free port from `place.port` on. */
export async function serveSiteFrom(folder: string, place: Place, tries = 20): Promise<Server> {
  try {
    return await serveSite(folder, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries <= 1 || place.port >= 65_535) throw error;
    return serveSiteFrom(folder, { ...place, port: place.port + 1 }, tries - 1);
  }
}
