import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { whoAmI } from '../session-user.ts';

/** `oc logout` (oc pkg/cli/logout/logout.go). */
export const logout = defineCommand({
  path: 'logout',
  use: 'logout',
  flags: {},
  examples: ['oc logout'],
  async run({ args, oc }) {
    const { token } = oc.credentials;
    if (args.length > 0) throw new OcError('No arguments are allowed');
    if (!token) throw new OcError('You must have a token in order to logout.');
    const name = whoAmI(oc.client);
    const users = oc.kubeconfig.users.map((entry) => (entry.user.token === token ? { ...entry, user: {} } : entry));
    await oc.saveKubeconfig({ ...oc.kubeconfig, users });
    oc.out(`Logged "${name}" out on "${oc.server}"\n`);
  },
});
