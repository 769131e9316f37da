import type { ApiClient } from '../../api/client.ts';
import type { RegistryTransport } from '../../api/registry-transport.ts';
import type { GroupResource } from '../../api/status.ts';
import type { Clock } from '../clock.ts';
import type { ChangeRecord, StoredObject } from '../store.ts';

/** Run this key again after so many milliseconds of virtual time. A key's latest answer counts: a reconcile that asks for nothing ends the wait. */
export interface RequeueAfter {
  readonly requeueAfterMs: number;
  /**
   * `prompt`: part of what is going on now (a pod is starting), so settling waits for it.
   * `background`: comes round by itself (a scheduled import, a pull's back-off), so only passing time reaches it.
   */
  readonly pace: 'prompt' | 'background';
}

/** Which changes put which keys on a controller's queue. Keys are the controller's own; `namespace/name` as a rule. */
export interface Watch {
  /** `*` watches everything, as the garbage collector does. */
  readonly resource: GroupResource | '*';
  keys(change: ChangeRecord, lister: Lister): readonly string[];
}

/** Reads without a round trip, as an informer's cache gives it. */
export interface Lister {
  get<T>(resource: GroupResource, namespace: string | undefined, name: string): T | undefined;
  list<T>(resource: GroupResource, namespace?: string): readonly T[];
  findByUid(uid: string): StoredObject | undefined;
  /** Objects that name the one with this uid as their owner. */
  dependentsOf(uid: string): readonly StoredObject[];
}

/** What a controller works with. It is a client of the API, never of the store. */
export interface ControllerContext {
  readonly client: ApiClient;
  readonly lister: Lister;
  readonly clock: Clock;
  /** Registries as seen from inside the cluster; only the importer's and the kubelet's business. */
  readonly registries: RegistryTransport;
  /** Writes an Event about an object (record.EventRecorder); the same one again only counts up. */
  recordEvent(event: RecordedEvent): void;
}

export interface RecordedEvent {
  readonly regarding: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
    readonly uid?: string;
    readonly fieldPath?: string;
  };
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** What `FROM` shows in descriptions; the controller's name where missing. */
  readonly component?: string;
}

/** A control loop: level-triggered and idempotent. `name` is the real one, `openshift.io/image-trigger` for instance. */
export interface Controller {
  readonly name: string;
  /** Who its client says it is, for instance `system:serviceaccount:openshift-infra:image-trigger-controller`. */
  readonly user: string;
  readonly watches: readonly Watch[];
  reconcile(key: string, context: ControllerContext): RequeueAfter | undefined;
}
