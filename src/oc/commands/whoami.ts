import { StatusError } from '../../api/status.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean } from '../flags.ts';
import { whoAmI } from '../session-user.ts';

/** `oc whoami` (oc pkg/cli/whoami/whoami.go). */
export const whoami = defineCommand({
  path: 'whoami',
  use: 'whoami',
  flags: {
    'show-console': boolean(),
    'show-context': boolean({ shorthand: 'c' }),
    'show-server': boolean(),
    'show-token': boolean({ shorthand: 't' }),
  },
  examples: ['oc whoami', 'oc whoami -t', 'oc whoami --show-server'],
  run({ flags, oc }) {
    const { token } = oc.credentials;
    const current = oc.kubeconfig['current-context'];
    if (flags['show-token'] && !token) throw new OcError('no token is currently in use for this session');
    if (flags['show-context'] && current === '') throw new OcError('no context has been set');
    if (flags['show-token']) oc.out(`${token}\n`);
    else if (flags['show-context']) oc.out(`${current}\n`);
    else if (flags['show-server']) oc.out(`${oc.server}\n`);
    else if (flags['show-console']) oc.out(`${consoleUrl(oc)}\n`);
    else oc.out(`${whoAmI(oc.client)}\n`);
  },
});

function consoleUrl(oc: OcContext): string {
  try {
    const config = oc.client.get({ group: '', version: 'v1', resource: 'configmaps' }, 'openshift-config-managed', 'console-public');
    const url = (config.data as Readonly<Record<string, string>> | undefined)?.consoleURL;
    if (url === undefined) throw new OcError('unable to determine console location from the cluster');
    return url;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    if (error.status.reason === 'NotFound') return oc.server;
    throw new OcError(`unable to determine console location: ${error.message}`);
  }
}
