import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument, requireFlags } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { string, stringArray } from '../flags.ts';

const rbac = 'rbac.authorization.k8s.io';

/** `oc create rolebinding` (k8s.io/kubectl pkg/cmd/create/create_rolebinding.go). */
export const createRoleBinding = defineCommand({
  path: 'create rolebinding',
  use:
    'rolebinding NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] ' +
    '[--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  flags: { ...createFlags, clusterrole: string(), group: stringArray(), role: string(), serviceaccount: stringArray(), user: stringArray() },
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    if ((flags.clusterrole === '') === (flags.role === '')) throw new OcError('exactly one of clusterrole or role must be specified');
    const subjects = subjectsOf(flags);
    const binding = {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: { name, ...explicitNamespace(oc), creationTimestamp: null },
      ...(subjects.length > 0 && { subjects }),
      roleRef: { apiGroup: rbac, kind: flags.role === '' ? 'ClusterRole' : 'Role', name: flags.role || flags.clusterrole },
    };
    await createAndPrint(oc, { group: rbac, version: 'v1', resource: 'rolebindings' }, binding, flags, 'failed to create rolebinding');
  },
});

/** `oc create clusterrolebinding` (k8s.io/kubectl pkg/cmd/create/create_clusterrolebinding.go). */
export const createClusterRoleBinding = defineCommand({
  path: 'create clusterrolebinding',
  use: 'clusterrolebinding NAME --clusterrole=NAME [--user=user] [--group=group] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  flags: { ...createFlags, clusterrole: string(), group: stringArray(), serviceaccount: stringArray(), user: stringArray() },
  async run(invocation) {
    const { flags, oc } = invocation;
    requireFlags(invocation, ['clusterrole']);
    const name = nameArgument(invocation);
    if (flags.clusterrole === '') throw new OcError('clusterrole must be specified');
    const subjects = subjectsOf(flags);
    const binding = {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name, creationTimestamp: null },
      ...(subjects.length > 0 && { subjects }),
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: flags.clusterrole },
    };
    await createAndPrint(oc, { group: rbac, version: 'v1', resource: 'clusterrolebindings' }, binding, flags, 'failed to create clusterrolebinding');
  },
});

interface Subjects {
  readonly user: readonly string[];
  readonly group: readonly string[];
  readonly serviceaccount: readonly string[];
}

const subjectsOf = ({ user, group, serviceaccount }: Subjects) => [
  ...user.map((name) => ({ kind: 'User', apiGroup: rbac, name })),
  ...group.map((name) => ({ kind: 'Group', apiGroup: rbac, name })),
  ...serviceaccount.map(serviceAccount),
];

function serviceAccount(text: string) {
  const [namespace, name, ...more] = text.split(':');
  if (!namespace || !name || more.length > 0) throw new OcError('serviceaccount must be <namespace>:<name>');
  return { kind: 'ServiceAccount', name, namespace };
}
