import type { Deployment, DeploymentConfig } from '../../api/apps.ts';
import type { Service } from '../../api/core.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import { annotationOf, deploymentAnnotations } from '../rollout/deployment-phase.ts';
import type { Route } from './route.ts';
import { edgeKinds, type GraphNode, type StatusGraph } from './status-graph.ts';
import { byName, type Covered, coverPods, type WorkloadView, workloadView } from './views.ts';

/** A service with what answers behind it (oc pkg/helpers/graph/genericgraph/graphview/service_group.go). */
export interface ServiceGroup {
  readonly service: GraphNode<Service>;
  readonly routes: readonly GraphNode<Route>[];
  readonly deploymentConfigs: readonly WorkloadView<DeploymentConfig>[];
  readonly deployments: readonly WorkloadView<Deployment>[];
  readonly statefulSets: readonly WorkloadView[];
  readonly daemonSets: readonly WorkloadView[];
  /** Controllers that no shown workload owns, and pods that no shown controller has. */
  readonly replicaSets: readonly GraphNode<KubeObject>[];
  readonly replicationControllers: readonly GraphNode<KubeObject>[];
  readonly pods: readonly GraphNode<Pod>[];
}

/** All services by name; what they cover is not shown again. */
export function serviceGroups(graph: StatusGraph, covered: Covered): readonly ServiceGroup[] {
  return graph
    .ofKind<Service>('Service')
    .map((service) => serviceGroup(graph, service, covered))
    .sort((a, b) => byName(a.service, b.service));
}

function serviceGroup(graph: StatusGraph, service: GraphNode<Service>, covered: Covered): ServiceGroup {
  covered.add(service.id);
  const fulfilling = uniqueNodes(graph.predecessors(service, edgeKinds.exposedThroughService).map((node) => graph.topLevel(node)));
  const ofKind = <T>(kind: string) => fulfilling.filter((node) => node.kind === kind) as readonly GraphNode<T>[];
  const views = <T extends KubeObject>(kind: string) => ofKind<T>(kind).map((node) => workloadView(graph, node, covered));
  const controllers = (kind: string) => ofKind<KubeObject>(kind);
  const [replicaSets, replicationControllers] = [controllers('ReplicaSet'), controllers('ReplicationController')];
  const deploymentConfigs = views<DeploymentConfig>('DeploymentConfig');
  const deployments = views<Deployment>('Deployment');
  const [statefulSets, daemonSets] = [views('StatefulSet'), views('DaemonSet')];
  for (const node of [...replicaSets, ...replicationControllers, ...ofKind('StatefulSet'), ...ofKind('DaemonSet')]) coverPods(graph, node, covered);
  const pods = ofKind<Pod>('Pod');
  for (const { id } of pods) covered.add(id);
  const owners = fulfilling.filter(({ kind }) => kind !== 'Pod');
  return {
    service,
    routes: graph.predecessors<Route>(service, edgeKinds.exposedThroughRoute),
    deploymentConfigs,
    deployments,
    statefulSets,
    daemonSets,
    replicaSets: replicaSets.filter((node) => !deployments.some((view) => isOwnedByDeployment(node, view.node.name))),
    replicationControllers: replicationControllers.filter((node) => !deploymentConfigs.some((view) => isRolloutOf(node, view.node.name))),
    pods: pods.filter((pod) => !owners.some((owner) => graph.hasEdge(pod, owner))),
  };
}

const uniqueNodes = (nodes: readonly GraphNode[]): readonly GraphNode[] => nodes.filter((node, index) => nodes.findIndex(({ id }) => id === node.id) === index);

const isRolloutOf = ({ object }: GraphNode<KubeObject>, config: string): boolean => annotationOf(object, deploymentAnnotations.config) === config;

const isOwnedByDeployment = ({ object }: GraphNode<KubeObject>, name: string): boolean =>
  object.metadata.ownerReferences?.some((owner) => owner.kind === 'Deployment' && owner.name === name) ?? false;

/** Services with the same selector are shown together, behind the first of them. */
export function groupedBySelector(groups: readonly ServiceGroup[]): readonly (readonly [ServiceGroup, ...ServiceGroup[]])[] {
  const bySelector = new Map<string, [ServiceGroup, ...ServiceGroup[]]>();
  for (const group of groups) {
    const selector = Object.entries(group.service.object?.spec.selector ?? {}).map(([name, value]) => `${name}=${value}`);
    const key = selector.sort().join(',');
    const known = bySelector.get(key);
    if (known) known.push(group);
    else bySelector.set(key, [group]);
  }
  return [...bySelector.values()];
}
