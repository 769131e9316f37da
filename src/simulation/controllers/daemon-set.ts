import type { DaemonSet, DaemonSetStatus } from '../../api/apps.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod, Toleration } from '../../api/pod.ts';
import type { Controller, ControllerContext } from './controller.ts';
import { recordRevision, truncateRevisions } from './controller-history.ts';
import { isControlledBy, keyOf, splitKey, watchOwned, watchSelf } from './owner-reference.ts';
import { createPod, deletePod } from './pod-control.ts';
import { isPodActive, isPodReady } from './pod-status.ts';
import { daemonSets, nodes, pods } from './targets.ts';
import { templateHash } from './template-hash.ts';

interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

const hashLabel = 'controller-revision-hash';

/** Runs one pod on each node that tolerates it. */
// kubernetes pkg/controller/daemon/daemon_controller.go syncDaemonSet
export const daemonSetController: Controller = {
  name: 'daemonset-controller',
  user: 'system:serviceaccount:kube-system:daemon-set-controller',
  watches: [
    watchSelf(daemonSets),
    watchOwned(pods, 'DaemonSet'),
    { resource: nodes, keys: ({ type }, lister) => (type === 'MODIFIED' ? [] : lister.list<DaemonSet>(daemonSets).map(keyOf)) },
  ],
  reconcile(key, context) {
    const { namespace, name } = splitKey(key);
    const set = context.lister.get<DaemonSet>(daemonSets, namespace, name);
    if (!set || set.metadata.deletionTimestamp !== undefined) return undefined;
    const fitting = context.lister.list<KubeObject>(nodes).filter((node) => fits(set, node));
    const newest = recordRevision(set, templateHash(set.spec.template), hashLabel, context);
    manage(set, fitting, context);
    writeStatus(set, fitting, context);
    const live = new Set(podsOf(set, context).map((pod) => pod.metadata.labels?.[hashLabel]));
    truncateRevisions(set, (revision) => revision.metadata.name === newest.metadata.name || live.has(revision.metadata.labels?.[hashLabel]), context);
    return undefined;
  },
};

/** Every pod of a DaemonSet stands the passing troubles of its node, not a taint that keeps pods off. */
// kubernetes pkg/controller/daemon/util AddOrUpdateDaemonPodTolerations
const daemonTolerations: readonly Toleration[] = [
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/pid-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' },
];

function fits({ spec }: DaemonSet, node: KubeObject): boolean {
  const { nodeSelector = {}, tolerations = [] } = spec.template.spec;
  const taints = ((node.spec as { readonly taints?: readonly Taint[] } | undefined)?.taints ?? []).filter(({ effect }) => effect !== 'PreferNoSchedule');
  const isTolerated = (taint: Taint) => [...tolerations, ...daemonTolerations].some((toleration) => tolerates(toleration, taint));
  return Object.entries(nodeSelector).every(([key, value]) => node.metadata.labels?.[key] === value) && taints.every(isTolerated);
}

function tolerates({ key, operator = 'Equal', value = '', effect }: Toleration, taint: Taint): boolean {
  if (effect && effect !== taint.effect) return false;
  if (!key) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || value === (taint.value ?? ''));
}

const podsOf = (set: DaemonSet, { lister }: ControllerContext) =>
  lister.list<Pod>(pods, set.metadata.namespace).filter((pod) => isControlledBy(pod, set) && isPodActive(pod));

function manage(set: DaemonSet, fitting: readonly KubeObject[], context: ControllerContext): void {
  const hash = templateHash(set.spec.template);
  const own = podsOf(set, context);
  for (const node of fitting) {
    if (!own.some((pod) => nodeOf(pod) === node.metadata.name)) createOn(set, node, hash, context);
  }
  for (const pod of own) if (!fitting.some((node) => node.metadata.name === nodeOf(pod))) deletePod(context, set, pod);
  const isRolling = set.spec.updateStrategy?.type !== 'OnDelete';
  const outdated = own.find((pod) => pod.metadata.labels?.[hashLabel] !== hash);
  if (isRolling && outdated && own.every((pod) => isPodReady(pod) || pod === outdated)) deletePod(context, set, outdated);
}

/** A daemon's pod is bound by its node selector before the scheduler sees it. */
const nodeOf = ({ spec }: Pod) => spec.nodeName ?? spec.nodeSelector?.['kubernetes.io/hostname'];

function createOn(set: DaemonSet, node: KubeObject, hash: string, context: ControllerContext): void {
  const { template } = set.spec;
  createPod(context, set, {
    metadata: {
      ...template.metadata,
      labels: {
        ...template.metadata?.labels,
        [hashLabel]: hash,
        'pod-template-generation': set.metadata.annotations?.['deprecated.daemonset.template.generation'] ?? '1',
      },
    },
    spec: {
      ...template.spec,
      nodeSelector: { ...template.spec.nodeSelector, 'kubernetes.io/hostname': node.metadata.labels?.['kubernetes.io/hostname'] ?? node.metadata.name },
      tolerations: [...(template.spec.tolerations ?? []), ...daemonTolerations],
    },
  });
}

function writeStatus(set: DaemonSet, fitting: readonly KubeObject[], context: ControllerContext): void {
  const own = podsOf(set, context);
  const hash = templateHash(set.spec.template);
  const ready = own.filter(isPodReady).length;
  const updated = own.filter((pod) => pod.metadata.labels?.[hashLabel] === hash).length;
  const status: DaemonSetStatus = {
    currentNumberScheduled: own.length,
    desiredNumberScheduled: fitting.length,
    ...(ready > 0 && { numberAvailable: ready }),
    numberMisscheduled: 0,
    numberReady: ready,
    ...(fitting.length > ready && { numberUnavailable: fitting.length - ready }),
    ...(set.metadata.generation !== undefined && { observedGeneration: set.metadata.generation }),
    ...(updated > 0 && { updatedNumberScheduled: updated }),
  };
  context.client.update<DaemonSet>(daemonSets, set.metadata.namespace, { ...set, status }, { subresource: 'status' });
}
