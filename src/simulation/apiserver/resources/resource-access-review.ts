import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { type BoundRules, bindingsFor, isAllowed, ruleAllows } from '../authorizer.ts';
import type { AccessAttributes, RequestContext, RestStorage } from '../rest-storage.ts';
import { subjectOf } from './access-review.ts';

/** OpenShift's own access reviews are flat: what is asked stands beside kind and apiVersion (authorization.openshift.io/v1). */
interface Action extends KubeObject {
  readonly namespace?: string;
  readonly verb?: string;
  readonly resourceAPIGroup?: string;
  readonly resource?: string;
  readonly resourceName?: string;
  readonly user?: string;
  readonly groups?: readonly string[];
}

/** Who can? (openshift-apiserver pkg/authorization/apiserver/registry/resourceaccessreview and localresourceaccessreview) */
export const resourceAccessReviewStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create(context, review) {
    const namespace = context.namespace ?? '';
    const allowing = bindingsFor(context.store, context.namespace).filter(({ rules }) => rules.some((rule) => ruleAllows(rule, attributesOf(review, context))));
    return response('ResourceAccessReviewResponse', {
      namespace,
      users: namesOf(allowing, isUser),
      groups: namesOf(allowing, ({ kind }) => kind === 'Group'),
      evalutionError: '',
    });
  },
});

/** May they? In OpenShift's own form; without a user, the one who asks. */
export const openShiftSubjectAccessReviewStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create(context, review) {
    const { user, groups } = review as Action;
    const subject = user || groups?.length ? subjectOf(user ?? '', groups ?? []) : context.user;
    const allowed = isAllowed(context.store, subject, attributesOf(review, context));
    return response('SubjectAccessReviewResponse', { namespace: context.namespace ?? '', allowed });
  },
});

const response = (kind: string, fields: Readonly<Record<string, unknown>>): KubeObject =>
  ({ apiVersion: 'authorization.openshift.io/v1', kind, metadata: {}, ...fields }) as unknown as KubeObject;

function attributesOf(review: Action, { namespace }: RequestContext): AccessAttributes {
  const { verb = '', resourceAPIGroup = '', resource = '', resourceName } = review;
  const [base = '', subresource] = resource.split('/');
  return {
    verb,
    group: resourceAPIGroup,
    resource: base,
    ...(subresource && { subresource }),
    ...(namespace && { namespace }),
    ...(resourceName && { name: resourceName }),
  };
}

type SubjectOfBinding = BoundRules['subjects'][number];
const isUser = ({ kind }: SubjectOfBinding) => kind === 'User' || kind === 'ServiceAccount';

function namesOf(bindings: readonly BoundRules[], wanted: (subject: SubjectOfBinding) => boolean): readonly string[] {
  const names = bindings.flatMap(({ subjects }) =>
    subjects.filter(wanted).map(({ kind, name, namespace }) => (kind === 'ServiceAccount' ? `system:serviceaccount:${namespace}:${name}` : name)),
  );
  return [...new Set(names)].sort();
}
