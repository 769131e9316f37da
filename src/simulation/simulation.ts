import type { KubeObject } from '../api/meta.ts';
import type { RegistryTransport } from '../api/registry-transport.ts';
import type { Transport } from '../api/request.ts';
import type { GroupResource } from '../api/status.ts';
import type { Clock, Instant } from './clock.ts';
import type { Cause, ChangeRecord } from './store.ts';

/** A cluster and the registries around it. The only door into this layer. */
export interface Simulation {
  readonly clock: Clock;
  /** The API server's one way in. */
  readonly api: Transport;
  /** URL at which the API server answers: `https://api.ocp4.example.com:6443`. */
  readonly server: string;
  /** Registries as a workstation outside the cluster reaches them. */
  readonly registries: RegistryTransport;
  /** Passwords for tokens, as the OAuth server does for `oc login`; undefined where the pair is wrong. */
  requestToken(user: string, password: string): string | undefined;
  /** A token of a user whom the cluster knows, without a password: what a workstation that is logged in already holds. */
  tokenOf(user: string): string;
  /** Every write from now on has this cause, until the next call. */
  attributeTo(cause: Cause): void;
  /** Lets controllers work until the present instant has nothing left to do; time does not pass. */
  reconcile(): void;
  /** Lets controllers work and prompt timers fire until the cluster is quiet. Time passes as far as needed, at most `limitMs` (5 minutes). */
  settle(limitMs?: number): void;
  /** Lets time pass; whatever comes due meanwhile happens. */
  advance(milliseconds: number): void;
  /** When the cluster next has something to do by itself; undefined where nothing is left to happen unless somebody acts. */
  nextDue(): Instant | undefined;
  /** Somebody publishes another build over a tag: a variant of `registries.json`, or the digest of a manifest it holds. */
  push(reference: string, build: { readonly variant?: string; readonly digest?: string; readonly list?: string }): void;
  /** What is there now, for graders, diagrams and tests. */
  readonly state: StateView;
  /** The same cluster again, free to go another way. */
  fork(): Simulation;
}

export interface StateView {
  get(resource: GroupResource, namespace: string | undefined, name: string): KubeObject | undefined;
  list(resource: GroupResource, namespace?: string): readonly KubeObject[];
  readonly changes: readonly ChangeRecord[];
}

export { NeverAtRest } from './controllers/controller-manager.ts';
export { createSimulation } from './create-simulation.ts';
