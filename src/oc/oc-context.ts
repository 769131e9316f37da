import { ApiClient } from '../api/client.ts';
import { discoverResources } from '../api/discovery.ts';
import type { ApiRequest, Credentials, Transport } from '../api/request.ts';
import type { ResourceInfo } from '../api/resource.ts';
import type { OcContext } from './command.ts';
import { OcError } from './errors.ts';
import type { OcHost } from './host.ts';
import { clusterNamed, contextNamed, emptyKubeconfig, type Kubeconfig, parseKubeconfig, printKubeconfig, userNamed } from './kubeconfig.ts';
import { parseDuration } from './parse-value.ts';
import { traceLine } from './request-trace.ts';

/** Values of the global flags that decide who talks to which server. */
export interface ConnectionFlags {
  readonly as: string;
  readonly 'as-group': readonly string[];
  readonly cluster: string;
  readonly context: string;
  readonly kubeconfig: string;
  readonly loglevel: number;
  readonly namespace: string;
  readonly 'request-timeout': string;
  readonly server: string;
  readonly token: string;
  readonly user: string;
  readonly v: number;
}

/** Standard output and error of one command. */
export interface Output {
  stdout: string;
  stderr: string;
}

/** What a command runs with, from the kubeconfig and the global flags (client-go tools/clientcmd). */
export async function createContext(host: OcHost, flags: ConnectionFlags, namespaceChanged: boolean, output: Output): Promise<OcContext> {
  const path = kubeconfigPath(host, flags.kubeconfig);
  let kubeconfig = await readKubeconfig(host, path, flags.kubeconfig !== '');
  const connection = connectionOf(kubeconfig, flags);
  const transport = transportTo(connection, host, flags, output);
  let discovery: readonly ResourceInfo[] | undefined;
  return {
    host,
    client: new ApiClient({ transport, credentials: connection.credentials, userAgent: 'oc/4.18.0', onWarning: warnOnce(output) }),
    namespace: (namespaceChanged && flags.namespace) || connection.namespace,
    namespaceIsExplicit: namespaceChanged && flags.namespace !== '',
    get kubeconfig() {
      return kubeconfig;
    },
    async saveKubeconfig(next) {
      kubeconfig = next;
      await host.files.makeDirectory(path.replace(/\/[^/]*$/, '') || '/');
      await host.files.write(path, printKubeconfig(next));
    },
    get discovery() {
      discovery ??= discoverResources(transport, connection.credentials);
      return discovery;
    },
    server: connection.server,
    credentials: connection.credentials,
    requestTimeoutMs: requestTimeout(flags['request-timeout']),
    contextName: connection.contextName,
    out(text) {
      output.stdout += text;
    },
    err(text) {
      output.stderr += text;
    },
  };
}

/** The host's transport, which checks the address first and, from `-v=6` on, tells of each call. */
function transportTo(connection: Connection, host: OcHost, flags: ConnectionFlags, output: Output): Transport {
  const isTraced = Math.max(flags.v, flags.loglevel) >= 6;
  return (request) => {
    connection.check(host);
    const response = host.api(request);
    if (isTraced && !isDiscovery(request)) output.stderr += traceLine(connection.server, request, response, host.now());
    return response;
  };
}

/** One command says each warning of the server once. */
function warnOnce(output: Output): (text: string) => void {
  const warned = new Set<string>();
  return (text) => {
    if (!warned.has(text)) output.stderr += `Warning: ${text}\n`;
    warned.add(text);
  };
}

/** A duration, or whole seconds (client-go tools/clientcmd ParseTimeout). */
function requestTimeout(text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text) * 1000;
  try {
    return parseDuration(text);
  } catch {
    throw new OcError(
      'Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)',
    );
  }
}

function kubeconfigPath(host: OcHost, flag: string): string {
  const first = (host.env.KUBECONFIG ?? '').split(':').find((path) => path !== '');
  return flag || first || `${host.env.HOME ?? ''}/.kube/config`;
}

async function readKubeconfig(host: OcHost, path: string, isExplicit: boolean): Promise<Kubeconfig> {
  if (!(await host.files.exists(path))) {
    if (isExplicit) throw new OcError(`stat ${path}: no such file or directory`);
    return emptyKubeconfig;
  }
  const text = await host.files.read(path);
  try {
    return await parseKubeconfig(text);
  } catch (error) {
    throw new OcError(`error loading config file "${path}": ${(error as Error).message}`);
  }
}

interface Connection {
  readonly server: string;
  readonly credentials: Credentials;
  readonly namespace: string;
  readonly contextName: string;
  /** Throws where there is no such server, or none is configured. */
  check(host: OcHost): void;
}

function connectionOf(kubeconfig: Kubeconfig, flags: ConnectionFlags): Connection {
  const contextName = flags.context || kubeconfig['current-context'];
  const context = contextNamed(kubeconfig, contextName);
  const server = flags.server || clusterNamed(kubeconfig, flags.cluster || (context?.cluster ?? ''))?.server || '';
  // `create rolebinding` has a --user of its own, a list
  const user = (typeof flags.user === 'string' && flags.user) || (context?.user ?? '');
  const token = flags.token || userNamed(kubeconfig, user)?.token;
  const impersonate = flags.as === '' ? undefined : { user: flags.as, groups: flags['as-group'] };
  return {
    server: server.replace(/\/$/, ''),
    credentials: { ...(token && { token }), ...(impersonate && { impersonate }) },
    namespace: context?.namespace || 'default',
    contextName,
    check(host) {
      if (flags.context !== '' && !context) {
        throw new OcError(`Error in configuration: \n* context was not found for specified context: ${flags.context}\n* cluster has no server defined`);
      }
      if (server === '') throw new OcError(missingConfiguration);
      checkReachable(host, server);
    },
  };
}

/** Throws where nothing answers at this URL. */
export function checkReachable(host: OcHost, server: string): void {
  const known = host.server;
  if (known === undefined || known === server.replace(/\/$/, '')) return;
  const name = server.replace(/^[a-z]+:\/\//, '').replace(/[:/].*$/, '');
  if (known.includes(`://${name}:`))
    throw new OcError(`Unable to connect to the server: dial tcp ${server.replace(/^[a-z]+:\/\//, '')}: connect: connection refused`);
  throw new OcError(`Unable to connect to the server: dial tcp: lookup ${name}: no such host`);
}

const missingConfiguration = `Missing or incomplete configuration info.  Please point to an existing, complete config file:


  1. Via the command-line flag --kubeconfig
  2. Via the KUBECONFIG environment variable
  3. In your home directory as ~/.kube/config

To view or setup config directly use the 'config' command.`;

/** A real client keeps what it discovered on disk, so these calls are rare. */
const isDiscovery = ({ path }: ApiRequest) => path === '/api' || path === '/apis';
