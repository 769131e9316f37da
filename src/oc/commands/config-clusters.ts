import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { clusterNamed, upsert, userNamed } from '../kubeconfig.ts';

/** `oc config get-clusters`. */
export const configGetClusters = defineCommand({
  path: 'config get-clusters',
  use: 'get-clusters',
  flags: {},
  examples: ['oc config get-clusters'],
  run({ oc }) {
    oc.out(`NAME\n${oc.kubeconfig.clusters.map(({ name }) => `${name}\n`).join('')}`);
  },
});

/** `oc config get-users`. */
export const configGetUsers = defineCommand({
  path: 'config get-users',
  use: 'get-users',
  flags: {},
  examples: ['oc config get-users'],
  run({ oc }) {
    oc.out(`NAME\n${oc.kubeconfig.users.map(({ name }) => `${name}\n`).join('')}`);
  },
});

/** `oc config set-cluster` (kubectl pkg/cmd/config/set_cluster.go); the server is the global flag. */
export const configSetCluster = defineCommand({
  path: 'config set-cluster',
  use: 'set-cluster NAME [--server=server] [--insecure-skip-tls-verify=true]',
  flags: { 'insecure-skip-tls-verify': boolean(), server: string({ shorthand: 's' }) },
  examples: ['oc config set-cluster lab --server=https://api.ocp4.example.com:6443'],
  async run({ args, flags, changed, oc }) {
    const [name] = args;
    if (args.length !== 1 || name === undefined) throw new OcError(`Unexpected args: [${args.join(' ')}]`);
    const before = clusterNamed(oc.kubeconfig, name);
    const cluster = {
      server: changed('server') ? flags.server : (before?.server ?? ''),
      ...((changed('insecure-skip-tls-verify') ? flags['insecure-skip-tls-verify'] : before?.['insecure-skip-tls-verify']) && {
        'insecure-skip-tls-verify': true,
      }),
    };
    await oc.saveKubeconfig({ ...oc.kubeconfig, clusters: upsert(oc.kubeconfig.clusters, { name, cluster }) });
    oc.out(`Cluster "${name}" set.\n`);
  },
});

/** `oc config set-credentials` (kubectl pkg/cmd/config/set_credentials.go); the token is the global flag. */
export const configSetCredentials = defineCommand({
  path: 'config set-credentials',
  use: 'set-credentials NAME [--token=bearer_token]',
  flags: { token: string() },
  examples: ['oc config set-credentials lab-user --token=sha256~…'],
  async run({ args, flags, changed, oc }) {
    const [name] = args;
    if (args.length !== 1 || name === undefined) throw new OcError(`Unexpected args: [${args.join(' ')}]`);
    const user = { ...userNamed(oc.kubeconfig, name), ...(changed('token') && { token: flags.token }) };
    await oc.saveKubeconfig({ ...oc.kubeconfig, users: upsert(oc.kubeconfig.users, { name, user }) });
    oc.out(`User "${name}" set.\n`);
  },
});
