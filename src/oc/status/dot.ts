import { goQuote } from '../go-quote.ts';
import type { StatusGraph } from './status-graph.ts';

/** The graph for Graphviz (github.com/gonum/graph encoding/dot Marshal). */
export function dotText(graph: StatusGraph, name: string): string {
  const nodes = graph.nodes.map(({ id, uniqueName }) => `\n  ${id} [label=${goQuote(uniqueName)}];`);
  const edges = graph.edges.map(({ from, to, kinds }) => `\n  ${from} -> ${to} [label=${goQuote(kinds.join(','))}];`);
  const nodePart = nodes.length > 0 ? `\n  // Node definitions.${nodes.join('')}` : '';
  const edgePart = edges.length > 0 ? `\n\n  // Edge definitions.${edges.join('')}` : '';
  return `digraph ${goQuote(name)} {${nodePart}${edgePart}\n}`;
}
