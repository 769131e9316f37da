import type { KubeList, KubeObject } from './meta.ts';
import type { Status } from './status.ts';
import type { Table } from './table.ts';

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

export type PatchType =
  | 'application/merge-patch+json'
  | 'application/strategic-merge-patch+json'
  | 'application/json-patch+json'
  | 'application/apply-patch+yaml';

export interface UserInfo {
  readonly name: string;
  readonly groups: readonly string[];
  readonly uid?: string;
}

/** All that client and server share about one call. Paths are taken apart already: group, version, resource, namespace, name. */
export interface ApiRequest {
  readonly verb: Verb;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** The object, patch or DeleteOptions that is sent. */
  readonly body?: unknown;
  readonly patchType?: PatchType;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  readonly dryRun?: boolean;
  /** `fieldValidation=Strict|Warn|Ignore`, as `oc create --validate` sends it. */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
  readonly fieldManager?: string;
  /** Where a watch begins: with the first event after this; with everything that is there where missing, or '0'. */
  readonly resourceVersion?: string;
  readonly force?: boolean;
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  readonly gracePeriodSeconds?: number;
  /** `Accept: application/json;as=Table`: the server draws the rows of `oc get`. */
  readonly asTable?: boolean;
  /** Further query parameters of subresources such as `pods/log`. */
  readonly query?: Readonly<Record<string, string>>;
  /** A URL that names no resource, such as `/apis` or `/version`; group, version and resource are then empty. */
  readonly path?: string;
  readonly credentials: Credentials;
  readonly userAgent?: string;
}

/** How a caller says who it is: a bearer token (people), or a client certificate's name (components, `system:admin`). */
export interface Credentials {
  readonly token?: string;
  readonly certificateUser?: UserInfo;
  /** `--as` and `--as-group`. */
  readonly impersonate?: { readonly user: string; readonly groups: readonly string[] };
}

export interface ApiResponse {
  readonly code: number;
  readonly body: KubeObject | KubeList | Table | Status | string;
  /** `Warning:` headers, in order. */
  readonly warnings: readonly string[];
  /** What a watch is answered with instead of a body. */
  readonly events?: WatchStream;
}

/** What happened to an object as far as a watch sees it: one that leaves the selection is deleted to it (metav1.WatchEvent). */
export interface WatchEvent<T = KubeObject | Table> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: T;
}

/** The open end of a watch. Nothing is sent: the client asks. */
export interface WatchStream<T = KubeObject | Table> {
  /** The events since the last call, oldest first. */
  next(): readonly WatchEvent<T>[];
}

/** The one way in to an API server. Synchronous: a stack trace is a story. It returns failures as a `Status` with a code, it does not throw. */
export type Transport = (request: ApiRequest) => ApiResponse;
