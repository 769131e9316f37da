import { deepEqual } from '../../../api/deep-equal.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { type FieldError, forbidden } from '../../../api/status.ts';
import { bindingsFor, isSubject, type PolicyRule, type Subject } from '../authorizer.ts';
import { isValidPathSegmentName } from '../name-validation.ts';
import { invalidValue, notSupportedValue, requiredValue } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage, Strategy, TableConvertor } from '../rest-storage.ts';
import { missingRules } from '../rule-escalation.ts';
import { standardStorage } from '../standard-storage.ts';
import { ageColumn, ageOf, column, nameColumn } from '../tables/human-time.ts';

interface RoleBinding extends KubeObject {
  readonly roleRef: { readonly apiGroup?: string; readonly kind: string; readonly name: string };
  readonly subjects?: readonly Subject[];
}

interface Role extends KubeObject {
  readonly rules?: readonly PolicyRule[] | null;
}

/** Roles and cluster roles (kubernetes pkg/registry/rbac). Nobody gives a role more than they have. */
export const roleStorage = (info: ResourceInfo): RestStorage => standardStorage<Role>(info, roleStrategy(info), { table: roleTable });

/** Role bindings and cluster role bindings. Nobody binds a role that allows more than they may. */
export const roleBindingStorage = (info: ResourceInfo): RestStorage => standardStorage<RoleBinding>(info, bindingStrategy(info), { table: bindingTable(info) });

const roleStrategy = (info: ResourceInfo): Strategy<Role> => ({
  validateName: isValidPathSegmentName,
  setDefaults: (role) => ({ ...role, rules: role.rules ?? null }),
  prepareForCreate: (role, context) => {
    requireRules(info, role.metadata.name, role.rules ?? [], context);
    return role;
  },
  prepareForUpdate: (next, old, context) => {
    if (!deepEqual(next.rules, old.rules)) requireRules(info, next.metadata.name, next.rules ?? [], context);
    return next;
  },
});

const bindingStrategy = (info: ResourceInfo): Strategy<RoleBinding> => ({
  validateName: isValidPathSegmentName,
  setDefaults: (binding) => ({
    ...binding,
    roleRef: { ...binding.roleRef, apiGroup: binding.roleRef?.apiGroup || rbacGroup },
    ...(binding.subjects && { subjects: binding.subjects.map(withApiGroup) }),
  }),
  validate: validateBinding,
  validateUpdate: (next, old) => [
    ...(deepEqual(next.roleRef, old.roleRef) ? [] : [invalidValue('roleRef', next.roleRef, 'cannot change roleRef')]),
    ...validateBinding(next),
  ],
  prepareForCreate: (binding, context) => {
    requireRules(info, binding.metadata.name, boundRules(binding, context), context);
    return binding;
  },
  prepareForUpdate: (next, old, context) => {
    if (!deepEqual([next.roleRef, next.subjects], [old.roleRef, old.subjects])) requireRules(info, next.metadata.name, boundRules(next, context), context);
    return next;
  },
});

const rbacGroup = 'rbac.authorization.k8s.io';
const withApiGroup = (subject: Subject): Subject => (subject.kind === 'ServiceAccount' || subject.apiGroup ? subject : { ...subject, apiGroup: rbacGroup });

function validateBinding({ roleRef, subjects = [] }: RoleBinding): readonly FieldError[] {
  return [
    ...(['Role', 'ClusterRole'].includes(roleRef.kind) ? [] : [notSupportedValue('roleRef.kind', roleRef.kind ?? '', ['ClusterRole', 'Role'])]),
    ...(roleRef.name ? [] : [requiredValue('roleRef.name')]),
    ...subjects.flatMap((subject, index) => subjectErrors(subject, `subjects[${index}]`)),
  ];
}

function subjectErrors({ kind, name, namespace }: Subject, field: string): readonly FieldError[] {
  if (!name) return [requiredValue(`${field}.name`)];
  if (!['ServiceAccount', 'User', 'Group'].includes(kind)) return [notSupportedValue(`${field}.kind`, kind ?? '', ['Group', 'ServiceAccount', 'User'])];
  return kind === 'ServiceAccount' && !namespace ? [requiredValue(`${field}.namespace`)] : [];
}

/** The rules of the role a binding names; throws NotFound where it is missing and the user may not bind it blindly. */
function boundRules({ roleRef }: RoleBinding, context: RequestContext): readonly PolicyRule[] {
  const isClusterRole = roleRef.kind === 'ClusterRole';
  const storage = context.storage(rbacGroup, isClusterRole ? 'clusterroles' : 'roles');
  const mayBind = context.isAllowed({ verb: 'bind', group: rbacGroup, resource: storage.info.resource, namespace: context.namespace, name: roleRef.name });
  if (mayBind && context.user.groups.includes('system:masters')) return [];
  const role = storage.get?.(isClusterRole ? { ...context, namespace: undefined } : context, roleRef.name) as Role;
  return mayBind ? [] : (role.rules ?? []);
}

// kubernetes pkg/registry/rbac/rolebinding/policybased/storage.go, pkg/registry/rbac/validation ConfirmNoEscalation
function requireRules(info: ResourceInfo, name: string, wanted: readonly PolicyRule[], context: RequestContext): void {
  const { store, user, namespace, isAllowed } = context;
  if (user.groups.includes('system:masters') || isAllowed({ verb: 'escalate', group: rbacGroup, resource: info.resource, namespace, name })) return;
  const owned = bindingsFor(store, namespace).flatMap(({ subjects, rules }) => (subjects.some((subject) => isSubject(subject, user)) ? rules : []));
  const missing = missingRules(wanted, owned);
  if (missing.length === 0) return;
  const groups = user.groups.map((group) => JSON.stringify(group)).join(' ');
  throw forbidden(info, name, `user "${user.name}" (groups=[${groups}]) is attempting to grant RBAC permissions not currently held:\n${missing.join('\n')}`);
}

const roleTable: TableConvertor = {
  columns: [nameColumn, column('Created At', 'date')],
  cells: ({ metadata }) => [metadata.name, metadata.creationTimestamp ?? '<unknown>'],
};

const bindingTable = (_info: ResourceInfo): TableConvertor => ({
  columns: [nameColumn, column('Role'), ageColumn, column('Users', 'string', 1), column('Groups', 'string', 1), column('ServiceAccounts', 'string', 1)],
  cells: (object, now) => {
    const { metadata, roleRef, subjects = [] } = object as RoleBinding;
    const names = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ name }) => name);
    const accounts = subjects.filter(({ kind }) => kind === 'ServiceAccount').map(({ namespace, name }) => `${namespace}/${name}`);
    return [
      metadata.name,
      `${roleRef.kind}/${roleRef.name}`,
      ageOf(metadata.creationTimestamp, now),
      names('User').join(', '),
      names('Group').join(', '),
      accounts.join(', '),
    ];
  },
});
