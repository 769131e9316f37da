import type { Deployment, ReplicaSet } from '../../../api/apps.ts';
import { canonical } from '../../../api/canonical-json.ts';
import type { Condition } from '../../../api/meta.ts';
import { StatusError } from '../../../api/status.ts';
import { findCondition, newCondition, setCondition } from '../conditions.ts';
import type { ControllerContext } from '../controller.ts';
import { controllerReference } from '../owner-reference.ts';
import { deployments, replicaSets } from '../targets.ts';
import { isSameTemplate, templateHash } from '../template-hash.ts';
import { haveRunningPods } from './old-pods.ts';
import {
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  maxRevision,
  replicasOf,
  revisionAnnotation,
  revisionHistoryAnnotation,
  sizeAnnotations,
} from './revisions.ts';
import { newSetReplicas, recordScaling } from './scaling.ts';

interface Rollout {
  readonly deployment: Deployment;
  readonly newSet: ReplicaSet | undefined;
  readonly oldSets: readonly ReplicaSet[];
}

/** The ReplicaSet whose template is the Deployment's own; the oldest of several. */
export function findNewReplicaSet(deployment: Deployment, all: readonly ReplicaSet[]): ReplicaSet | undefined {
  return all.find((set) => isSameTemplate(set.spec.template, deployment.spec.template));
}

/** Finds the ReplicaSet of the present template, or makes it, and gives it and the Deployment the latest revision. */
// kubernetes pkg/controller/deployment/sync.go getNewReplicaSet
export function getNewReplicaSet(deployment: Deployment, all: readonly ReplicaSet[], context: ControllerContext, createNow: boolean): Rollout {
  const existing = findNewReplicaSet(deployment, all);
  const oldSets = all.filter((set) => set !== existing);
  const revision = String(maxRevision(oldSets) + 1);
  if (existing) {
    const newSet = withAnnotations(existing, deployment, revision, context);
    const reason = progressReason(deployment, 'FoundNewReplicaSet', `Found new replica set "${newSet.metadata.name}"`, context);
    return {
      deployment: withRevision(deployment, newSet, findCondition(deployment.status?.conditions, 'Progressing') ? undefined : reason, context),
      newSet,
      oldSets,
    };
  }
  const isReady = createNow || (oldSets.every((set) => replicasOf(set) === 0) && !haveRunningPods(oldSets, context));
  if (!isReady) return { deployment, newSet: undefined, oldSets };
  const newSet = createReplicaSet(deployment, all, revision, context);
  if (newSet instanceof StatusError) return { deployment: withFailure(deployment, newSet, context), newSet: undefined, oldSets };
  const reason = progressReason(deployment, 'NewReplicaSetCreated', `Created new replica set "${newSet.metadata.name}"`, context);
  return { deployment: withRevision(deployment, newSet, reason, context), newSet, oldSets };
}

function createReplicaSet(deployment: Deployment, all: readonly ReplicaSet[], revision: string, context: ControllerContext): ReplicaSet | StatusError {
  const { namespace, name } = deployment.metadata;
  const { template, selector, minReadySeconds } = deployment.spec;
  const hash = templateHash(template, deployment.status?.collisionCount);
  const labels = { ...template.metadata?.labels, 'pod-template-hash': hash };
  const replicas = newSetReplicas(deployment, all, undefined);
  const set: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${hash}`,
      ...(namespace !== undefined && { namespace }),
      labels,
      annotations: newSetAnnotations({}, deployment, revision),
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas,
      ...(minReadySeconds && { minReadySeconds }),
      selector: { ...selector, matchLabels: { ...selector.matchLabels, 'pod-template-hash': hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
  try {
    const created = context.client.create<ReplicaSet>(replicaSets, namespace, set);
    if (replicas > 0) recordScaling(deployment, `Scaled up replica set ${created.metadata.name} to ${replicas}`, context);
    return created;
  } catch (error) {
    if (error instanceof StatusError) return error;
    throw error;
  }
}

const notCopied = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionAnnotation,
  revisionHistoryAnnotation,
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  'deprecated.deployment.rollback.to',
]);

// kubernetes pkg/controller/deployment/util SetNewReplicaSetAnnotations
function newSetAnnotations(own: Readonly<Record<string, string>>, deployment: Deployment, revision: string): Readonly<Record<string, string>> {
  const copied = Object.entries(deployment.metadata.annotations ?? {}).filter(([key]) => !notCopied.has(key));
  const old = own[revisionAnnotation];
  const isNewer = old === undefined || Number(old) < Number(revision);
  const history = [own[revisionHistoryAnnotation], old].filter(Boolean).join(',');
  return {
    ...own,
    ...Object.fromEntries(copied),
    ...(isNewer && { [revisionAnnotation]: revision }),
    ...(isNewer && old !== undefined && { [revisionHistoryAnnotation]: history }),
    ...(own[desiredReplicasAnnotation] === undefined && sizeAnnotations(deployment)),
  };
}

function withAnnotations(set: ReplicaSet, deployment: Deployment, revision: string, { client }: ControllerContext): ReplicaSet {
  const annotations = newSetAnnotations(set.metadata.annotations ?? {}, deployment, revision);
  const { minReadySeconds } = deployment.spec;
  const isCurrent = canonical(annotations) === canonical(set.metadata.annotations ?? {}) && (set.spec.minReadySeconds ?? 0) === (minReadySeconds ?? 0);
  if (isCurrent) return set;
  const spec = { ...set.spec, ...(minReadySeconds !== undefined && { minReadySeconds }) };
  return client.update<ReplicaSet>(replicaSets, set.metadata.namespace, { ...set, metadata: { ...set.metadata, annotations }, spec });
}

function progressReason({ spec }: Deployment, reason: string, message: string, { clock }: ControllerContext): Condition | undefined {
  return spec.progressDeadlineSeconds === undefined ? undefined : newCondition('Progressing', 'True', reason, message, clock.now());
}

function withRevision(deployment: Deployment, newSet: ReplicaSet, condition: Condition | undefined, { client }: ControllerContext): Deployment {
  const { annotations, namespace } = deployment.metadata;
  const revision = newSet.metadata.annotations?.[revisionAnnotation] ?? '1';
  if (annotations?.[revisionAnnotation] === revision && !condition) return deployment;
  const conditions = condition ? setCondition(deployment.status?.conditions ?? [], condition) : deployment.status?.conditions;
  const next: Deployment = {
    ...deployment,
    metadata: { ...deployment.metadata, annotations: { ...annotations, [revisionAnnotation]: revision } },
    status: { ...deployment.status, ...(conditions && { conditions }) },
  };
  return client.update<Deployment>(deployments, namespace, next, { subresource: 'status' });
}

function withFailure(deployment: Deployment, error: StatusError, { client, clock }: ControllerContext): Deployment {
  const condition = newCondition('Progressing', 'False', 'ReplicaSetCreateError', `Failed to create new replica set: ${error.message}`, clock.now());
  const conditions = setCondition(deployment.status?.conditions ?? [], condition);
  return client.update<Deployment>(
    deployments,
    deployment.metadata.namespace,
    { ...deployment, status: { ...deployment.status, conditions } },
    { subresource: 'status' },
  );
}
