import { resourceInfos } from '../api/discovery.ts';
import { own } from '../api/own.ts';
import type { RegistryTransport } from '../api/registry-transport.ts';
import type { Transport } from '../api/request.ts';
import { type ApiServer, createApiServer } from './apiserver/api-server.ts';
import { readClusterConfig } from './apiserver/cluster-config.ts';
import { createStorages } from './apiserver/resource-handlers.ts';
import type { RestStorage } from './apiserver/rest-storage.ts';
import { issueToken } from './apiserver/tokens.ts';
import { timestamp, VirtualClock } from './clock.ts';
import discovery from './content/discovery.json' with { type: 'json' };
import { createControllers } from './controllers/all-controllers.ts';
import type { Controller } from './controllers/controller.ts';
import { ControllerManager } from './controllers/controller-manager.ts';
import { Identity } from './identity.ts';
import { imageRegistryConfig, imageRegistryOperatorDiscovery } from './image-registry-operator-content.ts';
import { fillStore } from './initial-content.ts';
import { fillImages } from './initial-images.ts';
import { createKubelet } from './kubelet/kubelet.ts';
import { scheduler } from './kubelet/scheduler.ts';
import { createClusterRegistry } from './registries/cluster-registry.ts';
import { createRegistryNetwork, type RegistryNetwork } from './registries/registry-network.ts';
import { type RegistrySurroundings, registriesOfCluster, registriesOfWorkstation } from './registries/registry-views.ts';
import { withAddedAuthorities } from './registries/trusted-certificates.ts';
import type { Scenario } from './scenario.ts';
import type { Simulation, StateView } from './simulation.ts';
import { type Cause, Store } from './store.ts';

const minute = 60_000;
/** 2026-11-20T09:00:00Z. */
const defaultStart = Date.UTC(2026, 10, 20, 9);

/** Everything that changes while a cluster runs; a fork copies it. */
interface Parts {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly identity: Identity;
  readonly registries: RegistryNetwork;
}

/** Starts a cluster and its registries, and lets it come to rest. */
export function createSimulation(scenario: Scenario): Simulation {
  const start = scenario.start ?? defaultStart;
  const parts: Parts = {
    store: new Store(),
    clock: new VirtualClock(start),
    identity: new Identity(),
    registries: createRegistryNetwork(scenario.registries, { faults: scenario.faults ?? [] }),
  };
  fillStore(parts.store, scenario.cluster, parts.identity, start);
  if (scenario.hasRegistryOperator) {
    const write = { actor: 'system:admin', cause: undefined, time: timestamp(start - 90 * minute) };
    const metadata = { ...imageRegistryConfig.metadata, creationTimestamp: write.time };
    parts.store.put({ group: 'imageregistry.operator.openshift.io', resource: 'configs' }, { ...imageRegistryConfig, metadata }, write);
  }
  fillImages(parts.store, parts.registries.contents, parts.identity, { actor: 'system:admin', cause: undefined, time: timestamp(start - 90 * minute) });
  const simulation = new RunningCluster(scenario, storagesOf(), parts);
  simulation.reconcile();
  return simulation;
}

let storages: ReadonlyMap<string, RestStorage> | undefined;

/** Storages keep nothing of a cluster, so all clusters share them. */
function storagesOf(): ReadonlyMap<string, RestStorage> {
  storages ??= createStorages(resourceInfos([...discovery.core, ...discovery.groups, imageRegistryOperatorDiscovery]));
  return storages;
}

const discoveryOf = ({ hasRegistryOperator }: Scenario) =>
  hasRegistryOperator ? { ...discovery, groups: [...discovery.groups, imageRegistryOperatorDiscovery] } : discovery;

const intervalOf = ({ scheduledImportSeconds, cluster }: Scenario) => scheduledImportSeconds ?? cluster.scheduledImportSeconds;

/** The control plane's loops, then the scheduler and the nodes: pods start when everybody has agreed on them. */
const controllersOf = (scenario: Scenario): readonly Controller[] => [
  ...createControllers(intervalOf(scenario)),
  scheduler,
  ...scenario.cluster.nodes.map(({ metadata }) => createKubelet(metadata.name)),
];

class RunningCluster implements Simulation {
  readonly state: StateView;
  readonly api: Transport;
  readonly registries: RegistryTransport;
  readonly #scenario: Scenario;
  readonly #storages: ReadonlyMap<string, RestStorage>;
  readonly #parts: Parts;
  readonly #manager: ControllerManager;
  #cause: Cause;

