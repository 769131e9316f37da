import type { ControllerRevision, LabelSelector } from '../../api/apps.ts';
import { canonical } from '../../api/canonical-json.ts';
import { matchesSelector } from '../../api/label-selector.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';
import type { ControllerContext } from './controller.ts';
import { controllerOf, controllerReference, isControlledBy } from './owner-reference.ts';
import { deleteIfThere } from './pod-control.ts';
import { controllerRevisions } from './targets.ts';

interface Historied extends KubeObject {
  readonly spec: { readonly selector: LabelSelector; readonly template: PodTemplateSpec; readonly revisionHistoryLimit?: number };
}

/** Records the present template as the newest revision, and returns that: a template that was there before gets its revision back under a new number. */
// kubernetes pkg/controller/history, pkg/controller/statefulset getStatefulSetRevisions, pkg/controller/daemon constructHistory
export function recordRevision(owner: Historied, hash: string, hashLabel: string, context: ControllerContext): ControllerRevision {
  const history = ownRevisions(owner, context);
  const next = (history.at(-1)?.revision ?? 0) + 1;
  const data = { spec: { template: { ...owner.spec.template, $patch: 'replace' as const } } };
  const equal = history.findLast((revision) => canonical(revision.data) === canonical(data));
  if (equal && equal === history.at(-1)) return equal;
  const { namespace } = owner.metadata;
  if (equal) return context.client.update<ControllerRevision>(controllerRevisions, namespace, { ...equal, revision: next });
  const { annotations } = owner.metadata;
  return context.client.create<ControllerRevision>(controllerRevisions, namespace, {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: `${owner.metadata.name}-${hash}`,
      namespace,
      labels: { ...owner.spec.template.metadata?.labels, [hashLabel]: hash },
      ...(annotations && { annotations }),
      ownerReferences: [controllerReference(owner)],
    },
    data,
    revision: next,
  } as ControllerRevision);
}

/** Forgets the oldest revisions beyond the limit that no pod is of. */
// kubernetes pkg/controller/statefulset truncateHistory
export function truncateRevisions(owner: Historied, isLive: (revision: ControllerRevision) => boolean, context: ControllerContext): void {
  const idle = ownRevisions(owner, context).filter((revision) => !isLive(revision));
  const surplus = Math.max(0, idle.length - (owner.spec.revisionHistoryLimit ?? 10));
  for (const { metadata } of idle.slice(0, surplus)) deleteIfThere(context, controllerRevisions, metadata.namespace, metadata.name);
}

/** The revisions of a workload, oldest first; those that an earlier workload left behind are adopted. */
function ownRevisions(owner: Historied, { client, lister }: ControllerContext): readonly ControllerRevision[] {
  const own = lister.list<ControllerRevision>(controllerRevisions, owner.metadata.namespace).flatMap((revision) => {
    if (isControlledBy(revision, owner)) return [revision];
    if (controllerOf(revision) || !matchesSelector(owner.spec.selector, revision.metadata.labels ?? {})) return [];
    const ownerReferences = [...(revision.metadata.ownerReferences ?? []), controllerReference(owner)];
    const metadata = { ...revision.metadata, ownerReferences };
    return [client.update<ControllerRevision>(controllerRevisions, revision.metadata.namespace, { ...revision, metadata })];
  });
  return [...own].sort((a, b) => a.revision - b.revision);
}
