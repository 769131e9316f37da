import type { KubeObject } from '../../api/meta.ts';
import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { contextNamed, type Kubeconfig } from '../kubeconfig.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printFlags } from '../printers/print-flags.ts';

/** `oc config view` (kubectl pkg/cmd/config/view.go). */
export const configView = defineCommand({
  path: 'config view',
  use: 'view',
  flags: {
    ...printFlags,
    flatten: boolean(),
    merge: boolean({ default: true }),
    minify: boolean(),
    output: string({ shorthand: 'o', default: 'yaml' }),
    raw: boolean(),
  },
  examples: ['oc config view', 'oc config view --minify', "oc config view -o jsonpath='{.current-context}'"],
  async run({ args, flags, oc }) {
    if (args.length > 0) throw new OcError(`unexpected arguments: [${args.join(' ')}]`);
    const config = flags.minify ? minified(oc.kubeconfig) : oc.kubeconfig;
    const shown = { apiVersion: 'v1', kind: 'Config', preferences: {}, ...(flags.raw ? config : redacted(config)) };
    oc.out((await createPrinter(oc, flags))(shown as unknown as KubeObject));
  },
});

const redacted = (config: Kubeconfig): Kubeconfig => ({
  ...config,
  users: config.users.map(({ name, user }) => ({ name, user: user.token === undefined ? user : { ...user, token: 'REDACTED' } })),
});

function minified(config: Kubeconfig): Kubeconfig {
  const current = config['current-context'];
  const context = contextNamed(config, current);
  if (current === '') throw new OcError('current-context must exist in order to minify');
  if (!context) throw new OcError(`cannot locate context ${current}`);
  return {
    ...config,
    clusters: config.clusters.filter(({ name }) => name === context.cluster),
    contexts: config.contexts.filter(({ name }) => name === current),
    users: config.users.filter(({ name }) => name === context.user),
  };
}
