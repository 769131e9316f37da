import type { KubeObject } from '../../api/meta.ts';
import { type Evidence, find, findAll, type Predicate } from '../evidence.ts';

const resource = { group: '', resource: 'secrets' };

interface Secret extends KubeObject {
  readonly type?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** A login for one registry. */
export interface Login {
  readonly server: string;
  readonly username: string;
  readonly password: string;
}

/** A secret of the lab's project. */
export const secret = (name: string) => ({
  exists: ((evidence) => find(evidence, resource, name) !== undefined) satisfies Predicate,
  /** Somewhere else than in the lab's project. */
  existsElsewhere: (({ state, project }) =>
    state.list(resource).some(({ metadata }) => metadata.name === name && metadata.namespace !== project)) satisfies Predicate,
  /** Is it of a kind that pulls and imports read at all? */
  isForRegistries: ((evidence) => dockerConfig(find<Secret>(evidence, resource, name)) !== undefined) satisfies Predicate,
  /** Has it an entry for this server, whatever the login? */
  knowsServer:
    (server: string): Predicate =>
    (evidence) =>
      loginOf(find<Secret>(evidence, resource, name), server) !== undefined,
  holdsLogin:
    ({ server, username, password }: Login): Predicate =>
    (evidence) => {
      const login = loginOf(find<Secret>(evidence, resource, name), server);
      return login?.username === username && login.password === password;
    },
});

/** Is there such a login in any secret of the project, whatever its name? */
export const anySecretHolds =
  ({ server, username, password }: Login): Predicate =>
  (evidence: Evidence) =>
    findAll<Secret>(evidence, resource).some((candidate) => {
      const login = loginOf(candidate, server);
      return login?.username === username && login.password === password;
    });

type DockerConfig = Readonly<Record<string, { readonly username?: string; readonly password?: string; readonly auth?: string }>>;

// kubernetes pkg/credentialprovider: .dockerconfigjson has an "auths" level, the older .dockercfg has none
function dockerConfig(secret: Secret | undefined): DockerConfig | undefined {
  if (secret?.type === 'kubernetes.io/dockerconfigjson') return parse(secret.data?.['.dockerconfigjson'])?.auths as DockerConfig | undefined;
  if (secret?.type === 'kubernetes.io/dockercfg') return parse(secret.data?.['.dockercfg']) as DockerConfig | undefined;
  return undefined;
}

function loginOf(secret: Secret | undefined, server: string): { readonly username: string; readonly password: string } | undefined {
  const entries = Object.entries(dockerConfig(secret) ?? {});
  const entry = entries.find(([key]) => key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '') === server)?.[1];
  if (!entry) return undefined;
  const [username = '', password = ''] = entry.auth === undefined ? [] : splitOnce(decode(entry.auth) ?? '');
  return { username: entry.username ?? username, password: entry.password ?? password };
}

function splitOnce(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

function parse(base64: string | undefined): Record<string, unknown> | undefined {
  try {
    return JSON.parse(decode(base64 ?? '') ?? '');
  } catch {
    return undefined; // not JSON: no login in there
  }
}

function decode(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
