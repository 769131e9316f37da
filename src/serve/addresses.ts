import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

const everywhere = ['::', '0.0.0.0'];

/** The addresses at which a server that listens on `host` is found, as people type them: this computer's own first, then those that others can use. */
export function addressesOf(
  host: string,
  port: number,
  prefix: string,
  interfaces: NodeJS.Dict<readonly NetworkInterfaceInfo[]> = networkInterfaces(),
): readonly string[] {
  const hosts = everywhere.includes(host) ? ['localhost', ...others(interfaces, host === '::')] : [host];
  return hosts.map((name) => `http://${name.includes(':') ? `[${name}]` : name}${port === 80 ? '' : `:${port}`}${prefix}`);
}

/** Link-local IPv6 addresses (fe80:) are left out: a browser cannot be given one. */
function others(interfaces: NodeJS.Dict<readonly NetworkInterfaceInfo[]>, both: boolean): readonly string[] {
  const found = Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address));
  const named = (family: string) => found.filter((info) => info.family === family).map(({ address }) => address);
  return [...named('IPv4'), ...(both ? named('IPv6') : [])];
}
