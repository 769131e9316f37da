import type { DeploymentConfig } from '../../api/apps.ts';
import type { KubeObject, ObjectReference } from '../../api/meta.ts';
import type { Container, PodTemplateSpec } from '../../api/pod.ts';
import { dockerClientDefaults, type ImageReference, imageReferenceString, tryParseImageReference } from '../../imageutil/image-reference.ts';
import { joinImageStreamTag, splitImageStreamTag } from '../../imageutil/image-stream-tag-name.ts';
import { edgeKinds, type GraphNode, type StatusGraph } from './status-graph.ts';

/** Images that workloads follow or use (oc pkg/helpers/graph/appsgraph/edges.go, kubegraph/edges.go). */
export function addImageTriggerEdges(graph: StatusGraph): void {
  for (const node of graph.ofKind<DeploymentConfig>('DeploymentConfig')) {
    if (node.found) addTemplateImages(graph, node, node.object.spec.template, configTrigger(node.object));
  }
  for (const kind of ['Deployment', 'StatefulSet', 'Job']) {
    for (const node of graph.ofKind<KubeObject>(kind)) {
      const triggers = node.found ? annotatedTriggers(node.object) : undefined;
      const { template } = (node.object?.spec ?? {}) as { readonly template?: PodTemplateSpec };
      if (triggers) addTemplateImages(graph, node, template, triggers);
    }
  }
}

/** What a container follows; undefined where it just uses an image. */
type TriggerOf = (container: Container) => ObjectReference | undefined;

function addTemplateImages(graph: StatusGraph, node: GraphNode, template: PodTemplateSpec | undefined, triggerOf: TriggerOf): void {
  for (const container of [...(template?.spec.containers ?? []), ...(template?.spec.initContainers ?? [])]) {
    const from = triggerOf(container);
    const image = from ? undefined : tryParseImageReference(container.image ?? '');
    if (from?.name) graph.addEdge(imageStreamTagNode(graph, from.namespace || node.namespace, from.name), node, edgeKinds.triggersDeployment);
    else if (image) graph.addEdge(dockerImageNode(graph, image), node, edgeKinds.usedInDeployment);
  }
}

const configTrigger =
  ({ spec }: DeploymentConfig): TriggerOf =>
  (container) =>
    spec.triggers?.find(({ imageChangeParams: params }) => params?.from.name && params.containerNames?.includes(container.name))?.imageChangeParams?.from;

/** The triggers of an annotation; upstream takes the first that names any container for all of them. */
function annotatedTriggers({ metadata }: KubeObject): TriggerOf | undefined {
  const annotation = metadata.annotations?.['image.openshift.io/triggers'];
  if (annotation === undefined) return undefined;
  const triggers = parseTriggers(annotation);
  return triggers && (() => triggers.find(({ fieldPath }) => fieldPath.endsWith('.image'))?.from);
}

interface FieldTrigger {
  readonly from: ObjectReference;
  readonly fieldPath: string;
}

function parseTriggers(annotation: string): readonly FieldTrigger[] | undefined {
  try {
    const parsed: unknown = JSON.parse(annotation);
    return Array.isArray(parsed) ? (parsed as FieldTrigger[]).filter(({ fieldPath }) => typeof fieldPath === 'string') : undefined;
  } catch {
    return undefined;
  }
}

/** The node of a tag, made where the graph has none: a tag may be named before it is there. */
export function imageStreamTagNode(graph: StatusGraph, namespace: string, nameAndTag: string): GraphNode {
  const { name, tag } = splitImageStreamTag(nameAndTag);
  return graph.ensure({ kind: 'ImageStreamTag', namespace, name: joinImageStreamTag(name, tag), found: false, object: undefined });
}

/** The node of an image outside the cluster. */
export function dockerImageNode(graph: StatusGraph, reference: ImageReference): GraphNode {
  const name = imageReferenceString(dockerClientDefaults(reference));
  return graph.ensure({ kind: 'DockerImageReference', namespace: '', name, found: true, object: reference, uniqueName: `DockerImageReference|${name}` });
}
