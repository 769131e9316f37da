import type { RegistryTransport } from '../../api/registry-transport.ts';
import type { ApiRequest, ApiResponse, UserInfo } from '../../api/request.ts';
import type { ResourceInfo } from '../../api/resource.ts';
import { type Status, StatusError } from '../../api/status.ts';
import { type Clock, timestamp } from '../clock.ts';
import type { Identity } from '../identity.ts';
import type { Cause, Store } from '../store.ts';
import { authenticate } from './authenticator.ts';
import { authorize, isAllowed } from './authorizer.ts';
import { readClusterConfig } from './cluster-config.ts';
import { genericFailure } from './generic-failure.ts';
import { answerNonResource, type NonResourceContent } from './non-resource.ts';
import { asSent, resourceRequest } from './raw-request.ts';
import { answerVerb } from './request-verbs.ts';
import type { AccessAttributes, ClusterConfig, RequestContext, RestStorage } from './rest-storage.ts';
import { userOfToken } from './tokens.ts';

/** What an API server stands on. */
export interface ApiServerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly registries: RegistryTransport;
  /** By `group/resource`. */
  readonly storages: ReadonlyMap<string, RestStorage>;
  readonly nonResource: NonResourceContent;
  readonly scheduledImportSeconds: number;
  /** The command that a write is noted under. */
  cause(): Cause;
}

export interface ApiServer {
  /** The one way in. `actor` is who the change log names, where that is not the user. */
  handle(request: ApiRequest, actor?: string): ApiResponse;
}

/** Authenticates, authorizes, admits and stores: what kube-apiserver and openshift-apiserver do together. */
export function createApiServer(parts: ApiServerParts): ApiServer {
  return {
    handle(request, actor) {
      const warnings = new Set<string>();
      try {
        const answered = answer(parts, request, actor, warnings);
        return { ...answered, warnings: [...warnings] };
      } catch (error) {
        if (!(error instanceof StatusError)) throw error;
        return failureResponse(error.status, warnings);
      }
    },
  };
}

const failureResponse = (status: Status, warnings: ReadonlySet<string>): ApiResponse => ({ code: status.code ?? 500, body: status, warnings: [...warnings] });

function answer(parts: ApiServerParts, request: ApiRequest, actor: string | undefined, warnings: Set<string>): Omit<ApiResponse, 'warnings'> {
  if (request.path !== undefined) return answerPath(parts, request, actor, warnings);
  const { store } = parts;
  const user = userOf(parts, request);
  authorize(store, user, attributesOf(request));
  const storage = parts.storages.get(storageKey(request));
  if (!storage || !servesScope(storage.info, request)) throw genericFailure(404, request);
  const context = requestContext(parts, request, user, actor ?? user.name, warnings);
  return answerVerb(storage, context);
}

/** A URL may name a resource, or something the server tells about itself. */
function answerPath(parts: ApiServerParts, request: ApiRequest, actor: string | undefined, warnings: Set<string>): Omit<ApiResponse, 'warnings'> {
  userOf(parts, request);
  const named = resourceRequest(request);
  const isServed = named !== undefined && parts.storages.get(storageKey(named))?.info.version === named.version;
  if (!isServed) return answerNonResource(request.path ?? '', parts.nonResource);
  const answered = answer(parts, named, actor, warnings);
  return { ...answered, body: asSent(answered.body) };
}

const userOf = ({ store }: ApiServerParts, { credentials }: ApiRequest): UserInfo =>
  authenticate(credentials, {
    userOfToken: (token) => userOfToken(store, token),
    isAllowed: (who, attributes) => isAllowed(store, who, attributes),
  });

export const storageKey = ({ group, resource }: { readonly group: string; readonly resource: string }) => `${group}/${resource}`;

/** A namespaced resource is written and read by name in a namespace only. */
const servesScope = (info: ResourceInfo, { namespace, verb }: ApiRequest) => info.namespaced || namespace === undefined || verb === 'list' || verb === 'watch';

/** What the request is about, as RequestInfo tells authorizers. A namespace or project belongs to itself. */
function attributesOf({ verb, group, resource, subresource, namespace, name: given, fieldSelector }: ApiRequest): AccessAttributes {
  const name = given ?? (verb === 'list' || verb === 'watch' ? selectedName(fieldSelector) : undefined);
  const isNamespace = (group === '' && resource === 'namespaces') || (group === 'project.openshift.io' && resource === 'projects');
  return { verb, group, resource, ...(subresource && { subresource }), namespace: isNamespace ? given : namespace, ...(name !== undefined && { name }) };
}

/** A list or watch of one object by its name is about that object. */
const selectedName = (fieldSelector: string | undefined) => /^metadata\.name==?([^,\\]+)$/.exec(fieldSelector ?? '')?.[1];

function requestContext(parts: ApiServerParts, request: ApiRequest, user: UserInfo, actor: string, warnings: Set<string>): RequestContext {
  const { store, clock, identity, registries, storages, scheduledImportSeconds } = parts;
  return {
    request,
    user,
    namespace: request.namespace,
    dryRun: request.dryRun ?? false,
    clock,
    identity,
    store,
    registries,
    write: { actor, cause: parts.cause(), time: timestamp(clock.now()) },
    warn: (text) => void warnings.add(text),
    storage: (group, resource) => requireStorage(storages, group, resource),
    isAllowed: (attributes) => isAllowed(store, user, attributes),
    get config(): ClusterConfig {
      return readClusterConfig(store, scheduledImportSeconds);
    },
  };
}

function requireStorage(storages: ReadonlyMap<string, RestStorage>, group: string, resource: string): RestStorage {
  const storage = storages.get(storageKey({ group, resource }));
  if (!storage) throw new Error(`there is no storage for ${group}/${resource}`);
  return storage;
}
