import type { KubeObject } from '../../api/meta.ts';
import type { Evidence, Predicate } from '../evidence.ts';

interface RoleBinding extends KubeObject {
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

const resource = { group: 'rbac.authorization.k8s.io', resource: 'rolebindings' };

const everyone = ['system:serviceaccounts', 'system:authenticated', 'system:authenticated:oauth', 'system:unauthenticated'];

/** Who has which cluster role in a project. A role of the project may have the same name, and means something else. */
export const roleIn = (project: string, role: string) => ({
  /** To this service account, by name or as one of all of its project. */
  isGrantedToAccount:
    (account: string, ofProject: string): Predicate =>
    (evidence) =>
      subjects(evidence, project, role).some(
        ({ kind, name, namespace }) =>
          (kind === 'ServiceAccount' && name === account && namespace === ofProject) ||
          (kind === 'User' && name === `system:serviceaccount:${ofProject}:${account}`) ||
          (kind === 'Group' && (name === `system:serviceaccounts:${ofProject}` || name === 'system:serviceaccounts' || name === 'system:authenticated')),
      ),
  /** To all accounts of whichever project, or to everybody who is logged in. */
  isGrantedToEveryone: ((evidence) =>
    subjects(evidence, project, role).some(({ kind, name }) => kind === 'Group' && everyone.includes(name))) satisfies Predicate,
  isGrantedToUser:
    (user: string): Predicate =>
    (evidence) =>
      subjects(evidence, project, role).some(({ kind, name }) => kind === 'User' && name === user),
  /** To a service account of that project, whichever. */
  isGrantedToSomeAccount:
    (ofProject: string): Predicate =>
    (evidence) =>
      subjects(evidence, project, role).some(
        ({ kind, name, namespace }) =>
          (kind === 'ServiceAccount' && namespace === ofProject) || (kind === 'User' && name.startsWith(`system:serviceaccount:${ofProject}:`)),
      ),
});

const subjects = ({ state }: Evidence, project: string, role: string) =>
  (state.list(resource, project) as readonly RoleBinding[])
    .filter(({ roleRef }) => roleRef.kind === 'ClusterRole' && roleRef.name === role)
    .flatMap((binding) => binding.subjects ?? []);
