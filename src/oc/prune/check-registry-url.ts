import { OcError } from '../errors.ts';

/** A registry is named by its host, with or without `http://` (oc images.go validateRegistryURL). */
export function checkRegistryUrl(url: string): void {
  const why = url === '' ? undefined : wrongWith(url);
  if (why !== undefined) throw new OcError(`invalid --registry-url flag: ${why}`);
}

function wrongWith(url: string): string | undefined {
  const [, scheme = 'https', rest = ''] = /^(?:([^:/]*):\/\/)?(.*)$/s.exec(url) ?? [];
  if (scheme !== 'http' && scheme !== 'https') return `unsupported scheme: ${scheme}`;
  const [, host = '', path = '', query = ''] = /^([^/?]*)([^?]*)\??(.*)$/s.exec(rest) ?? [];
  if (path !== '' && path !== '/') return 'no path after <host>[:<port>] is allowed';
  if (query !== '') return 'no query arguments are allowed after <host>[:<port>]';
  return host === '' ? 'no host name specified' : undefined;
}
