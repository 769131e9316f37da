import { ApiClient } from '../../src/api/client.ts';
import type { KubeObject } from '../../src/api/meta.ts';
import cluster from '../../src/simulation/content/cluster.json' with { type: 'json' };
import registries from '../../src/simulation/content/registries.json' with { type: 'json' };
import type { ClusterContent, RegistriesContent, Scenario } from '../../src/simulation/scenario.ts';
import { createSimulation, type Simulation } from '../../src/simulation/simulation.ts';

/** The recorded starting point of every cluster. */
export const recordedScenario: Scenario = { cluster: cluster as unknown as ClusterContent, registries: registries as unknown as RegistriesContent };

export interface TestCluster {
  readonly simulation: Simulation;
  /** Speaks as `developer`. */
  readonly client: ApiClient;
  /** Warnings that `client` was sent. */
  readonly warnings: string[];
  /** A client that speaks as another user of the cluster. */
  as(user: string): ApiClient;
}

/** A cluster at rest, with a project `demo` (or another) that belongs to developer. */
export function testCluster({ project = 'demo', scenario = {} }: { readonly project?: string; readonly scenario?: Partial<Scenario> } = {}): TestCluster {
  const simulation = createSimulation({ ...recordedScenario, ...scenario });
  const warnings: string[] = [];
  const clientOf = (user: string) =>
    new ApiClient({ transport: simulation.api, credentials: { token: simulation.tokenOf(user) }, onWarning: (text) => void warnings.push(text) });
  const client = clientOf('developer');
  client.create(projectRequests, undefined, { apiVersion: 'project.openshift.io/v1', kind: 'ProjectRequest', metadata: { name: project } });
  simulation.settle();
  return { simulation, client, warnings, as: clientOf };
}

export const projectRequests = { group: 'project.openshift.io', version: 'v1', resource: 'projectrequests' };

/** Metadata without what differs from write to write. */
export function stable(object: KubeObject): KubeObject {
  const { uid: _, resourceVersion: __, creationTimestamp: ___, ...metadata } = object.metadata;
  return { ...object, metadata };
}
