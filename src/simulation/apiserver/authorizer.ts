import type { KubeObject } from '../../api/meta.ts';
import type { UserInfo } from '../../api/request.ts';
import { forbidden, type StatusError } from '../../api/status.ts';
import type { Store } from '../store.ts';
import type { AccessAttributes } from './rest-storage.ts';

/** What a role allows (rbac.authorization.k8s.io/v1 PolicyRule). */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

export interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
}

interface RoleRef {
  readonly kind: string;
  readonly name: string;
}

/** A binding with the rules it gives, in a namespace or (undefined) in all. */
export interface BoundRules {
  readonly subjects: readonly Subject[];
  readonly rules: readonly PolicyRule[];
  readonly missingRole?: string;
}

const rbac = (resource: string) => ({ group: 'rbac.authorization.k8s.io', resource });

/** May the user do this? Decided by the roles and bindings in the store (plugin/pkg/auth/authorizer/rbac). */
export function isAllowed(store: Store, user: UserInfo, attributes: AccessAttributes): boolean {
  if (user.groups.includes('system:masters')) return true;
  return bindingsFor(store, attributes.namespace).some(
    ({ subjects, rules }) => subjects.some((subject) => isSubject(subject, user)) && rules.some((rule) => ruleAllows(rule, attributes)),
  );
}

/** Throws Forbidden in the API server's words unless the user may. */
export function authorize(store: Store, user: UserInfo, attributes: AccessAttributes): void {
  if (!isAllowed(store, user, attributes)) throw accessDenied(store, user, attributes);
}

/** Forbidden, worded as responsewriters.Forbidden does. */
export function accessDenied(store: Store, user: UserInfo, attributes: AccessAttributes): StatusError {
  const { verb, group, resource, subresource, namespace, name } = attributes;
  const what = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  const missing = bindingsFor(store, namespace).flatMap(({ missingRole, subjects }) =>
    missingRole !== undefined && subjects.some((subject) => isSubject(subject, user)) ? [missingRole] : [],
  );
  const why = missing.length === 0 ? '' : `: RBAC: ${missing.length === 1 ? missing[0] : `[${missing.join(', ')}]`}`;
  return forbidden({ group, resource }, name ?? '', `User "${user.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}${why}`);
}

/** Every binding that counts in a namespace: the cluster's, then the namespace's own. */
export function bindingsFor(store: Store, namespace: string | undefined): readonly BoundRules[] {
  const own = namespace ? store.list(rbac('rolebindings'), namespace) : [];
  return [...store.list(rbac('clusterrolebindings')), ...own].map((binding) => boundRules(store, binding));
}

const resolved = new WeakMap<KubeObject, { readonly role: KubeObject | undefined; readonly bound: BoundRules }>();

// A binding object never changes, so what it gives is remembered for as long as its role is the same object.
function boundRules(store: Store, binding: KubeObject): BoundRules {
  const roleRef = binding.roleRef as RoleRef;
  const role =
    roleRef.kind === 'Role' ? store.get(rbac('roles'), binding.metadata.namespace, roleRef.name) : store.get(rbac('clusterroles'), undefined, roleRef.name);
  const known = resolved.get(binding);
  if (known && known.role === role) return known.bound;
  const bound: BoundRules = {
    subjects: ((binding.subjects ?? []) as readonly Subject[]).map((subject) => ({ ...subject, namespace: subject.namespace ?? binding.metadata.namespace })),
    rules: (role?.rules ?? []) as readonly PolicyRule[],
    ...(!role && { missingRole: `${roleRef.kind.toLowerCase()}.rbac.authorization.k8s.io "${roleRef.name}" not found` }),
  };
  resolved.set(binding, { role, bound });
  return bound;
}

/** Is the user meant by this subject of a binding? */
export function isSubject(subject: Subject, user: UserInfo): boolean {
  if (subject.kind === 'User') return subject.name === user.name;
  if (subject.kind === 'Group') return user.groups.includes(subject.name);
  return user.name === `system:serviceaccount:${subject.namespace ?? ''}:${subject.name}`;
}

/** Does a rule of a role cover this request? (kubernetes pkg/apis/rbac/v1 evaluation_helpers.go) */
export function ruleAllows(rule: PolicyRule, { verb, group, resource, subresource, name }: AccessAttributes): boolean {
  const has = (list: readonly string[] | undefined, value: string) => list?.some((entry) => entry === '*' || entry === value) ?? false;
  return (
    has(rule.verbs, verb) &&
    has(rule.apiGroups, group) &&
    resourceMatches(rule.resources ?? [], resource, subresource) &&
    (!rule.resourceNames?.length || rule.resourceNames.includes(name ?? ''))
  );
}

function resourceMatches(resources: readonly string[], resource: string, subresource: string | undefined): boolean {
  const asked = subresource ? `${resource}/${subresource}` : resource;
  return resources.some((entry) => entry === '*' || entry === asked || (subresource !== undefined && entry === `*/${subresource}`));
}