  constructor(scenario: Scenario, storages: ReadonlyMap<string, RestStorage>, parts: Parts, manager?: ControllerManager) {
    this.#scenario = scenario;
    this.#storages = storages;
    this.#parts = parts;
    const around = this.#registrySurroundings((request) => server.handle(request));
    const registries = registriesOfCluster(around);
    this.registries = registriesOfWorkstation({ ...around, outside: parts.registries }); // A workstation trusts what is installed on it.
    const server = this.#apiServer(registries);
    const { store, clock } = parts;
    const managed = { store, clock, registries, controllers: controllersOf(scenario), handle: server.handle };
    this.#manager = manager?.fork(managed) ?? new ControllerManager(managed);
    this.api = (request) => {
      const response = server.handle(request);
      // what was deleted takes its dependents along before a client gets round to listing them
      if (request.verb === 'delete' && response.code < 400) this.#manager.drain();
      return response;
    };
    this.state = {
      get: (resource, namespace, name) => store.get(resource, namespace, name),
      list: (resource, namespace) => store.list(resource, namespace),
      get changes() {
        return store.changes;
      },
    };
  }

  get clock() {
    return this.#parts.clock;
  }

  get server() {
    return this.#scenario.cluster.server;
  }

  requestToken(user: string, password: string): string | undefined {
    const { cluster, registries } = this.#scenario;
    // people have one password, for the cluster and for its registries
    return own(cluster.users, user) && own(registries.users, user) === password ? this.tokenOf(user) : undefined;
  }

  tokenOf(user: string): string {
    const { store, identity, clock } = this.#parts;
    return issueToken(
      store,
      identity,
      clock.now(),
      user,
      own(this.#scenario.cluster.users, user)?.groups ?? ['system:authenticated:oauth', 'system:authenticated'],
    );
  }

  attributeTo(cause: Cause): void {
    this.#cause = cause;
  }

  reconcile(): void {
    this.#manager.drain();
  }

  settle(limitMs = 5 * minute): void {
    const end = this.#parts.clock.now() + limitMs;
    this.#manager.drain();
    for (let due = this.#manager.nextDue('prompt'); due !== undefined && due <= end; due = this.#manager.nextDue('prompt')) {
      // whatever else comes due on the way happens in its own moment
      this.#parts.clock.advanceTo(this.#manager.nextDue() ?? due);
      this.#manager.drain();
    }
  }

  advance(milliseconds: number): void {
    const end = this.#parts.clock.now() + milliseconds;
    this.#manager.drain();
    for (let due = this.#manager.nextDue(); due !== undefined && due <= end; due = this.#manager.nextDue()) {
      this.#parts.clock.advanceTo(due);
      this.#manager.drain();
    }
    this.#parts.clock.advanceTo(end);
  }

  nextDue() {
    this.#manager.drain();
    return this.#manager.nextDue();
  }

  push(reference: string, build: { readonly variant?: string; readonly digest?: string; readonly list?: string }): void {
    this.#parts.registries.push(reference, build);
  }

  fork(): Simulation {
    const { store, clock, identity, registries } = this.#parts;
    const parts: Parts = { store: store.fork(), clock: new VirtualClock(clock.now()), identity: identity.fork(), registries: registries.fork() };
    const copy = new RunningCluster(this.#scenario, this.#storages, parts, this.#manager);
    copy.attributeTo(this.#cause);
    return copy;
  }

  #registrySurroundings(handle: ApiServer['handle']): RegistrySurroundings {
    const { store, registries } = this.#parts;
    const outside = withAddedAuthorities(store, registries);
    const internalHost = () => readClusterConfig(store, intervalOf(this.#scenario)).internalRegistryHostname;
    return { store, outside, internalHost, cluster: createClusterRegistry({ store, outside, internalHost, handle }) };
  }

  #apiServer(registries: RegistryTransport): ApiServer {
    const { store, clock, identity } = this.#parts;
    const { cluster } = this.#scenario;
    return createApiServer({
      store,
      clock,
      identity,
      registries,
      storages: this.#storages,
      nonResource: { discovery: discoveryOf(this.#scenario), version: cluster.version },
      scheduledImportSeconds: intervalOf(this.#scenario),
      cause: () => this.#cause,
    });
  }
}
