import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { alreadyExists, type FieldError, forbidden, invalid, StatusError } from '../../../api/status.ts';
import { isDns1123Label } from '../name-validation.ts';
import { invalidValue, validateObjectMeta } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';
import { toProject } from './project.ts';

interface ProjectRequest extends KubeObject {
  readonly displayName?: string;
  readonly description?: string;
}

/** `oc new-project`: makes a project and its requester the admin of it (openshift-apiserver pkg/project/apiserver/registry/projectrequest/delegated). */
export const projectRequestStorage = (info: ResourceInfo): RestStorage => ({
  info,
  // upstream answers a Status here, which says no more than that the request was allowed
  list: ({ store }) => ({
    apiVersion: 'project.openshift.io/v1',
    kind: 'ProjectRequestList',
    metadata: { resourceVersion: String(store.resourceVersion) },
    items: [],
  }),
  create: (context, object) => requestProject(info, context, object),
});

function requestProject(info: ResourceInfo, context: RequestContext, request: ProjectRequest): KubeObject {
  const { name } = request.metadata;
  const errors = validateRequest(request);
  if (errors.length > 0) throw invalid({ ...info, group: 'project.openshift.io' }, name, errors);
  refuseReserved(name);
  const trusted = asAdmin(context);
  const namespace = trusted.storage('', 'namespaces').create?.(trusted, namespaceOf(request, context.user.name)) as KubeObject;
  if (context.dryRun) return toProject(namespace);
  const inside: RequestContext = { ...trusted, namespace: name };
  inside.storage('rbac.authorization.k8s.io', 'rolebindings').create?.(inside, adminBinding(name, context.user.name));
  return toProject(namespace);
}

const reserved = ['openshift', 'kubernetes', 'kube'];

/** Names of the platform's own projects are not to be had. */
function refuseReserved(name: string): void {
  const refuse = (why: string) => forbidden({ group: 'project.openshift.io', resource: 'project' }, name, why);
  if (reserved.includes(name)) throw refuse(`cannot request a project with the name "${name}"`);
  const prefix = reserved.find((each) => name.startsWith(`${each}-`));
  if (prefix !== undefined) throw refuse(`cannot request a project starting with "${prefix}-"`);
}

/** The template is instantiated by the API server itself, whatever the requester may do. */
const asAdmin = (context: RequestContext): RequestContext => ({
  ...context,
  user: { name: 'system:apiserver', groups: ['system:masters'] },
  isAllowed: () => true,
  storage: (group, resource) => translateAlreadyExists(context.storage(group, resource)),
});

function translateAlreadyExists(storage: RestStorage): RestStorage {
  return {
    ...storage,
    create(context, object) {
      try {
        return storage.create?.(context, object) as KubeObject;
      } catch (error) {
        if (!(error instanceof StatusError) || error.status.reason !== 'AlreadyExists') throw error;
        throw alreadyExists({ group: 'project.openshift.io', resource: 'project' }, object.metadata.name);
      }
    },
  };
}

// openshift-apiserver pkg/project/apis/project/validation ValidateProject
function validateRequest({ metadata, displayName }: ProjectRequest): readonly FieldError[] {
  return [
    ...validateObjectMeta(metadata, false, projectNameErrors),
    ...(/[\n\t\r]/.test(displayName ?? '') ? [invalidValue('displayName', displayName, 'may not contain a new line or tab')] : []),
  ];
}

function projectNameErrors(name: string): readonly string[] {
  if (name.length < 2) return ['must be at least 2 characters long'];
  return isDns1123Label(name);
}

function namespaceOf({ metadata, displayName, description }: ProjectRequest, requester: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: metadata.name,
      ...(metadata.labels && { labels: metadata.labels }),
      annotations: {
        ...metadata.annotations,
        'openshift.io/description': description ?? '',
        'openshift.io/display-name': displayName ?? '',
        'openshift.io/requester': requester,
      },
    },
  };
}

const adminBinding = (namespace: string, user: string): KubeObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'admin', namespace },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
});
