import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { string } from '../flags.ts';

/** `oc create quota` (k8s.io/kubectl pkg/cmd/create/create_quota.go). */
export const createQuota = defineCommand({
  path: 'create quota',
  use: 'quota NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]',
  aliases: ['resourcequota'],
  flags: { ...createFlags, hard: string(), scopes: string() },
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const hard = flags.hard === '' ? undefined : Object.fromEntries(flags.hard.split(',').map(limit));
    const scopes = flags.scopes === '' ? [] : flags.scopes.split(',');
    if (scopes.includes('')) throw new OcError('invalid resource quota scope ""');
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
      spec: { ...(hard && { hard }), ...(scopes.length > 0 && { scopes }) },
      status: {},
    };
    await createAndPrint(oc, { group: '', version: 'v1', resource: 'resourcequotas' }, quota, flags, 'failed to create quota');
  },
});

function limit(text: string): readonly [string, string] {
  const [name = '', value, ...more] = text.split('=');
  if (value === undefined || more.length > 0) throw new OcError(`Invalid argument syntax ${text}, expected <resource>=<value>`);
  return [name, value];
}
