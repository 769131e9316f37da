import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf } from '../serve/addresses.ts';
import { serveSite, serveSiteFrom } from '../serve/site-server.ts';
import { BadInput } from './lab-arguments.ts';

/** Serves the package, or the built site where there is no package, to the local network until it is stopped. */
const usage = 'usage: npm run serve [-- [FOLDER] [--port PORT] [--host ADDRESS] [--path /a/b/]]';
const project = join(import.meta.dirname, '../..');

interface Wish {
  readonly folder: string;
  /** The port asked for; without a wish the first free one from 8080 on. */
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly prefix: string;
}

function readArguments(): Wish {
  const { values, positionals } = parsed();
  const [folder, ...more] = positionals;
  if (more.length > 0) throw new BadInput(`one folder can be served, not ${positionals.join(' and ')}\n${usage}`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && (!/^\d+$/.test(values.port ?? '') || port > 65_535)) throw new BadInput(`--port ${values.port}: a port is a number up to 65535`);
  const prefix = `/${values.path ?? ''}/`.replaceAll(/\/+/g, '/');
  if (prefix.split('/').some((part) => part.startsWith('.')) || /[?#\\%\s]/.test(prefix)) throw new BadInput(`--path ${values.path}: write it as /a/b/`);
  return { folder: folder ?? builtFolder(), port, host: values.host, prefix };
}

function parsed() {
  try {
    return parseArgs({ allowPositionals: true, options: { port: { type: 'string' }, host: { type: 'string' }, path: { type: 'string' } } });
  } catch (error) {
    throw new BadInput(`${(error as Error).message}\n${usage}`);
  }
}

/** The folder of the package of this version or, where there is none, what `npm run build` wrote. */
function builtFolder(): string {
  const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const folder = [join(project, 'package', `${name}-${version}`), join(project, 'dist')].find((place) => existsSync(join(place, 'index.html')));
  if (folder === undefined) throw new BadInput('There is nothing to serve yet: `npm run package` makes the package, `npm run build` the site alone.');
  return folder;
}

async function main(): Promise<void> {
  const { folder, port, host, prefix } = readArguments();
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new BadInput(`there is no folder ${folder}`);
  if (!readdirSync(folder).includes('index.html')) throw new BadInput(`${folder} has no index.html: it is not the folder of a site`);
  const server = await (port === undefined ? serveSiteFrom(folder, { port: 8080, host, prefix }) : serveSite(folder, { port, host, prefix }));
  const { address, port: given } = server.address() as AddressInfo;
  console.log(`Serving ${relative(process.cwd(), folder) || '.'} at`);
  for (const place of addressesOf(host ?? address, given, prefix)) console.log(`  ${place}`);
  console.log('At a plain http address the labs work, but a browser installs no app: that takes https, or localhost on this computer.');
  console.log('Ctrl+C stops it.');
}

await main().catch((error: NodeJS.ErrnoException) => {
  console.error(error instanceof BadInput ? error.message : reason(error));
  process.exitCode = error instanceof BadInput ? 2 : 1;
});

function reason({ code, message, stack }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return `The port is taken: ${message}. Choose another one with --port, or none, for the first free one from 8080 on.`;
  if (code === 'EACCES') return `This port is not yours to use: ${message}. Ports from 1024 on are.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This computer has no such address: ${message}`;
  return stack ?? message;
}
