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

/** Texts whose content is known: those that were printed here, and the last ones read, with what is wrong with them. */
const known = new Map<string, Kubeconfig | Error>();
const knownLimit = 16;

/** Reads a kubeconfig. The YAML reader is loaded only for a text that `oc` did not write itself. Rejects with the reader's error. */
export async function parseKubeconfig(text: string): Promise<Kubeconfig> {
  const kept = known.get(text) ?? remember(text, await readKubeconfig(text));
  if (kept instanceof Error) throw kept;
  return kept;
}

async function readKubeconfig(text: string): Promise<Kubeconfig | Error> {
  const { parseYaml } = await import('./yaml-documents.ts');
  try {
    return normalized(parseYaml(text));
  } catch (error) {
    return error as Error;
  }
}

function remember<T extends Kubeconfig | Error>(text: string, config: T): T {
  const [oldest] = known.keys();
  if (known.size >= knownLimit && oldest !== undefined) known.delete(oldest);
  known.set(text, config);
  return config;
}

/** Only what is formed as it should be: the file is the learner's, and may hold anything. */
function normalized(value: unknown): Kubeconfig {
  const { clusters, contexts, users, 'current-context': current } = fieldsOf(value);
  return {
    clusters: entriesOf(clusters, 'cluster', ({ server = '' }) => typeof server === 'string') as unknown as readonly NamedCluster[],
    contexts: entriesOf(contexts, 'context', ({ cluster = '', user = '', namespace = '' }) => areTexts(cluster, user, namespace)).map(withUser),
    users: entriesOf(users, 'user', ({ token = '' }) => typeof token === 'string') as unknown as readonly NamedUser[],
    'current-context': typeof current === 'string' ? current : '',
  };
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const areTexts = (...values: readonly unknown[]) => values.every((value) => typeof value === 'string');

/** Named entries of a list whose content passes. */
const entriesOf = (list: unknown, field: string, passes: (content: Fields) => boolean): readonly Fields[] =>
  (Array.isArray(list) ? list : []).map(fieldsOf).filter((entry) => typeof entry.name === 'string' && passes(fieldsOf(entry[field])));

const withUser = (entry: Fields): NamedContext => ({ ...entry, context: { cluster: '', user: '', ...fieldsOf(entry.context) } }) as unknown as NamedContext;

/** The text of the file. */
export function printKubeconfig(config: Kubeconfig): string {
  const text = printYaml({ apiVersion: 'v1', kind: 'Config', preferences: {}, ...config });
  remember(text, normalized(config));
  return text;
}
