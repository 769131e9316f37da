/** Something in a project, or something that is only spoken of (`found` is false). */
export interface GraphNode<T = unknown> {
  readonly id: number;
  readonly kind: string;
  /** Unique in the graph: `Service|demo/web`. */
  readonly uniqueName: string;
  readonly namespace: string;
  readonly name: string;
  readonly found: boolean;
  readonly object: T;
}

export type NewNode = Omit<GraphNode, 'id' | 'uniqueName'> & { readonly uniqueName?: string };

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kinds: Set<string>;
}

/** The objects of a project and what ties them together (oc pkg/helpers/graph/genericgraph). */
export class StatusGraph {
  readonly nodes: GraphNode[] = [];
  readonly #byName = new Map<string, GraphNode>();
  readonly #edges = new Map<string, Edge>();

  /** The node of that name; a new one where there is none yet. */
  ensure(node: NewNode): GraphNode {
    const uniqueName = node.uniqueName ?? `${node.kind}|${node.namespace}/${node.name}`;
    const existing = this.#byName.get(uniqueName);
    if (existing) return existing;
    const made = { ...node, uniqueName, id: this.nodes.length };
    this.nodes.push(made);
    this.#byName.set(uniqueName, made);
    return made;
  }

  addEdge(from: GraphNode, to: GraphNode, kind: string): void {
    const key = `${from.id}>${to.id}`;
    const edge = this.#edges.get(key);
    if (edge) edge.kinds.add(kind);
    else this.#edges.set(key, { from: from.id, to: to.id, kinds: new Set([kind]) });
  }

  ofKind<T>(kind: string): readonly GraphNode<T>[] {
    return this.nodes.filter((node) => node.kind === kind) as readonly GraphNode<T>[];
  }

  /** Nodes an edge of that kind leads to, in the order they were added. */
  successors<T = unknown>(node: GraphNode, kind: string): readonly GraphNode<T>[] {
    return this.#ends<T>(kind, (edge) => (edge.from === node.id ? edge.to : undefined));
  }

  /** Nodes from which an edge of that kind leads here. */
  predecessors<T = unknown>(node: GraphNode, kind: string): readonly GraphNode<T>[] {
    return this.#ends<T>(kind, (edge) => (edge.to === node.id ? edge.from : undefined));
  }

  hasEdge(from: GraphNode, to: GraphNode): boolean {
    return this.#edges.has(`${from.id}>${to.id}`);
  }

  /** Edges by the ids of their ends. */
  get edges(): readonly { readonly from: number; readonly to: number; readonly kinds: readonly string[] }[] {
    const sorted = [...this.#edges.values()].sort((a, b) => a.from - b.from || a.to - b.to);
    return sorted.map(({ from, to, kinds }) => ({ from, to, kinds: [...kinds].sort() }));
  }

  /** The object in which a part such as a pod template is contained. */
  topLevel(node: GraphNode): GraphNode {
    const [container] = this.predecessors(node, edgeKinds.contains);
    return container ? this.topLevel(container) : node;
  }

  #ends<T>(kind: string, end: (edge: Edge) => number | undefined): readonly GraphNode<T>[] {
    const ids = [...this.#edges.values()].filter(({ kinds }) => kinds.has(kind)).map(end);
    return ids
      .filter((id) => id !== undefined)
      .sort((a, b) => a - b)
      .flatMap((id) => (this.nodes[id] as GraphNode<T> | undefined) ?? []);
  }
}

export const edgeKinds = {
  contains: 'Contains',
  exposedThroughService: 'ExposedThroughService',
  exposedThroughRoute: 'ExposedThroughRoute',
  managedByController: 'ManagedByController',
  mountedSecret: 'MountedSecret',
  volumeClaim: 'VolumeClaim',
  scaling: 'Scaling',
  buildInputImage: 'BuildInputImage',
  buildTriggerImage: 'BuildTriggerImage',
  buildInput: 'BuildInput',
  buildOutput: 'BuildOutput',
  build: 'Build',
  triggersDeployment: 'TriggersDeployment',
  usedInDeployment: 'UsedInDeployment',
  deployment: 'Deployment',
  referencedImageStream: 'ReferencedImageStreamGraphEdge',
  referencedImageStreamImage: 'ReferencedImageStreamImageGraphEdge',
  referencedServiceAccount: 'ReferencedServiceAccount',
  mountableSecret: 'MountableSecret',
} as const;
