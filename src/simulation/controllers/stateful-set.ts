import type { StatefulSet, StatefulSetStatus } from '../../api/apps.ts';
import { matchesSelector } from '../../api/label-selector.ts';
import type { Pod, PodTemplateSpec } from '../../api/pod.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { recordRevision, truncateRevisions } from './controller-history.ts';
import { controllerOf, controllerReference, isControlledBy, splitKey, watchOwned, watchSelf } from './owner-reference.ts';
import { createPod, deletePod } from './pod-control.ts';
import { isPodFinished, isPodReady } from './pod-status.ts';
import { controllerRevisions, pods, statefulSets } from './targets.ts';
import { templateHash } from './template-hash.ts';

const revisionLabel = 'controller-revision-hash';

/** Keeps numbered pods: made one after the other, updated from the highest number down. */
// kubernetes pkg/controller/statefulset/stateful_set_control.go UpdateStatefulSet
export const statefulSetController: Controller = {
  name: 'statefulset-controller',
  user: 'system:serviceaccount:kube-system:statefulset-controller',
  watches: [watchSelf(statefulSets), watchOwned(pods, 'StatefulSet'), watchOwned(controllerRevisions, 'StatefulSet')],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const set = context.lister.get<StatefulSet>(statefulSets, namespace, name);
    if (!set || set.metadata.deletionTimestamp !== undefined) return undefined;
    const { metadata: revision } = recordRevision(set, templateHash(set.spec.template), 'controller.kubernetes.io/hash', context);
    advance(set, revision.name, context);
    writeStatus(set, revision.name, context);
    truncateHistory(set, revision.name, context);
    return undefined;
  },
};

const ordinalOf = (pod: Pod) => Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? -1);
const revisionOf = (pod: Pod) => pod.metadata.labels?.[revisionLabel];
const replicasOf = ({ spec }: StatefulSet) => spec.replicas ?? 1;

function truncateHistory(set: StatefulSet, updateRevision: string, context: ControllerContext): void {
  const { currentRevision } = context.lister.get<StatefulSet>(statefulSets, set.metadata.namespace, set.metadata.name)?.status ?? {};
  const live = new Set([updateRevision, currentRevision, ...podsOf(set, context).map(revisionOf)]);
  truncateRevisions(set, ({ metadata }) => live.has(metadata.name), context);
}

/** The pods of a set by number; one of its name that nobody owns is adopted. */
function podsOf(set: StatefulSet, { client, lister }: ControllerContext): readonly Pod[] {
  const own = lister.list<Pod>(pods, set.metadata.namespace).flatMap((pod) => {
    if (isControlledBy(pod, set)) return [pod];
    const isOrphan = !controllerOf(pod) && !pod.metadata.deletionTimestamp && pod.metadata.name === `${set.metadata.name}-${ordinalOf(pod)}`;
    if (!isOrphan || !matchesSelector(set.spec.selector, pod.metadata.labels ?? {})) return [];
    const ownerReferences = [...(pod.metadata.ownerReferences ?? []), controllerReference(set)];
    return [client.update<Pod>(pods, pod.metadata.namespace, { ...pod, metadata: { ...pod.metadata, ownerReferences } })];
  });
  return [...own].sort((a, b) => ordinalOf(a) - ordinalOf(b));
}

/** One step: the first pod that is missing, or else the last that is too many, or else the last that is of an old revision. */
function advance(set: StatefulSet, updateRevision: string, context: ControllerContext): void {
  const own = podsOf(set, context);
  const isParallel = set.spec.podManagementPolicy === 'Parallel';
  for (const pod of own.filter(isPodFinished)) if (pod.metadata.deletionTimestamp === undefined) deletePod(context, set, pod);
  for (let ordinal = 0; ordinal < replicasOf(set); ordinal++) {
    const pod = own.find((one) => ordinalOf(one) === ordinal);
    if (!pod) createOrdinal(set, ordinal, updateRevision, context);
    if (!isParallel && !(pod && (isSettled(pod) || revisionOf(pod) !== updateRevision))) return;
  }
  const surplus = own.filter((pod) => ordinalOf(pod) >= replicasOf(set));
  if (surplus.length > 0) removeLast(set, surplus, isParallel, context);
  else updateLast(set, own, updateRevision, context);
}

const isSettled = (pod: Pod) => isPodReady(pod) && pod.metadata.deletionTimestamp === undefined;

function createOrdinal(set: StatefulSet, ordinal: number, updateRevision: string, context: ControllerContext): void {
  const name = `${set.metadata.name}-${ordinal}`;
  const { template } = set.spec;
  const labels = {
    ...template.metadata?.labels,
    'apps.kubernetes.io/pod-index': String(ordinal),
    [revisionLabel]: updateRevision,
    'statefulset.kubernetes.io/pod-name': name,
  };
  const named: PodTemplateSpec = {
    metadata: { ...template.metadata, labels },
    spec: { ...template.spec, hostname: name, ...(set.spec.serviceName && { subdomain: set.spec.serviceName }) },
  };
  createPod(context, set, named, name);
}

function removeLast(set: StatefulSet, surplus: readonly Pod[], isParallel: boolean, context: ControllerContext): void {
  const isGoing = (pod: Pod) => pod.metadata.deletionTimestamp !== undefined;
  if (!isParallel && surplus.some(isGoing)) return;
  const doomed = isParallel ? surplus.filter((pod) => !isGoing(pod)) : surplus.slice(-1);
  for (const pod of doomed) deletePod(context, set, pod);
}

function updateLast(set: StatefulSet, own: readonly Pod[], updateRevision: string, context: ControllerContext): void {
  const { type, rollingUpdate } = set.spec.updateStrategy ?? {};
  if (type === 'OnDelete' || !own.every(isSettled)) {
    if (type !== 'OnDelete') replaceBroken(set, own, updateRevision, context);
    return;
  }
  const outdated = own.filter((pod) => revisionOf(pod) !== updateRevision && ordinalOf(pod) >= (rollingUpdate?.partition ?? 0));
  const last = outdated.at(-1);
  if (last) deletePod(context, set, last);
}

/** A pod that never became ready does not hold up its own update. */
function replaceBroken(set: StatefulSet, own: readonly Pod[], updateRevision: string, context: ControllerContext): void {
  const broken = own.filter((pod) => !isPodReady(pod) && pod.metadata.deletionTimestamp === undefined && revisionOf(pod) !== updateRevision);
  const last = broken.at(-1);
  if (last) deletePod(context, set, last);
}

function writeStatus(set: StatefulSet, updateRevision: string, context: ControllerContext): void {
  const own = podsOf(set, context).filter((pod) => pod.metadata.deletionTimestamp === undefined);
  const ready = own.filter(isPodReady).length;
  const updated = own.filter((pod) => revisionOf(pod) === updateRevision).length;
  const isUpdated = updated === replicasOf(set) && ready === replicasOf(set);
  const currentRevision = isUpdated ? updateRevision : (set.status?.currentRevision ?? updateRevision);
  const current = own.filter((pod) => revisionOf(pod) === currentRevision).length;
  const status: StatefulSetStatus = {
    availableReplicas: ready,
    collisionCount: 0,
    ...(current > 0 && { currentReplicas: current }),
    currentRevision,
    ...(set.metadata.generation !== undefined && { observedGeneration: set.metadata.generation }),
    ...(ready > 0 && { readyReplicas: ready }),
    replicas: own.length,
    updateRevision,
    ...(updated > 0 && { updatedReplicas: updated }),
  };
  context.client.update<StatefulSet>(statefulSets, set.metadata.namespace, { ...set, status }, { subresource: 'status' });
}
