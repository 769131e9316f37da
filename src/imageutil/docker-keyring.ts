import type { KubeObject } from '../api/meta.ts';
import type { RegistryCredentials } from '../api/registry-transport.ts';
import { decodeBase64 } from './base64.ts';

/** Registry logins by host, or by host and path. */
export interface DockerKeyring {
  /** Logins that fit an image, the most specific of each secret first. */
  lookup(image: string): readonly RegistryCredentials[];
}

/** The logins of pull secrets, in the order of the secrets. (kubernetes pkg/credentialprovider/secrets MakeDockerKeyring) */
export function makeDockerKeyring(secrets: readonly KubeObject[]): DockerKeyring {
  const rings = secrets.map((secret) => entriesOf(secret)).filter((entries) => entries.length > 0);
  return { lookup: (image) => rings.flatMap((entries) => lookupIn(entries, image)) };
}

/** The logins of one `config.json` text (`auths`, or the older form without it). */
export function credentialsOfDockerConfig(text: string): readonly DockerConfigEntry[] {
  const config = parseObject(text);
  const auths = asObject(config.auths ?? config);
  return Object.entries(auths).flatMap(([location, entry]) => {
    const credentials = decodeEntry(asObject(entry));
    return credentials ? [{ key: keyOf(location), credentials }] : [];
  });
}

export interface DockerConfigEntry {
  /** Host, port and perhaps a path. */
  readonly key: string;
  readonly credentials: RegistryCredentials;
}

function entriesOf({ type, data }: KubeObject): readonly DockerConfigEntry[] {
  const field = type === 'kubernetes.io/dockerconfigjson' ? '.dockerconfigjson' : type === 'kubernetes.io/dockercfg' ? '.dockercfg' : undefined;
  const encoded = field === undefined ? undefined : asObject(data)[field];
  if (typeof encoded !== 'string') return [];
  return [...credentialsOfDockerConfig(decodeBase64(encoded))].sort((a, b) => (a.key < b.key ? 1 : -1));
}

// kubernetes pkg/credentialprovider/keyring.go BasicDockerKeyring.Lookup
function lookupIn(entries: readonly DockerConfigEntry[], image: string): readonly RegistryCredentials[] {
  const matching = entries.filter(({ key }) => matchesGlob(key, image));
  const found = matching.length > 0 || !isDefaultRegistry(image) ? matching : entries.filter(({ key }) => key === defaultRegistryHost);
  return found.map(({ credentials }) => credentials);
}

const defaultRegistryHost = 'index.docker.io';

function isDefaultRegistry(image: string): boolean {
  const [first = '', second] = image.split('/', 2);
  if (first === '') return false;
  return second === undefined || first === 'docker.io' || first === defaultRegistryHost || !/[.:]/.test(first);
}

/** The place of a login without scheme and API version. (BasicDockerKeyring.Add) */
function keyOf(location: string): string {
  const bare = location.replace(/^https?:\/\//, '');
  const slash = bare.indexOf('/');
  const host = slash < 0 ? bare : bare.slice(0, slash);
  const path = slash < 0 ? '' : bare.slice(slash).replace(/^\/v[12](?=\/)/, '');
  return path === '/' ? host : host + path;
}

/** Same port, same number of host parts, each part matching, and the path a prefix. (URLsMatch) */
function matchesGlob(glob: string, target: string): boolean {
  const wanted = splitLocation(glob);
  const actual = splitLocation(target);
  if (wanted.port !== actual.port || wanted.parts.length !== actual.parts.length) return false;
  return actual.path.startsWith(wanted.path) && wanted.parts.every((part, index) => matchesPart(part, actual.parts[index] as string));
}

function splitLocation(location: string): { readonly parts: readonly string[]; readonly port: string; readonly path: string } {
  const slash = location.indexOf('/');
  const host = slash < 0 ? location : location.slice(0, slash);
  const [name = '', port = ''] = host.split(':');
  return { parts: name.split('.'), port, path: slash < 0 ? '' : location.slice(slash) };
}

function matchesPart(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${expression}$`).test(text);
}

/** `auth` speaks before `username` and `password`. (DockerConfigEntry.UnmarshalJSON) */
function decodeEntry({ auth, username, password }: Readonly<Record<string, unknown>>): RegistryCredentials | undefined {
  if (typeof auth === 'string' && auth !== '') {
    const decoded = decodeBase64(auth);
    const colon = decoded.indexOf(':');
    return colon < 0 ? undefined : { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
  }
  return { username: typeof username === 'string' ? username : '', password: typeof password === 'string' ? password : '' };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
