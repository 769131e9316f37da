import type { ReplicaStatus } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod, PodTemplateSpec } from '../../api/pod.ts';
import { StatusError } from '../../api/status.ts';
import { findCondition, newCondition, removeCondition, setCondition } from './conditions.ts';
import type { Controller, ControllerContext, RequeueAfter } from './controller.ts';
import { controllerOf, controllerReference, isControlledBy, keyOf, splitKey, watchOwned, watchSelf } from './owner-reference.ts';
import { createPod, deletePod } from './pod-control.ts';
import { isPodActive, isPodAvailable, isPodReady } from './pod-status.ts';
import { pods } from './targets.ts';

/** What ReplicaSets and ReplicationControllers have in common. */
export interface ReplicaKeeper extends KubeObject {
  readonly spec: { readonly replicas?: number; readonly template: PodTemplateSpec; readonly minReadySeconds?: number };
  readonly status?: ReplicaStatus;
}

interface Options<T extends ReplicaKeeper> {
  readonly name: string;
  readonly target: { readonly group: string; readonly version: string; readonly resource: string };
  readonly kind: string;
  selects(keeper: T, labels: Readonly<Record<string, string>>): boolean;
}

/** A controller that keeps a number of pods of one template running. */
// kubernetes pkg/controller/replicaset/replica_set.go syncReplicaSet
export function replicaController<T extends ReplicaKeeper>(options: Options<T>): Controller {
  const { name, target, kind } = options;
  return {
    name,
    user: `system:serviceaccount:kube-system:${name}`,
    watches: [watchSelf(target), watchOwned(pods, kind), { resource: pods, keys: ({ object }, lister) => adoptersOf(options, object, lister) }],
    reconcile(key, context) {
      const { namespace, name: keeperName } = splitKey(key);
      const keeper = context.lister.get<T>(target, namespace, keeperName);
      return keeper && keep(options, keeper, context);
    },
  };
}

function adoptersOf<T extends ReplicaKeeper>({ target, selects }: Options<T>, pod: KubeObject, lister: ControllerContext['lister']): readonly string[] {
  if (controllerOf(pod)) return [];
  return lister
    .list<T>(target, pod.metadata.namespace)
    .filter((keeper) => selects(keeper, pod.metadata.labels ?? {}))
    .map(keyOf);
}

function keep<T extends ReplicaKeeper>(options: Options<T>, keeper: T, context: ControllerContext): RequeueAfter | undefined {
  const failure = keeper.metadata.deletionTimestamp === undefined ? adjust(keeper, ownedPods(options, keeper, context), context) : undefined;
  const now = context.clock.now();
  const status = statusOf(keeper, ownedPods(options, keeper, context), failure, now);
  context.client.update<T>(options.target, keeper.metadata.namespace, { ...keeper, status }, { subresource: 'status' });
  if (failure) return { requeueAfterMs: 10_000, pace: 'background' };
  const { minReadySeconds = 0 } = keeper.spec;
  const isWaiting = (status.availableReplicas ?? 0) < (status.readyReplicas ?? 0);
  return isWaiting ? { requeueAfterMs: minReadySeconds * 1000, pace: 'prompt' } : undefined;
}

/** The active pods of a keeper; a pod without an owner that fits is adopted. */
function ownedPods<T extends ReplicaKeeper>({ selects }: Options<T>, keeper: T, { client, lister }: ControllerContext): readonly Pod[] {
  return lister
    .list<Pod>(pods, keeper.metadata.namespace)
    .filter(isPodActive)
    .flatMap((pod) => {
      if (isControlledBy(pod, keeper)) return [pod];
      if (controllerOf(pod) || keeper.metadata.deletionTimestamp || !selects(keeper, pod.metadata.labels ?? {})) return [];
      const ownerReferences = [...(pod.metadata.ownerReferences ?? []), controllerReference(keeper)];
      return [client.update<Pod>(pods, pod.metadata.namespace, { ...pod, metadata: { ...pod.metadata, ownerReferences } })];
    });
}

function adjust(keeper: ReplicaKeeper, active: readonly Pod[], context: ControllerContext): StatusError | undefined {
  const missing = (keeper.spec.replicas ?? 1) - active.length;
  for (let count = 0; count < missing; count++) {
    const created = createPod(context, keeper, keeper.spec.template);
    if (created instanceof StatusError) return created;
  }
  const doomed = [...active].sort(byUselessness).slice(0, Math.max(0, -missing));
  for (const pod of doomed) deletePod(context, keeper, pod);
  return undefined;
}

/** Pods that serve least go first: not scheduled, then pending, then not ready, then the youngest (controller.ActivePodsWithRanks). */
function byUselessness(a: Pod, b: Pod): number {
  const rank = (pod: Pod) => (pod.spec.nodeName ? 1 : 0) + (pod.status?.phase === 'Running' ? 2 : 0) + (isPodReady(pod) ? 4 : 0);
  const created = (pod: Pod) => Date.parse(pod.metadata.creationTimestamp ?? '');
  return rank(a) - rank(b) || created(b) - created(a) || (a.metadata.name < b.metadata.name ? -1 : 1);
}

// kubernetes pkg/controller/replicaset/replica_set_utils.go calculateStatus
function statusOf(keeper: ReplicaKeeper, active: readonly Pod[], failure: StatusError | undefined, now: number): ReplicaStatus {
  const { minReadySeconds = 0, template } = keeper.spec;
  const wanted = Object.entries(template.metadata?.labels ?? {});
  const labeled = active.filter((pod) => wanted.every(([key, value]) => pod.metadata.labels?.[key] === value)).length;
  const ready = active.filter(isPodReady).length;
  const available = active.filter((pod) => isPodAvailable(pod, minReadySeconds, now)).length;
  const conditions = conditionsOf(keeper, failure, now);
  return {
    replicas: active.length,
    ...(labeled > 0 && { fullyLabeledReplicas: labeled }),
    ...(ready > 0 && { readyReplicas: ready }),
    ...(available > 0 && { availableReplicas: available }),
    ...(keeper.metadata.generation !== undefined && { observedGeneration: keeper.metadata.generation }),
    ...(conditions.length > 0 && { conditions }),
  };
}

function conditionsOf({ status }: ReplicaKeeper, failure: StatusError | undefined, now: number) {
  const current = status?.conditions ?? [];
  if (!failure) return findCondition(current, 'ReplicaFailure') ? removeCondition(current, 'ReplicaFailure') : current;
  const { lastUpdateTime: _, ...condition } = newCondition('ReplicaFailure', 'True', 'FailedCreate', failure.message, now);
  return setCondition(current, condition);
}
