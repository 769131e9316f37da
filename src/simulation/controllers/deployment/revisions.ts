import type { Deployment, IntOrString, ReplicaSet } from '../../../api/apps.ts';

/** Annotations by which a Deployment numbers and sizes its ReplicaSets (kubernetes pkg/controller/deployment/util). */
export const revisionAnnotation = 'deployment.kubernetes.io/revision';
export const revisionHistoryAnnotation = 'deployment.kubernetes.io/revision-history';
export const desiredReplicasAnnotation = 'deployment.kubernetes.io/desired-replicas';
export const maxReplicasAnnotation = 'deployment.kubernetes.io/max-replicas';

export const revisionOf = (set: ReplicaSet): number => Number(set.metadata.annotations?.[revisionAnnotation] ?? 0);

/** The highest revision among ReplicaSets; 0 where there is none. */
export const maxRevision = (sets: readonly ReplicaSet[]): number => Math.max(0, ...sets.map(revisionOf));

export const replicasOf = ({ spec }: { readonly spec: { readonly replicas?: number } }): number => spec.replicas ?? 1;

export const sumOf = (sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number): number => sets.reduce((sum, set) => sum + count(set), 0);

/** Oldest first, those of one second by name. */
export function byCreation(a: ReplicaSet, b: ReplicaSet): number {
  const order = Date.parse(a.metadata.creationTimestamp ?? '') - Date.parse(b.metadata.creationTimestamp ?? '');
  return order || (a.metadata.name < b.metadata.name ? -1 : 1);
}

/** How many pods a rolling update may have too many and too few, percentages resolved. Both zero would stand still, so one is let go. */
// kubernetes pkg/controller/deployment/util ResolveFenceposts
export function fenceposts(deployment: Deployment): { readonly maxSurge: number; readonly maxUnavailable: number } {
  const { strategy } = deployment.spec;
  if (strategy?.type === 'Recreate') return { maxSurge: 0, maxUnavailable: 0 };
  const replicas = replicasOf(deployment);
  const maxSurge = resolve(strategy?.rollingUpdate?.maxSurge ?? '25%', replicas, Math.ceil);
  const maxUnavailable = resolve(strategy?.rollingUpdate?.maxUnavailable ?? '25%', replicas, Math.floor);
  return { maxSurge, maxUnavailable: maxSurge === 0 && maxUnavailable === 0 ? 1 : Math.min(maxUnavailable, replicas) };
}

function resolve(value: IntOrString, total: number, round: (share: number) => number): number {
  return typeof value === 'string' && value.endsWith('%') ? round((Number.parseInt(value, 10) * total) / 100) : Number(value);
}

/** What the Deployment asked for when a ReplicaSet was last scaled. */
export function sizeAnnotations(deployment: Deployment): Readonly<Record<string, string>> {
  const replicas = replicasOf(deployment);
  return { [desiredReplicasAnnotation]: String(replicas), [maxReplicasAnnotation]: String(replicas + fenceposts(deployment).maxSurge) };
}
