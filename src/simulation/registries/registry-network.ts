import type {
  ManifestRequest,
  RegistryCredentials,
  RegistryFailure,
  RegistryManifest,
  RegistryResult,
  RegistryTransport,
  RepositoryRequest,
} from '../../api/registry-transport.ts';
import { dockerClientDefaults, repositoryName, tryParseImageReference } from '../../imageutil/image-reference.ts';
import type { RegistriesContent, RegistryFault } from '../scenario.ts';
import { type Action, type Registry, refuseAccess, refuseLogin, unauthorizedFailure } from './registry.ts';
import { type Build, RegistryContents } from './registry-contents.ts';

export interface RegistryNetworkOptions {
  readonly faults?: readonly RegistryFault[];
}

/** The registries of the outside world, and what can happen to them. */
export interface RegistryNetwork extends RegistryTransport {
  /** Somebody publishes another build over a tag. */
  push(reference: string, build: Build): void;
  /** A manifest wherever it lies: the cluster's own registry pulls through. */
  readonly contents: RegistryContents;
  fork(): RegistryNetwork;
}

/** Registries by host name, each with its users, private repositories and ways of saying no. */
export function createRegistryNetwork(content: RegistriesContent, options: RegistryNetworkOptions = {}, contents?: RegistryContents): RegistryNetwork {
  return new Network(content, options.faults ?? [], contents ?? new RegistryContents(content));
}

class Network implements RegistryNetwork {
  readonly contents: RegistryContents;
  readonly #content: RegistriesContent;
  readonly #faults: readonly RegistryFault[];

  constructor(content: RegistriesContent, faults: readonly RegistryFault[], contents: RegistryContents) {
    this.#content = content;
    this.#faults = faults;
    this.contents = contents;
  }

  ping(request: Omit<RepositoryRequest, 'repository'>): RegistryResult<undefined> {
    const registry = this.#resolve(request.host);
    if (!registry) return noSuchHost(request.host);
    const failure = this.#fault(registry, '', request) ?? refuseLogin(registry, request.credentials);
    return failure ?? { ok: true, value: undefined };
  }

  getManifest(request: ManifestRequest): RegistryResult<RegistryManifest> {
    return this.#visit(request, 'pull', (path) => {
      const manifest = this.contents.manifest(path, request.reference);
      return manifest ? { ok: true, value: manifest } : manifestUnknown;
    });
  }

  getBlob(request: ManifestRequest): RegistryResult<string> {
    return this.#visit(request, 'pull', () => {
      const value = this.contents.blob(request.reference);
      return value === undefined ? { ok: false, reason: 'manifest-unknown', message: 'blob unknown: blob unknown to registry' } : { ok: true, value };
    });
  }

  listTags(request: RepositoryRequest): RegistryResult<readonly string[]> {
    return this.#visit(request, 'pull', (path) => {
      if (!this.contents.has(path)) return { ok: false, reason: 'name-unknown', message: 'name unknown: repository name not known to registry' };
      return { ok: true, value: this.contents.tagNames(path) };
    });
  }

  putManifest(request: Parameters<RegistryTransport['putManifest']>[0]): RegistryResult<{ readonly digest: string }> {
    return this.#visit(request, 'push', (path) => ({
      ok: true,
      value: { digest: this.contents.put(path, request.reference, request.manifest, request.blobs) },
    }));
  }

  deleteManifest(request: ManifestRequest): RegistryResult<undefined> {
    return this.#visit(request, 'push', (path) => (this.contents.delete(path, request.reference) ? { ok: true, value: undefined } : manifestUnknown));
  }

  push(reference: string, build: Build): void {
    const parsed = tryParseImageReference(reference);
    if (!parsed) throw new Error(`not an image reference: ${reference}`);
    const full = dockerClientDefaults(parsed);
    const host = this.#resolve(full.registry)?.host ?? full.registry;
    this.contents.push(`${host}/${repositoryName(full)}`, full.tag, build);
  }

  fork(): RegistryNetwork {
    return new Network(this.#content, this.#faults, this.contents.fork());
  }

  #visit<T>(request: RepositoryRequest, action: Action, answer: (path: string) => RegistryResult<T>): RegistryResult<T> {
    const registry = this.#resolve(request.host);
    if (!registry) return noSuchHost(request.host);
    const path = `${registry.host}/${request.repository}`;
    const fault = this.#fault(registry, path, request);
    if (fault) return fault;
    // an open registry has nothing to hide: it says plainly what is missing
    const exists = registry.description.auth === 'none' || this.contents.has(path);
    return refuseAccess(registry, request.repository, exists, action, request.credentials) ?? answer(path);
  }

  #resolve(host: string): Registry | undefined {
    const found = Object.entries(this.#content.registries).find(([name, { aliases }]) => name === host || aliases?.includes(host));
    return found && { host: found[0], description: found[1], users: this.#content.users };
  }

  #fault(registry: Registry, path: string, request: { readonly insecure?: boolean; readonly credentials?: RegistryCredentials }): RegistryFailure | undefined {
    const fault = this.#faults.find(({ at }) => at === registry.host || at === path);
    if (!fault || (fault.kind === 'tls' && request.insecure)) return undefined;
    if (fault.kind === 'unauthorized') return unauthorizedFailure(registry, request.credentials);
    return { ok: false, reason: fault.kind, message: faultMessages[fault.kind](registry.host) };
  }
}

const manifestUnknown: RegistryFailure = { ok: false, reason: 'manifest-unknown', message: 'manifest unknown: manifest unknown' };

const faultMessages = {
  unreachable: (host: string) => `Get "https://${host}/v2/": dial tcp: i/o timeout`,
  tls: (host: string) => `Get "https://${host}/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
  'rate-limited': () => 'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
} as const;

/** The address that name lookups of a cluster go to. */
const nameServer = '172.30.0.10:53';

function noSuchHost(host: string): RegistryFailure {
  const name = host.replace(/:\d+$/, '');
  return { ok: false, reason: 'no-such-host', message: `Get "https://${host}/v2/": dial tcp: lookup ${name} on ${nameServer}: no such host` };
}
