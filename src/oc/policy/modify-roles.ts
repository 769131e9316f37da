import { StatusError } from '../../api/status.ts';
import type { OcContext } from '../command.ts';
import { dryRunFlag, dryRunStrategy } from '../dry-run.ts';
import { OcError } from '../errors.ts';
import { type FlagTable, string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { createPrinter, type PrintSettings } from '../printers/output-format.ts';
import { printFlags, printResult } from '../printers/print-flags.ts';
import { isNotFound } from '../resource-arguments.ts';
import { bindingsIn, bindingsOfRole, newBinding, type RoleBinding, type RolePlace, roleResource } from './role-bindings.ts';
import { isSameSubject, type Subject, withoutSubjects, withSubjects } from './subjects.ts';

/** Flags of every command that binds a role or takes it away. */
export const modifyRoleFlags = { ...printFlags, 'dry-run': dryRunFlag, 'rolebinding-name': string() } as const satisfies FlagTable;

/** Who gets or loses which role (oc pkg/cli/admin/policy RoleModificationOptions). */
export interface RoleModification extends RolePlace {
  readonly subjects: readonly Subject[];
  /** As they were typed, for the message. */
  readonly targets: readonly string[];
  /** Nothing is said of roles and subjects that are not there. */
  readonly isSilent?: boolean;
  readonly flags: PrintSettings & { readonly 'dry-run': string; readonly 'rolebinding-name': string };
}

/** Binds the role to the subjects, in the binding that was named or in one that is not there yet (AddRole). */
export async function addRole(oc: OcContext, change: RoleModification): Promise<void> {
  const { flags, subjects } = change;
  const bindingName = flags['rolebinding-name'];
  const existing = bindingName === '' ? undefined : findBinding(oc, change, bindingName);
  if (bindingName === '') {
    const enough = bindingsOfRole(oc, change).find((binding) => withSubjects(binding.subjects ?? [], subjects).length === (binding.subjects ?? []).length);
    if (enough) return flags.output === '' ? printRole(oc, change, 'added') : oc.out((await createPrinter(oc, flags))(enough));
  }
  const binding = existing ?? newBinding(oc, change, bindingName);
  const before = binding.subjects ?? [];
  const next: RoleBinding = { ...binding, subjects: withSubjects(before, subjects) };
  if (!change.isSilent) warnOfMissing(oc, change, (next.subjects ?? []).slice(before.length));
  const dryRun = dryRunStrategy(oc, flags['dry-run']);
  if (dryRun === 'client') return printResult(oc, next, operationText(change, 'added', true), flags);
  if (existing) oc.client.update(bindingsIn(change.namespace), change.namespace, next);
  else oc.client.create(bindingsIn(change.namespace), change.namespace, next);
  return printRole(oc, change, 'added');
}

/** Takes the role away in every binding that gives it, or in the one that was named (RemoveRole). */
export async function removeRole(oc: OcContext, change: RoleModification): Promise<void> {
  const { flags, roleKind, roleName, namespace, subjects, targets } = change;
  const bindings = flags['rolebinding-name'] === '' ? bindingsOfRole(oc, change) : [bindingToChange(oc, change, flags['rolebinding-name'])];
  if (bindings.length === 0)
    throw new OcError(`unable to locate any ${namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding'} for ${roleKind} ${goQuote(roleName)}`);
  const changed = bindings
    .filter((binding) => (binding.subjects ?? []).some((subject) => subjects.some((other) => isSameSubject(other, subject))))
    .map((binding) => ({ ...binding, subjects: withoutSubjects(binding.subjects ?? [], subjects) }));
  if (changed.length === 0) throw new OcError(`unable to find target [${targets.join(' ')}]`);
  if (flags.output !== '') {
    oc.out((await createPrinter(oc, flags))({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items: changed }));
    return;
  }
  const isDryRun = dryRunStrategy(oc, flags['dry-run']) === 'client';
  if (!isDryRun) for (const binding of changed) store(oc, change, binding);
  await printRole(oc, change, 'removed', isDryRun);
}

const autoUpdate = 'rbac.authorization.kubernetes.io/autoupdate';

function store(oc: OcContext, { namespace }: RolePlace, binding: RoleBinding): void {
  const auto = binding.metadata.annotations?.[autoUpdate];
  if ((binding.subjects ?? []).length > 0 || auto === 'false') oc.client.update(bindingsIn(namespace), namespace, binding);
  else oc.client.delete(bindingsIn(namespace), namespace, binding.metadata.name);
  if (auto !== 'true') return;
  oc.err(
    `Warning: Your changes may get lost whenever a master is restarted, unless you prevent reconciliation of this rolebinding using the following command: oc annotate ${binding.kind.toLowerCase()}.rbac ${binding.metadata.name} '${autoUpdate}=false' --overwrite\n`,
  );
}

function findBinding(oc: OcContext, { roleName, roleKind, namespace }: RolePlace, name: string): RoleBinding | undefined {
  const binding = oc.client.find<RoleBinding>(bindingsIn(namespace), namespace, name);
  if (!binding) return undefined;
  const { roleRef } = binding;
  if (roleRef.name !== roleName) throw new OcError(`rolebinding ${name} found for role ${roleRef.name}, not ${roleName}`);
  if (roleRef.kind !== roleKind) throw new OcError(`rolebinding ${name} found for ${goQuote(roleRef.kind)}, not ${goQuote(roleKind)}`);
  return binding;
}

function bindingToChange(oc: OcContext, { roleName, roleKind, namespace }: RolePlace, name: string): RoleBinding {
  const binding = oc.client.get<RoleBinding>(bindingsIn(namespace), namespace, name);
  const { roleRef } = binding;
  if (roleRef.name !== roleName) throw new OcError(`rolebinding ${name} contains role ${roleRef.name}, instead of role ${roleName}`);
  if (roleRef.kind !== roleKind) throw new OcError(`rolebinding ${name} contains role ${roleName} of kind ${goQuote(roleRef.kind)}, not ${goQuote(roleKind)}`);
  return binding;
}

/** Says what does not exist; what may not be looked at is taken to be there. */
function warnOfMissing(oc: OcContext, change: RolePlace, added: readonly Subject[]): void {
  if (isMissing(oc, roleResource(change), change.roleKind === 'Role' ? change.namespace : undefined, change.roleName)) {
    oc.err(`Warning: role '${change.roleName}' not found\n`);
  }
  for (const { kind, name, namespace } of added) if (isMissing(oc, subjectResources[kind], namespace, name)) oc.err(`Warning: ${kind} '${name}' not found\n`);
}

const subjectResources = {
  ServiceAccount: { group: '', version: 'v1', resource: 'serviceaccounts' },
  User: { group: 'user.openshift.io', version: 'v1', resource: 'users' },
  Group: { group: 'user.openshift.io', version: 'v1', resource: 'groups' },
} as const;

/** Is there none of that name? What may not be looked at is taken to be there. */
export function isMissing({ client }: OcContext, target: Parameters<OcContext['client']['get']>[0], namespace: string | undefined, name: string): boolean {
  try {
    client.get(target, namespace, name);
    return false;
  } catch (error) {
    if (error instanceof StatusError) return isNotFound(error);
    throw error;
  }
}

/** `clusterrole.rbac.authorization.k8s.io/view added: "student"`. */
async function printRole(oc: OcContext, change: RoleModification, operation: string, isDryRun = false): Promise<void> {
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: change.roleKind, metadata: { creationTimestamp: null, name: change.roleName }, rules: null };
  await printResult(oc, role, operationText(change, operation, isDryRun), change.flags);
}

/** `added: "student"`. */
export function operationText({ targets }: Pick<RoleModification, 'targets'>, operation: string, isDryRun: boolean): string {
  const quoted = targets.map(goQuote);
  return `${operation}: ${quoted.length === 1 ? quoted[0] : `[${quoted.join(' ')}]`}${isDryRun ? ' (dry run)' : ''}`;
}
