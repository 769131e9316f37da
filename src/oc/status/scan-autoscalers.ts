import type { Autoscaler } from './graph-edges.ts';
import type { Marker, MarkerScanner, ScanContext } from './markers.ts';
import { edgeKinds, type GraphNode } from './status-graph.ts';

/** Autoscalers without a target (oc pkg/helpers/graph/kubegraph/analysis/hpa.go FindHPASpecsMissingCPUTargets). */
export const autoscalersWithoutTarget: MarkerScanner = ({ graph, name }) =>
  graph
    .ofKind<Autoscaler>('HorizontalPodAutoscaler')
    .filter(({ object }) => !hasCpuTarget(object))
    .map((node) => ({
      node,
      severity: 'error',
      key: 'HPAMissingCPUTarget',
      message: `${name(node)} is missing a CPU utilization target`,
      suggestion: `oc patch ${name(node)} -p '{"spec":{"targetCPUUtilizationPercentage": 80}}'`,
    }));

const hasCpuTarget = ({ spec }: Autoscaler): boolean =>
  spec.metrics?.some(({ resource }) => resource?.name === 'cpu' && resource.target.averageUtilization !== undefined) ?? false;

/** Autoscalers that scale the same thing, or a DeploymentConfig and what it rolled out (FindOverlappingHPAs). */
export const overlappingAutoscalers: MarkerScanner = (context) => {
  const autoscalers = context.graph.ofKind('HorizontalPodAutoscaler');
  return autoscalers.flatMap((first) =>
    autoscalers.flatMap((second): readonly Marker[] => {
      const path = first === second ? undefined : shortestPath(context, first, second);
      if (!path) return [];
      const message = `${context.name(first)} and ${context.name(second)} overlap because they both attempt to scale ${list(path.slice(0, -1).map(context.name))}`;
      return [{ node: first, related: path, severity: 'warning', key: 'HPAOverlappingScaleRef', message }];
    }),
  );
};

const scaled = ['HorizontalPodAutoscaler', 'ReplicationController', 'DeploymentConfig'];
const scalingEdges = [edgeKinds.scaling, edgeKinds.deployment, edgeKinds.managedByController];

/** The nodes after `from`, up to `to`. */
function shortestPath({ graph }: ScanContext, from: GraphNode, to: GraphNode): readonly GraphNode[] | undefined {
  const reached = new Set([from.id]);
  let paths: readonly (readonly GraphNode[])[] = [[]];
  while (paths.length > 0) {
    const longer = paths.flatMap((path) => {
      const end = path.at(-1) ?? from;
      const neighbours = scalingEdges.flatMap((kind) => [...graph.successors(end, kind), ...graph.predecessors(end, kind)]);
      return neighbours.filter(({ kind }) => scaled.includes(kind)).map((node) => [...path, node]);
    });
    const found = longer.find((path) => path.at(-1)?.id === to.id);
    if (found) return found;
    paths = longer.filter((path) => {
      const id = path.at(-1)?.id ?? from.id;
      return !reached.has(id) && reached.add(id);
    });
  }
  return undefined;
}

function list(names: readonly string[]): string {
  if (names.length < 3) return names.join(' or ');
  return `one of ${names.slice(0, -1).join(', ')}, or ${names.at(-1)}`;
}
