import type { KubeObject } from '../api/meta.ts';
import type { RegistryTransport } from '../api/registry-transport.ts';
import type { GroupResource } from '../api/status.ts';
import type { StateView } from '../simulation/simulation.ts';

/** A line that the learner typed. Its index is the `cause` of the changes that followed from it. */
export interface CommandRecord {
  readonly index: number;
  readonly line: string;
  readonly exitCode: number;
}

/** All that a grader may look at. */
export interface Evidence {
  /** The lab's project. */
  readonly project: string;
  /** The cluster now, settled, and all its changes. */
  readonly state: StateView;
  readonly commands: readonly CommandRecord[];
  /** The registries, for graders that ask what a reference stands for. */
  readonly registries: RegistryTransport;
  /** The same lab on a fork: what happens there leaves the learner's cluster as it is. */
  trial(): Promise<Trial>;
}

/** A fork to try things on. */
export interface Trial extends Evidence {
  run(line: string): Promise<void>;
}

/** A question to the evidence. */
export type Predicate = (evidence: Evidence) => boolean | Promise<boolean>;

/** One object of the lab's project, or undefined. */
export function find<T extends KubeObject = KubeObject>(evidence: Evidence, resource: GroupResource, name: string): T | undefined {
  return evidence.state.get(resource, evidence.project, name) as T | undefined;
}

/** All objects of a resource in the lab's project. */
export function findAll<T extends KubeObject = KubeObject>(evidence: Evidence, resource: GroupResource): readonly T[] {
  return evidence.state.list(resource, evidence.project) as readonly T[];
}
