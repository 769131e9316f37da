import type { RegistryFailure } from '../api/registry-transport.ts';

/** The daemon's words for a registry that was not reached, or that said no. */
export function daemonFailure(host: string, { reason, message }: RegistryFailure): string {
  const get = `Get "https://${host}/v2/"`;
  switch (reason) {
    case 'no-such-host':
      return `${get}: dial tcp: lookup ${host.replace(/:\d+$/, '')}: no such host`;
    case 'unreachable':
    case 'tls':
      return message.startsWith('Get ') ? message : `${get}: ${message}`;
    default:
      return `${get}: ${message}`;
  }
}
