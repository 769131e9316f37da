import type { Namer } from './resource-name.ts';
import type { GraphNode, StatusGraph } from './status-graph.ts';

/** Something to mend, or to know (oc pkg/helpers/graph/genericgraph Marker). */
export interface Marker {
  readonly node?: GraphNode;
  /** Other nodes that it speaks of. */
  readonly related?: readonly GraphNode[];
  readonly severity: 'error' | 'warning' | 'info';
  readonly key: string;
  readonly message: string;
  readonly suggestion?: string;
}

export interface ScanContext {
  readonly graph: StatusGraph;
  readonly name: Namer;
  readonly now: number;
}

export type MarkerScanner = (context: ScanContext) => readonly Marker[];

/** Without those that speak of objects of other namespaces, which were not looked for (Markers.FilterByNamespace). */
export function markersOf(namespace: string, markers: readonly Marker[]): readonly Marker[] {
  const isElsewhere = (node: GraphNode) => !node.found && node.namespace !== namespace;
  return markers.filter(({ node, related = [] }) => ![...(node ? [node] : []), ...related].some(isElsewhere));
}

/** By place in the graph, then by key. */
export function sortedMarkers(markers: readonly Marker[]): readonly Marker[] {
  const byKey = [...markers].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return byKey.sort((a, b) => (a.node?.id ?? -1) - (b.node?.id ?? -1));
}

/** The lines of markers of one severity; a suggestion of several lines stands apart. */
export function markerLines(markers: readonly Marker[], suggest: boolean): readonly string[] {
  return markers.flatMap(({ severity, message, suggestion = '' }) => [
    ...(suggest || severity === 'error' ? [`  * ${message}`] : []),
    ...(suggest && suggestion !== '' ? suggestionLines(suggestion) : []),
  ]);
}

function suggestionLines(suggestion: string): readonly string[] {
  if (!suggestion.includes('\n')) return [`    try: ${suggestion}`];
  return ['', ...suggestion.split('\n').map((line) => `    ${line}`)];
}

/** `1 error, 2 warnings`, leaving out what there is none of. */
export function countText(markers: readonly Marker[]): string {
  const counts = (['error', 'warning', 'info'] as const).map((severity) => ({
    severity,
    count: markers.filter((marker) => marker.severity === severity).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}
