import { type Command, defineCommand, type Invocation } from '../command.ts';
import { dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { stringSlice } from '../flags.ts';
import { addRole, isMissing, modifyRoleFlags, operationText, removeRole } from '../policy/modify-roles.ts';
import { roleResource } from '../policy/role-bindings.ts';
import { type Subject, subjectsOf } from '../policy/subjects.ts';
import { printResult } from '../printers/print-flags.ts';

const { 'rolebinding-name': _, ...flags } = modifyRoleFlags;
const accountFlags = { ...flags, serviceaccount: stringSlice({ shorthand: 'z' }) } as const;

type SccInvocation = Invocation<typeof accountFlags>;

/** `oc adm policy add-scc-to-user` and its like: the cluster role that may use the constraints is bound (oc pkg/cli/admin/policy/modify_scc.go). */
export const policySccCommands: readonly Command[] = [
  sccCommand('add-scc-to-user', 'SCC (USER | -z SERVICEACCOUNT) [USER ...]', true),
  sccCommand('add-scc-to-group', 'SCC GROUP [GROUP ...]', false),
  sccCommand('remove-scc-from-user', 'SCC USER [USER ...]', true),
  sccCommand('remove-scc-from-group', 'SCC GROUP [GROUP ...]', false),
];

function sccCommand(name: string, use: string, forUsers: boolean): Command {
  return defineCommand({
    path: `adm policy ${name}`,
    use: `${name} ${use}`,
    flags: (forUsers ? accountFlags : flags) as typeof accountFlags,
    run: (invocation) => modifyScc(invocation, name.startsWith('add'), forUsers),
  }) as unknown as Command;
}

async function modifyScc(invocation: SccInvocation, isAdded: boolean, forUsers: boolean): Promise<void> {
  const { flags: typed, oc } = invocation;
  const { scc, subjects } = constraintsAndSubjects(invocation, forUsers);
  const roleName = `system:openshift:scc:${scc}`;
  const place = { roleName, roleKind: 'ClusterRole' as const, namespace: oc.namespaceIsExplicit ? oc.namespace : undefined };
  const change = { ...place, subjects, targets: subjects.map(({ name }) => name), flags: { ...typed, 'rolebinding-name': roleName }, isSilent: true };
  if (!isAdded) return removeRole(oc, change);
  if (isMissing(oc, roleResource(place), undefined, roleName)) {
    const role = roleToUse(roleName, scc);
    const isDryRun = dryRunStrategy(oc, typed['dry-run']) === 'client';
    if (isDryRun) await printResult(oc, role, operationText(change, 'added', true), typed);
    else oc.client.create(roleResource(place), undefined, role);
  }
  return addRole(oc, change);
}

function constraintsAndSubjects({ args, flags: typed, oc }: SccInvocation, forUsers: boolean): { readonly scc: string; readonly subjects: readonly Subject[] } {
  const [scc, ...names] = args;
  if (!forUsers) {
    if (scc === undefined || names.length === 0) throw new OcError('you must specify at least two arguments: <scc> <group> [group]...');
    return { scc, subjects: subjectsOf([], names) };
  }
  if (scc === undefined) throw new OcError('you must specify a scc');
  const accounts = typed.serviceaccount.map((name): Subject => ({ kind: 'ServiceAccount', name, namespace: oc.namespace }));
  const subjects = [...subjectsOf(names, []), ...accounts];
  if (subjects.length === 0) throw new OcError('you must specify at least one user or service account');
  return { scc, subjects };
}

const roleToUse = (name: string, scc: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name },
  rules: [{ verbs: ['use'], apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], resourceNames: [scc] }],
});
