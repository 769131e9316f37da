/** Who a role is bound to (rbac/v1 Subject). */
export interface Subject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
}

const rbacGroup = 'rbac.authorization.k8s.io';

/** Users and groups as subjects; `system:serviceaccount:NAMESPACE:NAME` is an account (library-go authorizationutil BuildRBACSubjects). */
export const subjectsOf = (users: readonly string[], groups: readonly string[]): readonly Subject[] => [
  ...users.map(userSubject),
  ...groups.map((name): Subject => ({ apiGroup: rbacGroup, kind: 'Group', name })),
];

function userSubject(name: string): Subject {
  const [, namespace, account] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name) ?? [];
  if (namespace !== undefined && account !== undefined) return { kind: 'ServiceAccount', name: account, namespace };
  return { apiGroup: rbacGroup, kind: 'User', name };
}

/** Do both mean the same one? */
export const isSameSubject = (a: Subject, b: Subject): boolean => a.kind === b.kind && a.name === b.name && (a.namespace ?? '') === (b.namespace ?? '');

/** Existing subjects, then those that are new. */
export function withSubjects(existing: readonly Subject[], added: readonly Subject[]): readonly Subject[] {
  const all = [...existing];
  for (const subject of added) if (!all.some((known) => isSameSubject(known, subject))) all.push(subject);
  return all;
}

/** Subjects without those that are taken away. */
export const withoutSubjects = (existing: readonly Subject[], removed: readonly Subject[]): readonly Subject[] =>
  existing.filter((subject) => !removed.some((other) => isSameSubject(other, subject)));
