import { extname } from 'node:path';

/** How a kind of file travels: its media type, and whether packing makes it smaller. */
interface ContentType {
  readonly type: string;
  readonly packs: boolean;
}

const text = (type: string): ContentType => ({ type: `${type}; charset=utf-8`, packs: true });
const packed = (type: string): ContentType => ({ type, packs: false });

/** Pagefind's files are packed already, and its script unpacks them itself: they are bytes to the browser. */
const bytes = packed('application/octet-stream');

const types: Readonly<Record<string, ContentType>> = {
  '.css': text('text/css'),
  '.html': text('text/html'),
  '.js': text('text/javascript'),
  '.json': { type: 'application/json', packs: true },
  '.pagefind': bytes,
  '.pf_fragment': bytes,
  '.pf_index': bytes,
  '.pf_meta': bytes,
  '.png': packed('image/png'),
  '.svg': { type: 'image/svg+xml', packs: true },
  '.txt': text('text/plain'),
  '.wasm': { type: 'application/wasm', packs: true },
  '.webmanifest': { type: 'application/manifest+json', packs: true },
  '.woff2': packed('font/woff2'),
  '.xml': { type: 'application/xml', packs: true },
};

/** The type of a file by the end of its name. */
export const contentTypeOf = (file: string): ContentType => types[extname(file).toLowerCase()] ?? (extname(file) === '' ? text('text/plain') : bytes);
