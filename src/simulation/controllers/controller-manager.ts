import { ApiClient } from '../../api/client.ts';
import type { RegistryTransport } from '../../api/registry-transport.ts';
import type { ApiRequest, ApiResponse } from '../../api/request.ts';
import type { GroupResource } from '../../api/status.ts';
import type { Clock, Instant } from '../clock.ts';
import type { ChangeRecord, Store } from '../store.ts';
import type { Controller, ControllerContext, Lister, RequeueAfter, Watch } from './controller.ts';
import { recordEvent } from './event-recorder.ts';

export interface ControllerManagerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly registries: RegistryTransport;
  /** In their order of precedence: the first with work goes first. */
  readonly controllers: readonly Controller[];
  handle(request: ApiRequest, actor: string): ApiResponse;
}

interface Timer {
  readonly due: Instant;
  readonly pace: RequeueAfter['pace'];
}

/** All that a fork of the manager takes along. */
interface Work {
  /** How much of the change log has been seen. */
  cursor: number;
  /** Keys to reconcile, by controller. */
  readonly queues: readonly Set<string>[];
  /** Keys that come round again, by controller. */
  readonly timers: readonly Map<string, Timer>[];
  /** Names of events by what they say, so that a repeated one is counted. */
  readonly events: Map<string, string>;
}

/** The controllers undo each other's work without end. */
export class NeverAtRest extends Error {}

/** More reconciles than this without coming to rest are a quarrel between controllers. */
const stepLimit = 20_000;

/** Runs the control loops over the change log, deterministically: no queue runs beside another. */
export class ControllerManager {
  readonly #parts: ControllerManagerParts;
  readonly #work: Work;
  readonly #contexts: readonly ControllerContext[];
  readonly #watches: ReadonlyMap<string, readonly { readonly controller: number; readonly watch: Watch }[]>;
  readonly #lister: Lister;

  constructor(parts: ControllerManagerParts, work?: Work) {
    this.#parts = parts;
    this.#work = work ?? {
      cursor: 0,
      queues: parts.controllers.map(() => new Set<string>()),
      timers: parts.controllers.map(() => new Map<string, Timer>()),
      events: new Map(),
    };
    this.#lister = listerOf(parts.store);
    this.#contexts = parts.controllers.map((controller) => contextOf(controller, parts, this.#lister, this.#work.events));
    this.#watches = watchesByResource(parts.controllers);
  }

  /** Works until the present instant has nothing left to do. Throws where that never comes. */
  drain(): void {
    for (let step = 0; step < stepLimit; step++) {
      this.#readChanges();
      const controller = this.#work.queues.findIndex((queue) => queue.size > 0);
      if (controller >= 0) this.#reconcileNext(controller);
      else if (!this.#fireTimers()) return;
    }
    throw new NeverAtRest(`the controllers do not come to rest: ${this.#busy().join(', ')} still have work after ${stepLimit} reconciles`);
  }

  /** When the next timer is due; only those of a pace where one is given. */
  nextDue(pace?: RequeueAfter['pace']): Instant | undefined {
    const due = this.#work.timers.flatMap((timers) =>
      [...timers.values()].filter((timer) => pace === undefined || timer.pace === pace).map((timer) => timer.due),
    );
    return due.length === 0 ? undefined : Math.min(...due);
  }

  /** A manager with the same work ahead, over other parts. */
  fork(parts: ControllerManagerParts): ControllerManager {
    const { cursor, queues, timers, events } = this.#work;
    const work = { cursor, queues: queues.map((queue) => new Set(queue)), timers: timers.map((map) => new Map(map)), events: new Map(events) };
    return new ControllerManager(parts, work);
  }

  #readChanges(): void {
    const { changes } = this.#parts.store;
    for (; this.#work.cursor < changes.length; this.#work.cursor++) {
      const change = changes[this.#work.cursor] as ChangeRecord;
      for (const { controller, watch } of this.#watchesOf(change.resource)) {
        for (const key of watch.keys(change, this.#lister)) this.#work.queues[controller]?.add(key);
      }
    }
  }

  #watchesOf(resource: GroupResource) {
    return [...(this.#watches.get(resourceKey(resource)) ?? []), ...(this.#watches.get('*') ?? [])];
  }

  /** Queues what is due by now; false where nothing is. */
  #fireTimers(): boolean {
    const now = this.#parts.clock.now();
    let fired = false;
    for (const [controller, timers] of this.#work.timers.entries()) {
      for (const [key, { due }] of timers) {
        if (due > now) continue;
        timers.delete(key);
        this.#work.queues[controller]?.add(key);
        fired = true;
      }
    }
    return fired;
  }

  #reconcileNext(index: number): void {
    const queue = this.#work.queues[index] as Set<string>;
    const key = queue.values().next().value as string;
    queue.delete(key);
    const timers = this.#work.timers[index] as Map<string, Timer>;
    const again = this.#parts.controllers[index]?.reconcile(key, this.#contexts[index] as ControllerContext);
    if (again) timers.set(key, { due: this.#parts.clock.now() + again.requeueAfterMs, pace: again.pace });
    else timers.delete(key);
  }

  #busy(): readonly string[] {
    return this.#parts.controllers.filter((_, index) => (this.#work.queues[index]?.size ?? 0) > 0).map(({ name }) => name);
  }
}

const resourceKey = (resource: GroupResource | '*') => (resource === '*' ? '*' : `${resource.group}/${resource.resource}`);

function watchesByResource(controllers: readonly Controller[]) {
  const watches = new Map<string, { readonly controller: number; readonly watch: Watch }[]>();
  for (const [controller, { watches: own }] of controllers.entries()) {
    for (const watch of own) {
      const key = resourceKey(watch.resource);
      watches.set(key, [...(watches.get(key) ?? []), { controller, watch }]);
    }
  }
  return watches;
}

const listerOf = (store: Store): Lister => ({
  get: <T>(resource: GroupResource, namespace: string | undefined, name: string) => store.get(resource, namespace, name) as T | undefined,
  list: <T>(resource: GroupResource, namespace?: string) => store.list(resource, namespace) as unknown as readonly T[],
  findByUid: (uid) => store.findByUid(uid),
  dependentsOf: (uid) => store.dependentsOf(uid),
});

/** A controller's own client: its service account's name, and (their own roles are not modelled) every permission. */
function contextOf(controller: Controller, parts: ControllerManagerParts, lister: Lister, events: Map<string, string>): ControllerContext {
  const { clock, registries, handle } = parts;
  const certificateUser = { name: controller.user, groups: ['system:masters', 'system:authenticated'] };
  const client = new ApiClient({ transport: (request) => handle(request, controller.name), credentials: { certificateUser } });
  return {
    client,
    lister,
    clock,
    registries,
    recordEvent: (event) => recordEvent(event, { client, clock, events, component: event.component ?? controller.name }),
  };
}
