import type { ApiClient } from '../../api/client.ts';
import type { ImageStream } from '../../api/image.ts';
import type { KubeObject } from '../../api/meta.ts';
import type { PodSpec, PodTemplateSpec } from '../../api/pod.ts';
import { StatusError } from '../../api/status.ts';
import { joinImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { addAllEdges } from './graph-edges.ts';
import { edgeKinds, type GraphNode, StatusGraph } from './status-graph.ts';

export interface LoadedGraph {
  readonly graph: StatusGraph;
  /** Resources that may not be listed. */
  readonly forbidden: readonly string[];
}

/** Lists what a project holds and ties it together (oc pkg/helpers/describe/projectstatus.go MakeGraph). */
export function loadGraph(client: ApiClient, namespace: string | undefined): LoadedGraph {
  const graph = new StatusGraph();
  const forbidden: string[] = [];
  for (const { resource, group, version } of loaded) {
    try {
      for (const object of client.list({ group, version, resource }, namespace).items) addObject(graph, object);
    } catch (error) {
      if (!(error instanceof StatusError) || !['Forbidden', 'NotFound'].includes(error.status.reason ?? '')) throw error;
      forbidden.push(error.status.details?.kind ?? resource);
    }
  }
  addAllEdges(graph);
  return { graph, forbidden };
}

const loaded = [
  { group: '', version: 'v1', resource: 'services' },
  { group: '', version: 'v1', resource: 'serviceaccounts' },
  { group: '', version: 'v1', resource: 'secrets' },
  { group: '', version: 'v1', resource: 'persistentvolumeclaims' },
  { group: '', version: 'v1', resource: 'replicationcontrollers' },
  { group: '', version: 'v1', resource: 'pods' },
  { group: 'batch', version: 'v1', resource: 'jobs' },
  { group: 'apps', version: 'v1', resource: 'statefulsets' },
  { group: 'autoscaling', version: 'v2', resource: 'horizontalpodautoscalers' },
  { group: 'apps', version: 'v1', resource: 'deployments' },
  { group: 'apps', version: 'v1', resource: 'replicasets' },
  { group: 'apps', version: 'v1', resource: 'daemonsets' },
  { group: 'build.openshift.io', version: 'v1', resource: 'buildconfigs' },
  { group: 'build.openshift.io', version: 'v1', resource: 'builds' },
  { group: 'image.openshift.io', version: 'v1', resource: 'imagestreams' },
  { group: 'apps.openshift.io', version: 'v1', resource: 'deploymentconfigs' },
  { group: 'route.openshift.io', version: 'v1', resource: 'routes' },
] as const;

/** Kinds whose pod template sits inside a spec node of its own. */
const withSpecNode = ['ReplicationController', 'Job', 'StatefulSet', 'Deployment', 'ReplicaSet'];

function addObject(graph: StatusGraph, object: KubeObject): void {
  const { kind, metadata } = object;
  const node = graph.ensure({ kind, namespace: metadata.namespace ?? '', name: metadata.name, found: true, object });
  if (kind === 'Pod') addPart(graph, node, 'PodSpec', object.spec as PodSpec);
  else if (kind === 'ImageStream') addTags(graph, object as ImageStream);
  else addTemplate(graph, node, object);
}

function addTemplate(graph: StatusGraph, node: GraphNode, { kind, spec }: KubeObject): void {
  const template = (spec as { readonly template?: PodTemplateSpec } | undefined)?.template;
  if (!template?.spec) return;
  const owner = withSpecNode.includes(kind) ? addPart(graph, node, `${kind}Spec`, spec) : node;
  const templateNode = addPart(graph, owner, 'PodTemplateSpec', template);
  addPart(graph, templateNode, 'PodSpec', template.spec);
}

function addPart(graph: StatusGraph, owner: GraphNode, kind: string, object: unknown): GraphNode {
  const { namespace, name } = owner;
  const part = graph.ensure({ kind, namespace, name, found: true, object, uniqueName: `${kind}|${owner.uniqueName}` });
  graph.addEdge(owner, part, edgeKinds.contains);
  return part;
}

function addTags(graph: StatusGraph, { metadata, status }: ImageStream): void {
  for (const { tag } of status.tags ?? []) {
    const name = joinImageStreamTag(metadata.name, tag);
    graph.ensure({ kind: 'ImageStreamTag', namespace: metadata.namespace ?? '', name, found: true, object: undefined });
  }
}
