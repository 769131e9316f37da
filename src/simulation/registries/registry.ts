import type { RegistryCredentials, RegistryFailure } from '../../api/registry-transport.ts';
import type { RegistryDescription } from '../scenario.ts';

/** One registry host: who it knows, and what it says to those it turns away. */
export interface Registry {
  readonly host: string;
  readonly description: RegistryDescription;
  readonly users: Readonly<Record<string, string>>;
}

export type Action = 'pull' | 'push';

/** Why a login is refused; undefined where it is accepted, or where nobody asks. */
export function refuseLogin(registry: Registry, credentials: RegistryCredentials | undefined): RegistryFailure | undefined {
  if (registry.description.auth === 'none' || !credentials) return undefined;
  const known = Object.hasOwn(registry.users, credentials.username) && registry.users[credentials.username] === credentials.password;
  return known ? undefined : { ok: false, reason: 'invalid-credentials', message: wordsOf(registry).badLogin };
}

/** Why this caller may not pull from, or push to, a repository; undefined where it may. A repository that is not there answers like a private one. */
export function refuseAccess(
  registry: Registry,
  repository: string,
  exists: boolean,
  action: Action,
  credentials: RegistryCredentials | undefined,
): RegistryFailure | undefined {
  const refused = refuseLogin(registry, credentials);
  if (refused) return refused;
  if (action === 'push' ? mayPush(registry, repository, credentials) : exists && mayPull(registry, repository, credentials)) return undefined;
  return unauthorizedFailure(registry, credentials);
}

/** What the registry says to somebody without the right to a repository. */
export function unauthorizedFailure(registry: Registry, credentials: RegistryCredentials | undefined): RegistryFailure {
  return { ok: false, reason: credentials ? 'denied' : 'unauthorized', message: wordsOf(registry).noAccess };
}

const administrator = 'admin';

function mayPull(registry: Registry, repository: string, credentials: RegistryCredentials | undefined): boolean {
  if (!registry.description.private?.some((prefix) => repository.startsWith(prefix))) return true;
  if (!credentials) return false;
  const owner = firstPart(repository);
  return owner.includes('private') || credentials.username === owner || credentials.username === administrator;
}

function mayPush(registry: Registry, repository: string, credentials: RegistryCredentials | undefined): boolean {
  if (registry.description.auth === 'none') return false;
  return credentials !== undefined && (credentials.username === firstPart(repository) || credentials.username === administrator);
}

const firstPart = (repository: string) => repository.split('/', 1)[0] ?? '';

interface Words {
  readonly badLogin: string;
  readonly noAccess: string;
}

const redHatLogin =
  'unauthorized: Please login to the Red Hat Registry using your Customer Portal credentials. Further instructions can be found here: https://access.redhat.com/RegistryAuthentication';

const words: Readonly<Record<RegistryDescription['flavour'], Words>> = {
  quay: { badLogin: 'unauthorized: Invalid Username or Password', noAccess: 'unauthorized: access to the requested resource is not authorized' },
  'docker-hub': { badLogin: 'unauthorized: incorrect username or password', noAccess: 'unauthorized: authentication required' },
  redhat: { badLogin: redHatLogin, noAccess: redHatLogin },
  open: { badLogin: 'unauthorized: authentication required', noAccess: 'unauthorized: authentication required' },
};

const wordsOf = (registry: Registry): Words => words[registry.description.flavour];
