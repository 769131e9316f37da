import { nonResourceRequest } from '../api/discovery.ts';
import type { OcContext } from './command.ts';
import { OcError } from './errors.ts';
import { goQuote } from './go-quote.ts';

interface RawFlags {
  readonly raw: string;
  readonly watch: boolean;
  readonly 'watch-only': boolean;
  readonly selector: string;
  readonly output: string;
}

/** `oc get --raw`: what the server sends for a URL, as it sends it. (kubectl pkg/rawhttp) */
export function printRaw(oc: OcContext, args: readonly string[], { raw: path, watch, 'watch-only': watchOnly, selector, output }: RawFlags): void {
  if (args.length > 0) throw new OcError('arguments may not be passed when --raw is specified');
  if (watch || watchOnly || selector !== '')
    throw new OcError('--raw may not be specified with other flags that filter the server request or alter the output');
  if (output !== '') throw new OcError('--raw and --output are mutually exclusive');
  if (!path.startsWith('/')) throw new OcError(`--raw must be a valid URL path: parse ${goQuote(path)}: invalid URI for request`);
  const { body } = oc.client.request(nonResourceRequest(path, oc.credentials));
  oc.out(typeof body === 'string' ? body : rawJson(body, path));
}

/** Documents of the API come on one line; what the server says of itself is indented. */
const rawJson = (body: object, path: string) => (path.startsWith('/api') ? `${JSON.stringify(body)}\n` : JSON.stringify(body, null, 2));
