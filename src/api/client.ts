import type { KubeList, KubeObject } from './meta.ts';
import type { ApiRequest, ApiResponse, Credentials, PatchType, Transport, Verb, WatchStream } from './request.ts';
import type { ResourceInfo } from './resource.ts';
import { type Status, StatusError } from './status.ts';
import type { Table } from './table.ts';

/** What a client may add to a call beside resource, namespace and name. */
export type CallOptions = Partial<
  Pick<
    ApiRequest,
    | 'subresource'
    | 'labelSelector'
    | 'fieldSelector'
    | 'dryRun'
    | 'fieldValidation'
    | 'fieldManager'
    | 'force'
    | 'propagationPolicy'
    | 'gracePeriodSeconds'
    | 'query'
    | 'resourceVersion'
  >
>;

export interface ClientOptions {
  readonly transport: Transport;
  readonly credentials: Credentials;
  readonly userAgent?: string;
  /** Called once for each `Warning:` header. */
  readonly onWarning?: (text: string) => void;
}

type Target = Pick<ResourceInfo, 'group' | 'version' | 'resource'>;

/** Typed verbs over a transport. Each throws `StatusError` when the server says no. Used by `oc` and by the controllers alike. */
export class ApiClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  get<T extends KubeObject = KubeObject>(target: Target, namespace: string | undefined, name: string, options: CallOptions = {}): T {
    return this.#call('get', target, { namespace, name, ...options }) as T;
  }

  /** The object, or undefined where the server says *not found*. */
  find<T extends KubeObject = KubeObject>(target: Target, namespace: string | undefined, name: string): T | undefined {
    try {
      return this.get<T>(target, namespace, name);
    } catch (error) {
      if (error instanceof StatusError && error.status.reason === 'NotFound') return undefined;
      throw error;
    }
  }

  list<T extends KubeObject = KubeObject>(target: Target, namespace?: string, options: CallOptions = {}): KubeList<T> {
    return this.#call('list', target, { namespace, ...options }) as KubeList<T>;
  }

  /** The server's own rows for `oc get`: of one object where `name` is given, else of the list. */
  table(target: Target, namespace: string | undefined, name: string | undefined, options: CallOptions = {}): Table {
    return this.#call(name === undefined ? 'list' : 'get', target, { namespace, name, asTable: true, ...options }) as Table;
  }

  /** Events of the objects that a list would hold. */
  watch<T extends KubeObject = KubeObject>(target: Target, namespace?: string, options: CallOptions = {}): WatchStream<T> {
    return this.#watch(target, { namespace, ...options }) as WatchStream<T>;
  }

  /** The same, each object as the server's own row. */
  watchTable(target: Target, namespace?: string, options: CallOptions = {}): WatchStream<Table> {
    return this.#watch(target, { namespace, asTable: true, ...options }) as WatchStream<Table>;
  }

  create<T extends KubeObject = KubeObject>(target: Target, namespace: string | undefined, body: T, options: CallOptions & { readonly name?: string } = {}): T {
    return this.#call('create', target, { namespace, body, ...options }) as T;
  }

  update<T extends KubeObject = KubeObject>(target: Target, namespace: string | undefined, body: T, options: CallOptions = {}): T {
    return this.#call('update', target, { namespace, name: body.metadata.name, body, ...options }) as T;
  }

  patch<T extends KubeObject = KubeObject>(
    target: Target,
    namespace: string | undefined,
    name: string,
    patchType: PatchType,
    body: unknown,
    options: CallOptions = {},
  ): T {
    return this.#call('patch', target, { namespace, name, body, patchType, ...options }) as T;
  }

  delete(target: Target, namespace: string | undefined, name: string, options: CallOptions = {}): KubeObject | Status {
    return this.#call('delete', target, { namespace, name, ...options }) as KubeObject | Status;
  }

  /** The answer as it came, for callers that want codes, text bodies or lists as tables. Throws `StatusError` on failure. */
  request(request: Omit<ApiRequest, 'credentials' | 'userAgent'>): ApiResponse {
    const { transport, credentials, userAgent, onWarning } = this.#options;
    const response = transport({ ...request, credentials, ...(userAgent !== undefined && { userAgent }) });
    for (const warning of response.warnings) onWarning?.(warning);
    if (response.code >= 400) throw new StatusError(response.body as Status);
    return response;
  }

  #watch({ group, version, resource }: Target, rest: Partial<ApiRequest>): WatchStream {
    return this.request({ verb: 'watch', group, version, resource, ...rest }).events ?? { next: () => [] };
  }

  #call(verb: Verb, { group, version, resource }: Target, rest: Omit<Partial<ApiRequest>, 'verb'>): ApiResponse['body'] {
    return this.request({ verb, group, version, resource, ...rest }).body;
  }
}
