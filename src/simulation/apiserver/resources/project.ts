import type { Namespace } from '../../../api/core.ts';
import type { KubeList, KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { notFound, StatusError } from '../../../api/status.ts';
import type { ListOptions, RequestContext, RestStorage } from '../rest-storage.ts';
import { selectObjects } from '../standard-storage.ts';
import { column, nameColumn } from '../tables/human-time.ts';

/** Projects: namespaces seen by those who may see them (openshift-apiserver pkg/project/apiserver/registry/project/proxy). */
export const projectStorage = (info: ResourceInfo): RestStorage => ({
  info,
  get: (context, name) => toProject(namespaces(context, name, (storage) => storage.get?.(context, name))),
  list: (context, options) => listProjects(info, context, options),
  create: (context, object) => toProject(namespaceStorage(context).create?.(context, toNamespace(object)) as KubeObject),
  update: (context, name, next) => toProject(namespaces(context, name, (storage) => storage.update?.(context, name, toNamespace(next)))),
  delete: (context, name) => {
    namespaces(context, name, (storage) => storage.delete?.(context, name) as KubeObject);
    return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
  },
  table: {
    columns: [nameColumn, column('Display Name'), column('Status')],
    cells: (object) => [object.metadata.name, object.metadata.annotations?.['openshift.io/display-name'] ?? '', (object as Namespace).status?.phase ?? ''],
  },
});

const projects = { group: 'project.openshift.io', resource: 'projects' };
const namespaceStorage = (context: RequestContext) => context.storage('', 'namespaces');

/** Runs a call on namespaces; what is not found there is a project that is not found here. */
function namespaces(context: RequestContext, name: string, call: (storage: RestStorage) => KubeObject | undefined): KubeObject {
  try {
    return call(namespaceStorage(context)) as KubeObject;
  } catch (error) {
    if (error instanceof StatusError && error.status.reason === 'NotFound') throw notFound(projects, name);
    throw error;
  }
}

/** Only projects the user may get (openshift-apiserver pkg/project/auth cache). */
function listProjects(info: ResourceInfo, context: RequestContext, options: ListOptions): KubeList {
  const visible = context.store
    .list({ group: '', resource: 'namespaces' })
    .filter(({ metadata: { name } }) => context.isAllowed({ verb: 'get', group: '', resource: 'namespaces', namespace: name, name }));
  const items = selectObjects(visible.map(toProject), options, (object) => ({ 'status.phase': (object as Namespace).status?.phase ?? '' }));
  return { apiVersion: `${info.group}/${info.version}`, kind: 'ProjectList', metadata: { resourceVersion: String(context.store.resourceVersion) }, items };
}

/** A namespace as a project shows it. */
export const toProject = (namespace: KubeObject): KubeObject => ({ ...namespace, apiVersion: 'project.openshift.io/v1', kind: 'Project' });
const toNamespace = (project: KubeObject): KubeObject => ({ ...project, apiVersion: 'v1', kind: 'Namespace' });
