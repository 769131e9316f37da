import type { KubeObject } from '../../api/meta.ts';
import { defineCommand } from '../command.ts';
import { nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { duration, stringArray } from '../flags.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printFlags } from '../printers/print-flags.ts';

interface TokenRequest extends KubeObject {
  readonly status: { readonly token: string };
}

/** `oc create token` (kubectl pkg/cmd/create/create_token.go). */
export const createToken = defineCommand({
  path: 'create token',
  use: 'token SERVICE_ACCOUNT_NAME',
  flags: { ...printFlags, audience: stringArray({ hidden: true }), duration: duration({ hidden: true }) },
  arguments: ['serviceaccount'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    if (flags.duration < 0) throw new OcError('--duration must be greater than or equal to 0');
    if (flags.duration % 1000 !== 0) throw new OcError('--duration cannot be expressed in units less than seconds');
    if (flags.audience.includes('')) throw new OcError('--audience must not be an empty string');
    const response = request(() =>
      oc.client.create<KubeObject>({ group: '', version: 'v1', resource: 'serviceaccounts' }, oc.namespace, requestOf(name, flags), {
        name,
        subresource: 'token',
      }),
    ) as TokenRequest;
    if (flags.output === '') oc.out(`${response.status.token}\n`);
    else oc.out((await createPrinter(oc, flags))(response));
  },
});

const requestOf = (name: string, { audience, duration: lifetime }: { readonly audience: readonly string[]; readonly duration: number }) => ({
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'TokenRequest',
  metadata: { name },
  spec: { ...(audience.length > 0 && { audiences: audience }), ...(lifetime > 0 && { expirationSeconds: lifetime / 1000 }) },
});

function request<T>(create: () => T): T {
  try {
    return create();
  } catch (error) {
    throw new OcError(`failed to create token: ${(error as Error).message}`);
  }
}
