import type { KubeObject } from '../../../api/meta.ts';
import { apiVersionOf, type ResourceInfo } from '../../../api/resource.ts';
import type { Subject } from '../authorizer.ts';
import type { RequestContext, RestStorage, TableConvertor } from '../rest-storage.ts';
import { column, nameColumn } from '../tables/human-time.ts';

const rbacGroup = 'rbac.authorization.k8s.io';

interface RbacBinding extends KubeObject {
  readonly roleRef: { readonly kind: string; readonly name: string; readonly apiGroup?: string };
  readonly subjects?: readonly Subject[];
}

interface OpenShiftBinding extends KubeObject {
  readonly roleRef: { readonly name: string; readonly namespace?: string };
  readonly subjects?: readonly Subject[];
}

/** Roles and bindings under their older names: the same objects, seen through authorization.openshift.io (openshift-apiserver pkg/authorization/apiserver/registry). */
export function openShiftRbacStorage(info: ResourceInfo): RestStorage {
  const behind = (context: RequestContext) => context.storage(rbacGroup, info.resource);
  const isBinding = info.resource.endsWith('bindings');
  const outward = (object: KubeObject): KubeObject => (isBinding ? toOpenShift(info, object as RbacBinding) : { ...object, apiVersion: apiVersionOf(info) });
  const inward = (object: KubeObject): KubeObject => (isBinding ? toRbac(info, object as OpenShiftBinding) : { ...object, apiVersion: `${rbacGroup}/v1` });
  return {
    info,
    get: (context, name) => outward(behind(context).get?.(context, name) as KubeObject),
    list(context, options) {
      const list = behind(context).list?.(context, options);
      return {
        apiVersion: apiVersionOf(info),
        kind: `${info.kind}List`,
        metadata: list?.metadata ?? { resourceVersion: '' },
        items: (list?.items ?? []).map(outward),
      };
    },
    create: (context, object) => outward(behind(context).create?.(context, inward(object)) as KubeObject),
    update: (context, name, next) => outward(behind(context).update?.(context, name, inward(next)) as KubeObject),
    delete: (context, name) => behind(context).delete?.(context, name) as KubeObject,
    ...(isBinding && { table: bindingTable }),
  };
}

function toOpenShift(info: ResourceInfo, { roleRef, subjects = [], ...rest }: RbacBinding): KubeObject {
  const users = subjects
    .filter(({ kind }) => kind !== 'Group')
    .map(({ kind, name, namespace }) => (kind === 'ServiceAccount' ? `system:serviceaccount:${namespace}:${name}` : name));
  const groups = subjects.filter(({ kind }) => kind === 'Group').map(({ name }) => name);
  return {
    ...rest,
    apiVersion: apiVersionOf(info),
    kind: info.kind,
    roleRef: { name: roleRef.name, ...(roleRef.kind === 'Role' && { namespace: rest.metadata.namespace }) },
    subjects: subjects.map(({ apiGroup: _, ...subject }) => subject),
    userNames: users.length > 0 ? users : null,
    groupNames: groups.length > 0 ? groups : null,
  } as KubeObject;
}

function toRbac(info: ResourceInfo, { roleRef, subjects = [], userNames: _, groupNames: __, ...rest }: OpenShiftBinding): KubeObject {
  const kind = roleRef.namespace ? 'Role' : 'ClusterRole';
  return { ...rest, apiVersion: `${rbacGroup}/v1`, kind: info.kind, roleRef: { apiGroup: rbacGroup, kind, name: roleRef.name }, subjects } as KubeObject;
}

// openshift-apiserver pkg/authorization/printers/internalversion printRoleBinding
const bindingTable: TableConvertor = {
  columns: [nameColumn, column('Role'), column('Users'), column('Groups'), column('Service Accounts')],
  cells: (object) => {
    const { metadata, roleRef, subjects = [] } = object as OpenShiftBinding;
    const names = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ name }) => name);
    return [
      metadata.name,
      `${roleRef.namespace ?? ''}/${roleRef.name}`,
      names('User').join(', '),
      names('Group').join(', '),
      names('ServiceAccount').join(', '),
    ];
  },
};
