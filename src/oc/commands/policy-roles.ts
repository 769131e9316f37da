import { type Command, defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { string, stringSlice } from '../flags.ts';
import { addRole, modifyRoleFlags, type RoleModification, removeRole } from '../policy/modify-roles.ts';
import { type Subject, subjectsOf } from '../policy/subjects.ts';

const inProject = { ...modifyRoleFlags, 'role-namespace': string() } as const;
const accounts = { serviceaccount: stringSlice({ shorthand: 'z' }) } as const;

/** `oc policy` and `oc adm policy`: roles of users, service accounts and groups in a project or in the whole cluster (oc pkg/cli/admin/policy/modify_roles.go). */
export const policyRoleCommands: readonly Command[] = (['policy', 'adm policy'] as const).flatMap((parent) => [
  ...roleCommands(parent, 'role', true),
  ...(parent === 'adm policy' ? roleCommands(parent, 'cluster-role', false) : []),
]);

type RoleFlags = typeof inProject & typeof accounts;

function roleCommands(parent: string, what: string, isLocal: boolean): readonly Command[] {
  const flags = (isLocal ? inProject : modifyRoleFlags) as typeof inProject;
  const define = (verb: string, use: string, table: typeof inProject, run: (invocation: Invocation<RoleFlags>) => Promise<void>) =>
    defineCommand({
      path: `${parent} ${verb}`,
      use: `${parent} ${verb} ${use}`,
      flags: table,
      run: (invocation) => run(invocation as unknown as Invocation<RoleFlags>),
    }) as unknown as Command;
  const forUsers = { ...flags, ...accounts };
  return [
    define(`add-${what}-to-user`, 'ROLE (USER | -z SERVICEACCOUNT) [USER ...]', forUsers, ({ oc, ...typed }) =>
      addRole(oc, usersAndAccounts(oc, typed, isLocal)),
    ),
    define(`add-${what}-to-group`, 'ROLE GROUP [GROUP ...]', flags, ({ oc, ...typed }) => addRole(oc, groups(oc, typed, isLocal))),
    define(`remove-${what}-from-user`, 'ROLE USER [USER ...]', forUsers, ({ oc, ...typed }) => removeRole(oc, usersAndAccounts(oc, typed, isLocal))),
    define(`remove-${what}-from-group`, 'ROLE GROUP [GROUP ...]', flags, ({ oc, ...typed }) => removeRole(oc, groups(oc, typed, isLocal))),
  ];
}

type Typed = Omit<Invocation<RoleFlags>, 'oc'>;

// CompleteUserWithSA
function usersAndAccounts(oc: OcContext, { args, flags }: Typed, isLocal: boolean): RoleModification {
  const [roleName, ...users] = args;
  const names = flags.serviceaccount ?? [];
  if (roleName === undefined) throw new OcError('you must specify a role');
  if (users.length + names.length === 0) throw new OcError('you must specify at least one user or service account');
  for (const name of names) checkAccountName(name);
  const subjects = [...subjectsOf(users, []), ...names.map((name): Subject => ({ kind: 'ServiceAccount', name, namespace: oc.namespace }))];
  return { roleName, ...rolePlace(oc, flags, isLocal), subjects, targets: [...users, ...names], flags };
}

function groups(oc: OcContext, { args, flags }: Typed, isLocal: boolean): RoleModification {
  const [roleName, ...names] = args;
  if (roleName === undefined || names.length === 0) throw new OcError('you must specify at least two arguments: <role> <group> [group]...');
  return { roleName, ...rolePlace(oc, flags, isLocal), subjects: subjectsOf([], names), targets: names, flags };
}

function rolePlace(oc: OcContext, flags: Typed['flags'], isLocal: boolean): Pick<RoleModification, 'roleKind' | 'namespace'> {
  if (!isLocal) return { roleKind: 'ClusterRole', namespace: undefined };
  const roleNamespace = flags['role-namespace'];
  if (roleNamespace !== '' && roleNamespace !== oc.namespace) {
    throw new OcError(`role binding in namespace ${JSON.stringify(oc.namespace)} can't reference role in different namespace ${JSON.stringify(roleNamespace)}`);
  }
  return { roleKind: roleNamespace === '' ? 'ClusterRole' : 'Role', namespace: oc.namespace };
}

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function checkAccountName(name: string): void {
  if (name.startsWith('system:serviceaccount')) {
    throw new OcError('--serviceaccount (-z) should only be used with short-form serviceaccount names (e.g. `default`)');
  }
  const errors = [...(name.length > 253 ? ['must be no more than 253 characters'] : []), ...(subdomain.test(name) ? [] : [subdomainRule])];
  if (errors.length > 0) throw new OcError(`${JSON.stringify(name)} is not a valid serviceaccount name:\n  ${errors.join('\n  ')}`);
}

const subdomainRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
