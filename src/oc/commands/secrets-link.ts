import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { stringSlice } from '../flags.ts';
import { checkSecretArguments, readSecretArguments, serviceAccounts } from '../secrets/service-account-secrets.ts';

/** `oc secrets link` (oc pkg/cli/secrets/link.go). */
export const secretsLink = defineCommand({
  path: 'secrets link',
  use: 'secrets link serviceaccounts-name secret-name [another-secret-name]...',
  flags: { for: stringSlice({ default: ['mount'], values: ['mount', 'pull'] }) },
  examples: [
    'oc secrets link serviceaccount-name secret-name',
    'oc secrets link serviceaccount-name secret-name --for=pull',
    'oc secrets link serviceaccount-name secret-name --for=pull,mount',
  ],
  arguments: ['serviceaccount', 'secret'],
  run({ args, flags, oc }) {
    if (args.length < 2) checkSecretArguments(args);
    const uses = usesOf(flags.for);
    checkSecretArguments(args);
    const { account, secrets, hasNotFound } = readSecretArguments(oc, args, { allowMissing: false });
    const mounts = account.secrets ?? [];
    const pulls = account.imagePullSecrets ?? [];
    const missingIn = (list: readonly { readonly name: string }[]) =>
      secrets.filter((secret) => !list.some(({ name }) => name === secret)).map((name) => ({ name }));
    const newMounts = uses.has('mount') ? missingIn(mounts) : [];
    const newPulls = uses.has('pull') ? missingIn(pulls) : [];
    if (newMounts.length + newPulls.length > 0) {
      const next = {
        ...account,
        ...(newMounts.length > 0 && { secrets: [...mounts, ...newMounts] }),
        ...(newPulls.length > 0 && { imagePullSecrets: [...pulls, ...newPulls] }),
      };
      oc.client.update(serviceAccounts, oc.namespace, next);
    } else if (hasNotFound) throw new OcError('Some secrets could not be linked');
  },
});

function usesOf(typed: readonly string[]): ReadonlySet<string> {
  const uses = typed.length === 0 ? ['mount'] : typed;
  const unknown = uses.find((use) => !['pull', 'mount'].includes(use.toLowerCase()));
  if (unknown !== undefined) throw new OcError(`unknown for: ${unknown}`);
  return new Set(uses.map((use) => use.toLowerCase()));
}
