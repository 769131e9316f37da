import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument } from '../create-subcommand.ts';

/** `oc create serviceaccount` (kubectl pkg/cmd/create/create_serviceaccount.go). */
export const createServiceAccount = defineCommand({
  path: 'create serviceaccount',
  use: 'create serviceaccount NAME [--dry-run=server|client|none]',
  aliases: ['sa'],
  flags: createFlags,
  examples: ['oc create serviceaccount my-service-account'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const metadata = { creationTimestamp: null, name, ...explicitNamespace(oc) };
    const object = { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
    await createAndPrint(oc, { group: '', version: 'v1', resource: 'serviceaccounts' }, object, flags, 'failed to create serviceaccount');
  },
});
