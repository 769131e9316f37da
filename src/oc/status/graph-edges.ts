import type { DaemonSet, Deployment, ReplicaSet, ReplicationController, StatefulSet } from '../../api/apps.ts';
import type { Job } from '../../api/batch.ts';
import type { Service } from '../../api/core.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { Pod, PodSpec, PodTemplateSpec } from '../../api/pod.ts';
import { annotationOf, deploymentAnnotations } from '../rollout/deployment-phase.ts';
import { addBuildEdges } from './build-edges.ts';
import { addImageTriggerEdges } from './image-edges.ts';
import type { Route } from './route.ts';
import { edgeKinds, type GraphNode, type StatusGraph } from './status-graph.ts';

type Labels = Readonly<Record<string, string>>;

/** Ties the objects of the graph together, in upstream's order: what is only spoken of gets its place in the graph this way. */
export function addAllEdges(graph: StatusGraph): void {
  for (const service of graph.ofKind<Service>('Service')) addServiceEdges(graph, service);
  for (const kind of ['ReplicationController', 'ReplicaSet', 'Job', 'StatefulSet', 'DaemonSet']) {
    for (const node of graph.ofKind<KubeObject>(kind)) addPodEdges(graph, node, selectorOf(node.object));
  }
  for (const node of graph.ofKind<PodSpec>('PodSpec')) addSecretEdges(graph, node);
  for (const node of graph.ofKind<Autoscaler>('HorizontalPodAutoscaler')) addScaleEdges(graph, node);
  addBuildEdges(graph);
  addImageTriggerEdges(graph);
  for (const node of graph.ofKind<KubeObject>('DeploymentConfig')) addRolloutEdges(graph, node, 'ReplicationController', belongsToConfig(node));
  for (const node of graph.ofKind<KubeObject>('Deployment')) addRolloutEdges(graph, node, 'ReplicaSet', belongsToDeployment(node));
  for (const node of graph.ofKind<KubeObject>('DeploymentConfig')) addClaimEdges(graph, node);
  for (const tag of graph.ofKind('ImageStreamTag')) addStreamEdge(graph, tag);
  for (const route of graph.ofKind<Route>('Route')) addRouteEdge(graph, route);
}

function addServiceEdges(graph: StatusGraph, service: GraphNode<Service>): void {
  const { selector } = service.object.spec;
  if (!selector) return;
  const exposed = (node: GraphNode, labels: Labels | undefined) => {
    if (node.namespace === service.namespace && matches(selector, labels)) graph.addEdge(node, service, edgeKinds.exposedThroughService);
  };
  for (const node of graph.ofKind<PodTemplateSpec>('PodTemplateSpec')) exposed(node, node.object.metadata?.labels);
  for (const node of graph.ofKind<Pod>('Pod')) exposed(node, node.object.metadata.labels);
}

const matches = (selector: Labels, labels: Labels = {}): boolean => Object.entries(selector).every(([name, value]) => labels[name] === value);

function selectorOf(object: KubeObject): Labels | undefined {
  if (object.kind === 'ReplicationController') return (object as ReplicationController).spec.selector;
  return (object as ReplicaSet | Job | StatefulSet | DaemonSet | Deployment).spec.selector?.matchLabels ?? {};
}

function addPodEdges(graph: StatusGraph, controller: GraphNode, selector: Labels | undefined): void {
  if (!selector) return;
  for (const pod of graph.ofKind<Pod>('Pod')) {
    if (pod.namespace === controller.namespace && matches(selector, pod.object.metadata.labels)) graph.addEdge(pod, controller, edgeKinds.managedByController);
  }
}

function addSecretEdges(graph: StatusGraph, node: GraphNode<PodSpec>): void {
  for (const volume of node.object.volumes ?? []) {
    const name = (volume.secret as { readonly secretName?: string } | undefined)?.secretName;
    if (name === undefined) continue;
    const secret = graph.ensure({ kind: 'Secret', namespace: node.namespace, name, found: false, object: undefined });
    graph.addEdge(node, secret, edgeKinds.mountedSecret);
  }
}

/** What `status` reads of an autoscaler. */
export interface Autoscaler extends KubeObject {
  readonly spec: {
    readonly scaleTargetRef: { readonly kind: string; readonly name: string };
    readonly metrics?: readonly { readonly resource?: { readonly name: string; readonly target: { readonly averageUtilization?: number } } }[];
  };
}

function addScaleEdges(graph: StatusGraph, node: GraphNode<Autoscaler>): void {
  const { kind, name } = node.object.spec.scaleTargetRef;
  if (!['ReplicationController', 'DeploymentConfig', 'Deployment', 'ReplicaSet'].includes(kind)) return;
  graph.addEdge(node, graph.ensure({ kind, namespace: node.namespace, name, found: false, object: undefined }), edgeKinds.scaling);
}

type Belongs = (rollout: KubeObject) => boolean;

const belongsToConfig =
  ({ name }: GraphNode): Belongs =>
  (rollout) =>
    annotationOf(rollout, deploymentAnnotations.config) === name;

const belongsToDeployment =
  ({ name }: GraphNode): Belongs =>
  (rollout) =>
    rollout.metadata.ownerReferences?.some((owner) => owner.kind === 'Deployment' && owner.name === name) ?? false;

function addRolloutEdges(graph: StatusGraph, node: GraphNode, kind: string, belongs: Belongs): void {
  for (const rollout of graph.ofKind<KubeObject>(kind)) {
    if (rollout.namespace !== node.namespace || !rollout.found || !belongs(rollout.object)) continue;
    graph.addEdge(node, rollout, edgeKinds.deployment);
    graph.addEdge(rollout, node, edgeKinds.managedByController);
  }
}

function addClaimEdges(graph: StatusGraph, node: GraphNode<KubeObject>): void {
  if (!node.found) return;
  const template = (node.object.spec as { readonly template?: PodTemplateSpec }).template;
  for (const volume of template?.spec.volumes ?? []) {
    const name = (volume.persistentVolumeClaim as { readonly claimName?: string } | undefined)?.claimName;
    if (name === undefined) continue;
    graph.addEdge(
      node,
      graph.ensure({ kind: 'PersistentVolumeClaim', namespace: node.namespace, name, found: false, object: undefined }),
      edgeKinds.volumeClaim,
    );
  }
}

function addStreamEdge(graph: StatusGraph, tag: GraphNode): void {
  const name = tag.name.split(':')[0] ?? '';
  const stream = graph.ensure({ kind: 'ImageStream', namespace: tag.namespace, name, found: false, object: undefined });
  graph.addEdge(tag, stream, edgeKinds.referencedImageStream);
}

function addRouteEdge(graph: StatusGraph, route: GraphNode<Route>): void {
  const service = graph.ensure({ kind: 'Service', namespace: route.namespace, name: route.object.spec.to.name, found: false, object: undefined });
  graph.addEdge(route, service, edgeKinds.exposedThroughRoute);
}
