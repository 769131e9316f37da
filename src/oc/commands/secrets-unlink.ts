import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { printFlags, printTypedResult } from '../printers/print-flags.ts';
import { checkSecretArguments, readSecretArguments, serviceAccounts } from '../secrets/service-account-secrets.ts';

/** `oc secrets unlink` (oc pkg/cli/secrets/unlink.go). */
export const secretsUnlink = defineCommand({
  path: 'secrets unlink',
  use: 'secrets unlink serviceaccount-name secret-name [another-secret-name] ...',
  flags: printFlags,
  examples: ['oc secrets unlink serviceaccount-name secret-name another-secret-name ...'],
  arguments: ['serviceaccount', 'secret'],
  async run({ args, flags, oc }) {
    checkSecretArguments(args);
    const { account, secrets, hasNotFound } = readSecretArguments(oc, args, { allowMissing: true });
    const mounts = account.secrets ?? [];
    const pulls = account.imagePullSecrets ?? [];
    const others = (list: readonly { readonly name: string }[]) => list.filter(({ name }) => !secrets.includes(name));
    const next = { ...account, secrets: others(mounts), imagePullSecrets: others(pulls) };
    if (next.secrets.length === mounts.length && next.imagePullSecrets.length === pulls.length) {
      throw new OcError('No valid secrets found or secrets not linked to service account');
    }
    oc.client.update(serviceAccounts, oc.namespace, next);
    if (hasNotFound) throw new OcError(`Unlinked deleted secrets from ${oc.namespace}/${account.metadata.name} service account`);
    await printTypedResult(oc, next, 'updated', flags);
  },
});
