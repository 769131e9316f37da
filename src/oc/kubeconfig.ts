import { printYaml } from './printers/yaml.ts';

/** `~/.kube/config` (client-go tools/clientcmd/api). */
export interface Kubeconfig {
  readonly clusters: readonly NamedCluster[];
  readonly contexts: readonly NamedContext[];
  readonly users: readonly NamedUser[];
  readonly 'current-context': string;
}

export interface NamedCluster {
  readonly name: string;
  readonly cluster: { readonly server: string; readonly 'insecure-skip-tls-verify'?: boolean };
}

export interface NamedContext {
  readonly name: string;
  readonly context: { readonly cluster: string; readonly user: string; readonly namespace?: string };
}

export interface NamedUser {
  readonly name: string;
  readonly user: { readonly token?: string };
}

export const emptyKubeconfig: Kubeconfig = { clusters: [], contexts: [], users: [], 'current-context': '' };

/** What the kubeconfig of a logged-in user holds. */
export interface Login {
  /** `https://api.ocp4.example.com:6443` */
  readonly server: string;
  readonly user: string;
  readonly token: string;
  /** The current project. */
  readonly namespace: string;
}

/** The kubeconfig of somebody who has just logged in. */
export const loggedInKubeconfig = (login: Login): Kubeconfig => withLogin(emptyKubeconfig, login);

/** Adds a login and makes it current, with the names `oc login` gives (oc pkg/helpers/kubeconfig CreateConfig). */
export function withLogin(config: Kubeconfig, { server, user, token, namespace }: Login): Kubeconfig {
  const cluster = clusterName(server);
  const userName = `${user}/${cluster}`;
  const contextName = `${namespace}/${cluster}/${user}`;
  return {
    clusters: upsert(config.clusters, { name: cluster, cluster: { server } }),
    contexts: upsert(config.contexts, { name: contextName, context: { cluster, namespace, user: userName } }),
    users: upsert(config.users, { name: userName, user: { token } }),
    'current-context': contextName,
  };
}

/** `api-ocp4-example-com:6443`, of a server's URL. */
export function clusterName(server: string): string {
  const authority = server.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');
  const withPort = /:\d+$/.test(authority) ? authority : `${authority}:${server.startsWith('http://') ? 80 : 443}`;
  return withPort.replaceAll('.', '-');
}

/** Replaces the entry of that name, or adds it; entries stay sorted by name as client-go writes them. */
export function upsert<T extends { readonly name: string }>(entries: readonly T[], entry: T): readonly T[] {
  return [...entries.filter((each) => each.name !== entry.name), entry].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const contextNamed = (config: Kubeconfig, name: string) => config.contexts.find((each) => each.name === name)?.context;
export const clusterNamed = (config: Kubeconfig, name: string) => config.clusters.find((each) => each.name === name)?.cluster;
export const userNamed = (config: Kubeconfig, name: string) => config.users.find((each) => each.name === name)?.user;

/** Texts whose content is known: those that were printed here, and the last ones read. */
const known = new Map<string, Kubeconfig>();
const knownLimit = 16;

/** Reads a kubeconfig. The YAML reader is loaded only for a text that `oc` did not write itself. Rejects with the reader's error. */
export async function parseKubeconfig(text: string): Promise<Kubeconfig> {
  return known.get(text) ?? remember(text, normalized((await import('yaml')).parse(text)));
}

function remember(text: string, config: Kubeconfig): Kubeconfig {
  const [oldest] = known.keys();
  if (known.size >= knownLimit && oldest !== undefined) known.delete(oldest);
  known.set(text, config);
  return config;
}

function normalized(value: unknown): Kubeconfig {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<Kubeconfig>;
  return {
    clusters: given.clusters ?? [],
    contexts: given.contexts ?? [],
    users: given.users ?? [],
    'current-context': given['current-context'] ?? '',
  };
}

/** The text of the file. */
export function printKubeconfig(config: Kubeconfig): string {
  const text = printYaml({ apiVersion: 'v1', kind: 'Config', preferences: {}, ...config });
  remember(text, normalized(config));
  return text;
}
