import type { Credentials, UserInfo } from '../../api/request.ts';
import { forbidden, unauthorized } from '../../api/status.ts';
import type { AccessAttributes } from './rest-storage.ts';

export interface AuthenticationSources {
  /** Who a bearer token stands for. */
  userOfToken(token: string): UserInfo | undefined;
  isAllowed(user: UserInfo, attributes: AccessAttributes): boolean;
}

/** Who asks: the bearer of the token or certificate, or whom that one may impersonate. Throws Unauthorized or Forbidden. */
export function authenticate(credentials: Credentials, sources: AuthenticationSources): UserInfo {
  const user = identify(credentials, sources);
  const { impersonate } = credentials;
  if (!impersonate) return user;
  const asked = [
    ...(impersonate.user === '' ? [] : [{ resource: impersonatedResource(impersonate.user), name: impersonatedName(impersonate.user) }]),
    ...impersonate.groups.map((name) => ({ resource: 'groups', name })),
  ];
  for (const { resource, name } of asked) requireImpersonation(user, resource, name, sources);
  return { name: impersonate.user, groups: groupsOf(impersonate) };
}

function identify({ token, certificateUser }: Credentials, sources: AuthenticationSources): UserInfo {
  if (certificateUser) return certificateUser;
  if (token === undefined || token === '') return { name: 'system:anonymous', groups: ['system:unauthenticated'] };
  const user = sources.userOfToken(token);
  if (!user) throw unauthorized();
  return user;
}

const serviceAccountPrefix = 'system:serviceaccount:';
const impersonatedResource = (user: string) => (user.startsWith(serviceAccountPrefix) ? 'serviceaccounts' : 'users');
const impersonatedName = (user: string) => (user.startsWith(serviceAccountPrefix) ? (user.split(':')[3] ?? '') : user);

// kubernetes apiserver pkg/endpoints/filters/impersonation.go WithImpersonation
function requireImpersonation(user: UserInfo, resource: string, name: string, sources: AuthenticationSources): void {
  if (sources.isAllowed(user, { verb: 'impersonate', group: '', resource, name })) return;
  throw forbidden({ group: '', resource }, name, `User "${user.name}" cannot impersonate resource "${resource}" in API group "" at the cluster scope`);
}

function groupsOf({ user, groups }: { readonly user: string; readonly groups: readonly string[] }): readonly string[] {
  if (groups.length > 0) return groups.includes('system:authenticated') ? groups : [...groups, 'system:authenticated'];
  if (user.startsWith(serviceAccountPrefix)) return serviceAccountGroups(user);
  return ['system:authenticated'];
}

/** The groups every service account is in, by its full user name. */
export function serviceAccountGroups(user: string): readonly string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${user.split(':')[2] ?? ''}`, 'system:authenticated'];
}
