import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, nameArgument } from '../create-subcommand.ts';

/** `oc create namespace` (k8s.io/kubectl pkg/cmd/create/create_namespace.go). */
export const createNamespace = defineCommand({
  path: 'create namespace',
  use: 'namespace NAME [--dry-run=server|client|none]',
  aliases: ['ns'],
  flags: createFlags,
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, creationTimestamp: null }, spec: {}, status: {} };
    await createAndPrint(oc, { group: '', version: 'v1', resource: 'namespaces' }, namespace, flags);
  },
});
