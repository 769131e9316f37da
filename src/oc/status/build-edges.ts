import type { Build, BuildConfig } from '../../api/build.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import { dockerImageNode, imageStreamTagNode } from './image-edges.ts';
import { edgeKinds, type GraphNode, type StatusGraph } from './status-graph.ts';

/** What builds start from, and where they put their image (oc pkg/helpers/graph/buildgraph/edges.go). */
export function addBuildEdges(graph: StatusGraph): void {
  const configs = graph.ofKind<BuildConfig>('BuildConfig');
  for (const node of configs) addInputOutputEdges(graph, node);
  for (const node of configs) {
    for (const build of graph.ofKind<Build>('Build')) {
      if (build.namespace === node.namespace && belongsTo(build.object, node.name)) graph.addEdge(node, build, edgeKinds.build);
    }
  }
}

/** The image that a strategy builds upon (oc pkg/helpers/build GetInputReference). */
export const inputReference = ({ strategy }: BuildConfig['spec']): ObjectReference | undefined =>
  (strategy.sourceStrategy ?? strategy.dockerStrategy ?? strategy.customStrategy)?.from;

function addInputOutputEdges(graph: StatusGraph, node: GraphNode<BuildConfig>): void {
  const { spec } = node.object;
  const git = spec.source?.git;
  if (git) {
    const uniqueName = `BuildSource|git|${git.uri}#${git.ref ?? ''}`;
    graph.addEdge(graph.ensure({ kind: 'BuildSource', namespace: '', name: git.uri, found: true, object: git, uniqueName }), node, edgeKinds.buildInput);
  }
  const input = imageNode(graph, inputReference(spec), node.namespace);
  if (input) graph.addEdge(input, node, edgeKinds.buildInputImage);
  for (const { type, imageChange } of spec.triggers ?? []) {
    const trigger = type === 'ImageChange' ? imageNode(graph, imageChange?.from ?? inputReference(spec), node.namespace) : undefined;
    if (trigger) graph.addEdge(trigger, node, edgeKinds.buildTriggerImage);
  }
  const output = imageNode(graph, spec.output?.to, node.namespace);
  if (output) graph.addEdge(node, output, edgeKinds.buildOutput);
}

function imageNode(graph: StatusGraph, reference: ObjectReference | undefined, project: string): GraphNode | undefined {
  const { kind, name = '' } = reference ?? {};
  const namespace = reference?.namespace || project;
  if (kind === 'ImageStreamTag') return imageStreamTagNode(graph, namespace, name);
  if (kind === 'ImageStream') return imageStreamTagNode(graph, namespace, `${name}:latest`);
  if (kind === 'ImageStreamImage') return imageStreamImageNode(graph, namespace, name);
  const image = kind === 'DockerImage' ? tryParseImageReference(name) : undefined;
  return image && dockerImageNode(graph, image);
}

function imageStreamImageNode(graph: StatusGraph, namespace: string, name: string): GraphNode {
  const node = graph.ensure({ kind: 'ImageStreamImage', namespace, name, found: false, object: undefined });
  const stream = graph.ensure({ kind: 'ImageStream', namespace, name: name.split('@')[0] ?? '', found: false, object: undefined });
  graph.addEdge(node, stream, edgeKinds.referencedImageStreamImage);
  return node;
}

function belongsTo({ metadata }: Build, config: string): boolean {
  const { labels, annotations } = metadata;
  if (!labels) return false;
  return annotations?.['openshift.io/build-config.name'] === config || labels['openshift.io/build-config.name'] === config || labels.buildconfig === config;
}
