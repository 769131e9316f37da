import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body may be packed on its way, the better first. */
export type Packing = 'br' | 'gzip';
const better: readonly Packing[] = ['br', 'gzip'];

const pack: Readonly<Record<Packing, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (content) => promisify(gzip)(content, { level: 6 }),
};

/** What of the packings a browser takes, by its `accept-encoding`; `br;q=0` is a no. */
export function acceptedPacking(header: string): Packing | undefined {
  const taken = header.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [] : [name];
  });
  return better.find((packing) => taken.includes(packing));
}

/** Reads files and packs each once, however many ask for it: a class opens the same page in the same minute. */
export function packedFiles(): (file: string, version: string, packing: Packing | undefined) => Promise<Buffer> {
  const packed = new Map<string, { readonly version: string; readonly content: Promise<Buffer> }>();
  return (file, version, packing) => {
    if (packing === undefined) return readFile(file);
    const key = `${packing} ${file}`;
    const known = packed.get(key);
    if (known?.version === version) return known.content;
    const content = readFile(file).then(pack[packing]);
    packed.set(key, { version, content });
    content.catch(() => packed.delete(key));
    return content;
  };
}
