import type { KubeObject } from '../../../api/meta.ts';
import type { UserInfo } from '../../../api/request.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { badRequest } from '../../../api/status.ts';
import { serviceAccountGroups } from '../authenticator.ts';
import { bindingsFor, isAllowed, isSubject } from '../authorizer.ts';
import type { AccessAttributes, RequestContext, RestStorage } from '../rest-storage.ts';

interface ReviewSpec {
  readonly resourceAttributes?: Partial<AccessAttributes>;
  readonly nonResourceAttributes?: { readonly path?: string; readonly verb?: string };
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly namespace?: string;
}

/** May I? (kubernetes pkg/registry/authorization/selfsubjectaccessreview) */
export const selfSubjectAccessReviewStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create: (context, review) => reviewed(review, context, context.user),
});

/** May they? Of a namespace, or of the cluster (pkg/registry/authorization/subjectaccessreview and localsubjectaccessreview). */
export const subjectAccessReviewStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create(context, review) {
    const { user = '', groups = [] } = review.spec as ReviewSpec;
    if (user === '' && groups.length === 0) throw badRequest('spec.user: Required value: at least one of user or group must be specified');
    return reviewed(review, context, subjectOf(user, groups));
  },
});

/** A user as reviews name one: a service account is in its groups without saying so. */
export const subjectOf = (name: string, groups: readonly string[]): UserInfo => ({
  name,
  groups: groups.length === 0 && name.startsWith('system:serviceaccount:') ? serviceAccountGroups(name) : groups,
});

function reviewed(review: KubeObject, context: RequestContext, user: UserInfo): KubeObject {
  const { resourceAttributes, nonResourceAttributes } = review.spec as ReviewSpec;
  const allowed = resourceAttributes ? isAllowed(context.store, user, attributesOf(resourceAttributes)) : mayVisit(context, user, nonResourceAttributes ?? {});
  return { ...review, metadata: { ...review.metadata, creationTimestamp: null } as KubeObject['metadata'], status: { allowed } };
}

const attributesOf = ({ verb = '', group = '', resource = '', subresource, namespace, name }: Partial<AccessAttributes>): AccessAttributes => ({
  verb,
  group,
  resource,
  ...(subresource && { subresource }),
  ...(namespace && { namespace }),
  ...(name && { name }),
});

function mayVisit({ store }: RequestContext, user: UserInfo, { path = '', verb = '' }: NonNullable<ReviewSpec['nonResourceAttributes']>): boolean {
  if (user.groups.includes('system:masters')) return true;
  const open = ['/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez', '/readyz', '/version', '/version/', '/openapi', '/openapi/*'];
  const matches = (pattern: string) => pattern === '*' || pattern === path || (pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1)));
  if (verb === 'get' && open.some(matches)) return true;
  return bindingsFor(store, undefined).some(
    ({ subjects, rules }) =>
      subjects.some((subject) => isSubject(subject, user)) &&
      rules.some(({ verbs, nonResourceURLs = [] }) => (verbs.includes('*') || verbs.includes(verb)) && nonResourceURLs.some(matches)),
  );
}

/** All that I may do in a namespace (pkg/registry/authorization/selfsubjectrulesreview). */
export const selfSubjectRulesReviewStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create(context, review) {
    const { namespace } = review.spec as ReviewSpec;
    if (!namespace) throw badRequest('no namespace on request');
    const rules = bindingsFor(context.store, namespace).flatMap(({ subjects, rules: own }) =>
      subjects.some((subject) => isSubject(subject, context.user)) ? own : [],
    );
    const resourceRules = rules.filter(({ resources }) => resources?.length);
    const nonResourceRules = rules.flatMap(({ verbs, nonResourceURLs }) => (nonResourceURLs?.length ? [{ verbs, nonResourceURLs }] : []));
    return { ...review, status: { resourceRules, nonResourceRules, incomplete: false } };
  },
});

/** Who am I? (pkg/registry/authentication/selfsubjectreview) */
export const selfSubjectReviewStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create: ({ user, write }, review) => ({
    ...review,
    metadata: { ...review.metadata, creationTimestamp: write.time },
    status: { userInfo: { username: user.name, ...(user.uid && { uid: user.uid }), groups: user.groups } },
  }),
});
