import type { RegistryCredentials } from '../api/registry-transport.ts';
import { encodeBase64 } from '../imageutil/base64.ts';
import { credentialsOfDockerConfig } from '../imageutil/docker-keyring.ts';
import { isDockerHub } from '../imageutil/image-reference.ts';
import type { ContainerHost } from './container-host.ts';

type Auths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Where podman and skopeo keep logins. (containers/image pkg/docker/config) */
export const podmanAuthFile = ({ env }: ContainerHost, named: string): string =>
  named || env.REGISTRY_AUTH_FILE || `${env.XDG_RUNTIME_DIR || '/run/user/1000'}/containers/auth.json`;

/** Where docker keeps logins. */
export const dockerAuthFile = ({ env }: ContainerHost): string => `${env.DOCKER_CONFIG || `${env.HOME ?? ''}/.docker`}/config.json`;

/** The login that fits a repository best in the first of the files that has one. */
export async function findLogin(host: ContainerHost, files: readonly string[], registry: string, repository = ''): Promise<RegistryCredentials | undefined> {
  for (const file of files) {
    if (!(await host.files.exists(file))) continue;
    const target = repository === '' ? registry : `${registry}/${repository}`;
    const fitting = credentialsOfDockerConfig(await host.files.read(file)).filter(({ key }) => fits(key, registry, target));
    const best = [...fitting].sort((a, b) => b.key.length - a.key.length)[0];
    if (best) return best.credentials;
  }
  return undefined;
}

const fits = (key: string, registry: string, target: string) =>
  key === target || target.startsWith(`${key}/`) || (isDockerHub(registry) && isDockerHub(key.replace(/\/.*$/, '')));

/** Keeps a login in a file. */
export async function storeLogin(host: ContainerHost, file: string, key: string, { username, password }: RegistryCredentials): Promise<void> {
  const auths = { ...(await readAuths(host, file)), [key]: { auth: encodeBase64(`${username}:${password}`) } };
  await writeAuths(host, file, auths);
}

/** Takes a login out of a file; false where it is not there. */
export async function removeLogin(host: ContainerHost, file: string, key: string): Promise<boolean> {
  const auths = await readAuths(host, file);
  if (!Object.hasOwn(auths, key)) return false;
  await writeAuths(host, file, Object.fromEntries(Object.entries(auths).filter(([name]) => name !== key)));
  return true;
}

/** Takes every login out of a file. */
export const removeLogins = (host: ContainerHost, file: string): Promise<void> => writeAuths(host, file, {});

async function readAuths({ files }: ContainerHost, file: string): Promise<Auths> {
  if (!(await files.exists(file))) return {};
  try {
    const { auths } = Object(JSON.parse(await files.read(file))) as { readonly auths?: unknown };
    return typeof auths === 'object' && auths !== null ? (auths as Auths) : {};
  } catch {
    return {};
  }
}

async function writeAuths({ files }: ContainerHost, file: string, auths: Auths): Promise<void> {
  const folder = file.replace(/\/[^/]*$/, '');
  if (folder !== file && folder !== '') await files.makeDirectory(folder);
  await files.write(file, JSON.stringify({ auths }, null, '\t'));
}
