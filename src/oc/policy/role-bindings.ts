import type { KubeObject } from '../../api/meta.ts';
import type { OcContext } from '../command.ts';
import type { Subject } from './subjects.ts';

/** A RoleBinding or ClusterRoleBinding. */
export interface RoleBinding extends KubeObject {
  readonly roleRef: { readonly apiGroup?: string; readonly kind: string; readonly name: string };
  readonly subjects?: readonly Subject[];
}

/** Which role, and where: without a namespace the bindings are the cluster's. */
export interface RolePlace {
  readonly roleName: string;
  readonly roleKind: 'Role' | 'ClusterRole';
  readonly namespace: string | undefined;
}

const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' } as const;

/** The resource that bindings of this place are. */
export const bindingsIn = (namespace: string | undefined) => ({ ...rbac, resource: namespace === undefined ? 'clusterrolebindings' : 'rolebindings' });

/** Every binding of the role. */
export function bindingsOfRole({ client }: OcContext, { roleName, roleKind, namespace }: RolePlace): readonly RoleBinding[] {
  const { items } = client.list<RoleBinding>(bindingsIn(namespace), namespace);
  return items.filter(({ roleRef }) => roleRef.name === roleName && roleRef.kind === roleKind);
}

/** A new binding of the role with a name that nobody has: the role's, else with a number (oc pkg/cli/admin/policy getUniqueName). */
export function newBinding({ client }: OcContext, { roleName, roleKind, namespace }: RolePlace, name: string): RoleBinding {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: { creationTimestamp: null, name: name === '' ? freeName() : name, ...(namespace !== undefined && { namespace }) },
    roleRef: { apiGroup: rbac.group, kind: roleKind, name: roleName },
  };

  function freeName(): string {
    const taken = new Set(client.list(bindingsIn(namespace), namespace).items.map(({ metadata }) => metadata.name));
    let candidate = roleName;
    for (let number = 0; taken.has(candidate); number++) candidate = `${roleName}-${number}`;
    return candidate;
  }
}

/** Is there such a role? What may not be looked at is taken to be there. */
export const roleResource = ({ roleKind }: RolePlace) => ({ ...rbac, resource: roleKind === 'Role' ? 'roles' : 'clusterroles' });
